package org.nde4j.core.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.work.Codec;

/**
 * The weights of a model: arrays under dotted names, in order, as in PyTorch's {@code state_dict} ({@code
 * net.0.weight}). The only home of weights.
 *
 * <p>Immutable: every change gives new parameters. The arrays are shared and must not be written to; {@link #values()}
 * gives copies to train on and {@link #withValues} takes them back.
 */
public final class Parameters {
    /** No parameters. */
    public static final Parameters NONE = new Parameters(new LinkedHashMap<>());

    private static final Codec<Shape> SHAPE = Codec.list(Codec.INT)
            .as(
                    s -> Arrays.stream(s.dims()).boxed().toList(),
                    d -> Shape.of(d.stream().mapToInt(i -> i).toArray()));

    private record Entry(String name, Shape shape, double[] values) {}

    /** Names, shapes and values, in order. */
    public static final Codec<Parameters> CODEC = Codec.list(
                    Codec.record(Entry.class, Codec.STRING, SHAPE, Codec.DOUBLES))
            .as(Parameters::entries, Parameters::fromEntries);

    private final Map<String, Array> arrays;
    private final List<String> names;

    private Parameters(LinkedHashMap<String, Array> arrays) {
        this.arrays = arrays;
        this.names = List.copyOf(arrays.keySet());
    }

    /** One array. */
    public static Parameters of(String name, Array value) {
        return NONE.with(name, value);
    }

    /** Arrays in the order of the map. */
    public static Parameters of(Map<String, Array> arrays) {
        LinkedHashMap<String, Array> copy = new LinkedHashMap<>(arrays);
        copy.keySet().forEach(Parameters::check);
        return new Parameters(copy);
    }

    /** These parameters with one array replaced, in its place, or added at the end. */
    public Parameters with(String name, Array value) {
        check(name);
        LinkedHashMap<String, Array> copy = new LinkedHashMap<>(arrays);
        copy.put(name, value);
        return new Parameters(copy);
    }

    /**
     * These parameters followed by others.
     *
     * @throws IllegalArgumentException if a name occurs in both
     */
    public Parameters and(Parameters others) {
        LinkedHashMap<String, Array> copy = new LinkedHashMap<>(arrays);
        others.arrays.forEach((name, value) -> {
            if (copy.put(name, value) != null) {
                throw new IllegalArgumentException(
                        "both parts have a parameter " + name + "; scope them under different prefixes");
            }
        });
        return new Parameters(copy);
    }

    /** The same arrays with {@code prefix.} before each name. */
    public Parameters scoped(String prefix) {
        LinkedHashMap<String, Array> copy = new LinkedHashMap<>();
        arrays.forEach((name, value) -> copy.put(Names.join(prefix, name), value));
        return of(copy);
    }

    /**
     * The arrays whose names begin with {@code prefix.}, without it.
     *
     * @throws IllegalArgumentException if there are none
     */
    public Parameters at(String prefix) {
        LinkedHashMap<String, Array> part = new LinkedHashMap<>();
        arrays.forEach((name, value) -> {
            if (name.startsWith(prefix + ".")) {
                part.put(name.substring(prefix.length() + 1), value);
            }
        });
        if (part.isEmpty()) {
            throw Names.missing(prefix + ".*", names);
        }
        return new Parameters(part);
    }

    /** The names, in order. */
    public List<String> names() {
        return names;
    }

    /** The shapes, in order. */
    public List<Shape> shapes() {
        return arrays.values().stream().map(Array::shape).toList();
    }

    /** Whether there is an array of this name. */
    public boolean has(String name) {
        return arrays.containsKey(name);
    }

    /**
     * One array; not to be written to.
     *
     * @throws IllegalArgumentException if there is none of this name; the message tells the nearest
     */
    public Array get(String name) {
        Array value = arrays.get(name);
        if (value == null) {
            throw Names.missing(name, names);
        }
        return value;
    }

    /** How many numbers there are in all arrays together. */
    public int size() {
        return arrays.values().stream().mapToInt(a -> a.shape().size()).reduce(0, Math::addExact);
    }

    /** Other arrays of the same shapes, made from name and array. */
    public Parameters map(BiFunction<String, Array, Array> function) {
        return withValues(
                names.stream().map(n -> function.apply(n, get(n)).values()).toArray(double[][]::new));
    }

    /** A copy of the values, one array a parameter, in order. */
    public double[][] values() {
        return arrays.values().stream().map(a -> a.values().clone()).toArray(double[][]::new);
    }

    /** The same names and shapes with a copy of other values, one array a parameter, in order. */
    public Parameters withValues(double[][] values) {
        if (values.length != names.size()) {
            throw new IllegalArgumentException(
                    "there are " + names.size() + " parameters, got " + values.length + " arrays; give one each");
        }
        LinkedHashMap<String, Array> copy = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            copy.put(names.get(i), new Array(get(names.get(i)).shape(), values[i].clone()));
        }
        return new Parameters(copy);
    }

    /**
     * The values of others under the names, in the order and with the shapes of these: how weights from a file, which
     * may have another order, become those of a model.
     *
     * @throws IllegalArgumentException if a name is missing or too many, or a shape differs
     */
    public Parameters withValuesOf(Parameters others) {
        others.names.forEach(this::get);
        return map((name, mine) -> {
            Array value = others.get(name);
            if (!value.shape().equals(mine.shape())) {
                throw new IllegalArgumentException("parameter " + name + " has shape " + mine.shape()
                        + ", got one of shape " + value.shape() + "; were these weights made for another model?");
            }
            return value;
        });
    }

    /** All numbers one after another, a new array. */
    public double[] flatten() {
        return arrays.values().stream()
                .flatMapToDouble(a -> Arrays.stream(a.values()))
                .toArray();
    }

    /** The same names and shapes with the numbers of a flat array: the inverse of {@link #flatten}. */
    public Parameters withFlat(double[] flat) {
        if (flat.length != size()) {
            throw new IllegalArgumentException("there are " + size() + " numbers in these parameters, got "
                    + flat.length + "; flatten gives as many as are needed");
        }
        double[][] values = new double[names.size()][];
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            int n = get(names.get(i)).shape().size();
            values[i] = Arrays.copyOfRange(flat, at, at + n);
            at += n;
        }
        return withValues(values);
    }

    private List<Entry> entries() {
        return names.stream()
                .map(n -> new Entry(n, get(n).shape(), get(n).values()))
                .toList();
    }

    private static Parameters fromEntries(List<Entry> entries) {
        LinkedHashMap<String, Array> arrays = new LinkedHashMap<>();
        entries.forEach(e -> arrays.put(e.name, new Array(e.shape, e.values)));
        return of(arrays);
    }

    private static void check(String name) {
        boolean sound = !name.isEmpty() && Arrays.stream(name.split("\\.", -1)).noneMatch(String::isEmpty);
        if (!sound) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is no name of a parameter; write parts joined by single dots, as net.0.weight");
        }
    }

    /** Whether names, order, shapes and the bits of all values are the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Parameters that && names.equals(that.names) && arrays.equals(that.arrays);
    }

    @Override
    public int hashCode() {
        return arrays.hashCode();
    }

    @Override
    public String toString() {
        List<Shape> shapes = shapes();
        return IntStream.range(0, names.size())
                .mapToObj(i -> names.get(i) + " " + shapes.get(i))
                .toList()
                .toString();
    }
}
