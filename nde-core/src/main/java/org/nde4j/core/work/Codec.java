package org.nde4j.core.work;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How values of a type are written as bytes and read back. What is read equals what was written to the last bit, which
 * includes the payload of NaN and the sign of zero.
 *
 * @param <T> the type of the values
 */
public interface Codec<T> {

    /** A double, by its raw bits. */
    Codec<Double> DOUBLE = Codec.of(
            (value, out) -> out.writeLong(Double.doubleToRawLongBits(value)),
            in -> Double.longBitsToDouble(in.readLong()));

    /** An int. */
    Codec<Integer> INT = Codec.of((value, out) -> out.writeInt(value), DataInput::readInt);

    /** A long. */
    Codec<Long> LONG = Codec.of((value, out) -> out.writeLong(value), DataInput::readLong);

    /** A boolean. */
    Codec<Boolean> BOOLEAN = Codec.of((value, out) -> out.writeBoolean(value), DataInput::readBoolean);

    /** A text of any length. */
    Codec<String> STRING = new TextCodec();

    /** An array of doubles. */
    Codec<double[]> DOUBLES = new DoublesCodec();

    /** An array of arrays of doubles, which may differ in length. */
    Codec<double[][]> MATRIX = list(DOUBLES).as(List::of, rows -> rows.toArray(double[][]::new));

    /**
     * Writes a value.
     *
     * @param value the value
     * @param out where its bytes go
     * @throws IOException if the output fails
     */
    void write(T value, DataOutput out) throws IOException;

    /**
     * Reads a value.
     *
     * @param in where its bytes come from
     * @return the value
     * @throws IOException if the input fails or does not hold such a value
     */
    T read(DataInput in) throws IOException;

    /**
     * The bytes of a value.
     *
     * @param value the value
     * @return its bytes
     */
    default byte[] bytes(T value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(value, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "a codec failed to write " + value.getClass().getName(), e);
        }
        return bytes.toByteArray();
    }

    /**
     * The value that these bytes hold.
     *
     * @param bytes the bytes of one value
     * @return the value
     * @throws IOException if the bytes end too early, hold something else, or go on after the value
     */
    default T value(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        T value = read(in);
        if (in.available() > 0) {
            throw new IOException(in.available() + " of " + bytes.length + " bytes are left after the value");
        }
        return value;
    }

    /**
     * The codec of another type whose values are written as values of this one.
     *
     * @param <B> the other type
     * @param to from the other type to this one
     * @param from from this type to the other
     * @return the codec of the other type
     */
    default <B> Codec<B> as(Function<B, T> to, Function<T, B> from) {
        return of((value, out) -> write(to.apply(value), out), in -> from.apply(read(in)));
    }

    /**
     * The codec made of a writer and a reader.
     *
     * @param <T> the type of the values
     * @param writer how a value is written
     * @param reader how it is read back
     * @return the codec
     */
    static <T> Codec<T> of(Writer<T> writer, Reader<T> reader) {
        return new Codec<>() {
            @Override
            public void write(T value, DataOutput out) throws IOException {
                writer.write(value, out);
            }

            @Override
            public T read(DataInput in) throws IOException {
                return reader.read(in);
            }
        };
    }

    /**
     * Lists, read back unmodifiable.
     *
     * @param <T> the type of the elements
     * @param element the codec of an element
     * @return the codec of lists
     */
    static <T> Codec<List<T>> list(Codec<T> element) {
        return new ListCodec<>(element);
    }

    /**
     * Optional values.
     *
     * @param <T> the type of the value
     * @param element the codec of a value that is there
     * @return the codec of optional values
     */
    static <T> Codec<Optional<T>> optional(Codec<T> element) {
        return list(element)
                .as(value -> value.stream().toList(), values -> values.stream().findFirst());
    }

    /**
     * The constants of an enum, by name.
     *
     * @param <E> the enum
     * @param type its class
     * @return the codec of its constants
     */
    static <E extends Enum<E>> Codec<E> constant(Class<E> type) {
        return STRING.as(Enum::name, name -> Enum.valueOf(type, name));
    }

    /**
     * Records, component by component, read through the canonical constructor.
     *
     * @param <R> the record
     * @param type its class
     * @param components a codec for each component, in order
     * @return the codec of such records
     * @throws IllegalArgumentException if there are more or fewer codecs than components
     */
    static <R extends Record> Codec<R> record(Class<R> type, Codec<?>... components) {
        return new RecordCodec<>(type, List.of(components));
    }

    /**
     * Writes a value.
     *
     * @param <T> the type of the value
     */
    @FunctionalInterface
    interface Writer<T> {
        /**
         * Writes a value.
         *
         * @param value the value
         * @param out where its bytes go
         * @throws IOException if the output fails
         */
        void write(T value, DataOutput out) throws IOException;
    }

    /**
     * Reads a value.
     *
     * @param <T> the type of the value
     */
    @FunctionalInterface
    interface Reader<T> {
        /**
         * Reads a value.
         *
         * @param in where its bytes come from
         * @return the value
         * @throws IOException if the input fails or does not hold such a value
         */
        T read(DataInput in) throws IOException;
    }
}
