package org.nde4j.experiments.config;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nde4j.core.array.Numbers;

/** Turns the values of a configuration back into nodes, all of origin default. */
final class Unbinder {

    private Unbinder() {}

    static Node node(Object value) {
        if (value instanceof Node node) {
            return node;
        }
        if (value instanceof Record record) {
            return mapping(components(record));
        }
        if (value instanceof Map<?, ?> map) {
            return mapping(map);
        }
        if (value instanceof List<?> list) {
            return new Node.Sequence(list.stream().map(Unbinder::node).toList(), Origin.DEFAULT);
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(Unbinder::node).orElseGet(() -> plain("null"));
        }
        return scalar(value);
    }

    private static Node scalar(Object value) {
        if (value instanceof Double number) {
            return plain(number(number));
        }
        if (value instanceof Enum<?> constant) {
            return plain(word(constant));
        }
        return value instanceof String text ? new Node.Scalar(text, true, Origin.DEFAULT) : plain(value.toString());
    }

    private static String number(double number) {
        return Double.isInfinite(number) ? number > 0 ? ".inf" : "-.inf" : Numbers.text(number);
    }

    /** How a constant is written: {@code MAX_STEPS} as {@code max-steps}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Node plain(String text) {
        return new Node.Scalar(text, false, Origin.DEFAULT);
    }

    private static Node mapping(Map<?, ?> values) {
        Map<String, Node> entries = new LinkedHashMap<>();
        values.forEach((key, value) -> entries.put(key.toString(), node(value)));
        return new Node.Mapping(entries, Origin.DEFAULT);
    }

    /** The values of a record by name, in order. */
    static Map<String, Object> components(Record record) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            values.put(component.getName(), value(component.getAccessor(), record));
        }
        return values;
    }

    /** The values of a record by name; without one, those of the defaults of its class; without those, none. */
    static Map<String, Object> components(Object record, Class<?> type) {
        Object given = record == null ? defaults(type) : record;
        return given == null ? Map.of() : components((Record) given);
    }

    private static Object defaults(Class<?> type) {
        try {
            Method defaults = type.getDeclaredMethod("defaults");
            defaults.setAccessible(true);
            return defaults.invoke(null);
        } catch (NoSuchMethodException e) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + ".defaults() failed", e);
        }
    }

    private static Object value(Method accessor, Record record) {
        try {
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + accessor, e);
        }
    }
}
