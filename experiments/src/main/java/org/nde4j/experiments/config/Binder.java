package org.nde4j.experiments.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Binds nodes to records. One for each root record. */
final class Binder {

    private final List<String> known = new ArrayList<>();

    /** A value and the node that says it in full. */
    private record Bound(Object value, Node node) {}

    Binder(Class<? extends Record> root) {
        collect(root, "");
    }

    <C extends Record> Configuration<C> configuration(Class<C> type, Node.Mapping tree) {
        Bound bound = record(type, tree, null, "");
        return new Configuration<>(type.cast(bound.value()), (Node.Mapping) bound.node());
    }

    private void collect(Class<?> record, String prefix) {
        for (RecordComponent component : record.getRecordComponents()) {
            known.add(prefix + component.getName());
            Class<?> inner = raw(within(within(component.getGenericType(), Optional.class), List.class));
            if (inner.isRecord()) {
                collect(inner, prefix + component.getName() + ".");
            }
        }
    }

    private Bound bind(Type type, Node node, Object fallback, String path) {
        if (node == null || node instanceof Node.Dropped) {
            return absent(type, node, fallback, path);
        }
        Class<?> raw = raw(type);
        if (raw == Optional.class) {
            return optional(type, node, fallback, path);
        }
        if (node instanceof Node.Scalar scalar && scalar.isNull()) {
            throw bad(node, path, "needs " + Scalars.expected(raw) + ", but has no value; give one or remove the key");
        }
        if (raw == Node.class) {
            return new Bound(node, node);
        }
        if (raw.isRecord()) {
            return record(raw, as(Node.Mapping.class, node, path, "keys with values"), fallback, path);
        }
        if (raw == List.class) {
            return list(argument(type, 0), as(Node.Sequence.class, node, path, "a list such as [1, 2]"), path);
        }
        if (raw == Map.class) {
            return map(argument(type, 1), as(Node.Mapping.class, node, path, "keys with values"), path);
        }
        return new Bound(Scalars.parse(raw, as(Node.Scalar.class, node, path, Scalars.expected(raw)), path), node);
    }

    private Bound absent(Type type, Node node, Object fallback, String path) {
        boolean optional = raw(type) == Optional.class;
        if (optional && (fallback == null || node != null)) {
            return new Bound(
                    Optional.empty(),
                    Unbinder.node(Optional.empty()).from(node == null ? Origin.DEFAULT : node.origin()));
        }
        if (fallback != null) {
            return new Bound(fallback, Unbinder.node(fallback));
        }
        if (raw(type).isRecord()) {
            return record(raw(type), Node.Mapping.empty(Origin.DEFAULT), null, path);
        }
        throw new BadConfig("key '%s' is missing; it needs %s".formatted(path, Scalars.expected(raw(type))));
    }

    private Bound optional(Type type, Node node, Object fallback, String path) {
        if (node instanceof Node.Scalar scalar && scalar.isNull()) {
            return new Bound(Optional.empty(), node);
        }
        Object inner = fallback == null ? null : ((Optional<?>) fallback).orElse(null);
        Bound bound = bind(argument(type, 0), node, inner, path);
        return new Bound(Optional.of(bound.value()), bound.node());
    }

    private Bound list(Type element, Node.Sequence sequence, String path) {
        List<Bound> items = new ArrayList<>();
        for (Node item : sequence.items()) {
            items.add(bind(element, item, null, path + "[" + items.size() + "]"));
        }
        return new Bound(
                items.stream().map(Bound::value).toList(),
                new Node.Sequence(items.stream().map(Bound::node).toList(), sequence.origin()));
    }

    private Bound map(Type element, Node.Mapping mapping, String path) {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Node> nodes = new LinkedHashMap<>();
        mapping.entries().forEach((key, node) -> {
            if (!(node instanceof Node.Dropped)) {
                Bound bound = bind(element, node, null, path + "." + key);
                values.put(key, bound.value());
                nodes.put(key, bound.node());
            }
        });
        return new Bound(values, new Node.Mapping(nodes, mapping.origin()));
    }

    private Bound record(Class<?> type, Node.Mapping mapping, Object given, String path) {
        refuseUnknown(type, mapping, path);
        Map<String, Object> fallback = Unbinder.components(given, type);
        List<Object> values = new ArrayList<>();
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            Bound bound = bind(
                    component.getGenericType(), mapping.entries().get(name), fallback.get(name), child(path, name));
            values.add(bound.value());
            nodes.put(name, bound.node());
        }
        return new Bound(make(type, values, mapping, path), new Node.Mapping(nodes, mapping.origin()));
    }

    private void refuseUnknown(Class<?> type, Node.Mapping mapping, String path) {
        List<String> names = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        mapping.entries().forEach((key, node) -> {
            if (!names.contains(key)) {
                String whole = child(path, key);
                throw new BadConfig(
                        "%s: unknown key '%s'%s".formatted(node.origin(), whole, Nearest.advice(whole, known)));
            }
        });
    }

    private static Object make(Class<?> type, List<Object> values, Node.Mapping mapping, String path) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            throw refused(e.getCause(), mapping, path);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type.getName(), e);
        }
    }

    /** A record that refuses its values, at the first key that its message names. */
    private static BadConfig refused(Throwable cause, Node.Mapping mapping, String path) {
        String message = String.valueOf(cause.getMessage());
        Origin origin = mapping.entries().entrySet().stream()
                .filter(entry -> message.matches("(?s).*\\b\\Q" + entry.getKey() + "\\E\\b.*"))
                .map(entry -> entry.getValue().origin())
                .findFirst()
                .orElse(mapping.origin());
        return new BadConfig("%s: %s%s".formatted(origin, path.isEmpty() ? "" : "in '" + path + "', ", message), cause);
    }

    private static <N extends Node> N as(Class<N> kind, Node node, String path, String expected) {
        if (!kind.isInstance(node)) {
            throw bad(node, path, "needs " + expected + ", got " + Scalars.shown(node));
        }
        return kind.cast(node);
    }

    private static BadConfig bad(Node node, String path, String complaint) {
        return new BadConfig("%s: key '%s' %s".formatted(node.origin(), path, complaint));
    }

    private static String child(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static Type within(Type type, Class<?> wrapper) {
        return raw(type) == wrapper ? argument(type, 0) : type;
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType p ? (Class<?>) p.getRawType() : (Class<?>) type;
    }
}
