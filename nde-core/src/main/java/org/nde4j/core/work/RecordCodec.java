package org.nde4j.core.work;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

/** A record: its components in order. */
final class RecordCodec<R extends Record> implements Codec<R> {

    private final Constructor<R> constructor;
    private final List<Method> accessors;
    private final List<Codec<?>> codecs;

    RecordCodec(Class<R> type, List<Codec<?>> codecs) {
        RecordComponent[] components = type.getRecordComponents();
        if (components.length != codecs.size()) {
            throw new IllegalArgumentException("%s has %d components, but %d codecs were given; give one for each"
                    .formatted(type.getName(), components.length, codecs.size()));
        }
        this.codecs = codecs;
        this.accessors = Stream.of(components).map(RecordComponent::getAccessor).toList();
        this.constructor = canonical(type, components);
        accessors.forEach(accessor -> accessor.setAccessible(true));
        constructor.setAccessible(true);
    }

    @Override
    public void write(R value, DataOutput out) throws IOException {
        for (int i = 0; i < codecs.size(); i++) {
            try {
                component(i).write(accessors.get(i).invoke(value), out);
            } catch (ReflectiveOperationException | ClassCastException e) {
                throw misfit(i, e);
            }
        }
    }

    @Override
    public R read(DataInput in) throws IOException {
        Object[] values = new Object[codecs.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = codecs.get(i).read(in);
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IOException("the bytes hold no valid " + constructor.getName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + constructor.getName(), e);
        }
    }

    @SuppressWarnings("unchecked")
    private Codec<Object> component(int i) {
        return (Codec<Object>) codecs.get(i);
    }

    private IllegalArgumentException misfit(int i, Exception cause) {
        return new IllegalArgumentException(
                "the codec given for component %s of %s is for another type; give the codecs in the order of the components"
                        .formatted(accessors.get(i).getName(), constructor.getName()),
                cause);
    }

    private static <R> Constructor<R> canonical(Class<R> type, RecordComponent[] components) {
        try {
            return type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type.getName() + " has no canonical constructor", e);
        }
    }
}
