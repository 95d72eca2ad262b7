package org.nde4j.core.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nde4j.core.array.Shape;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * The parameters of a model as values of a trace, seen from one place in the tree of names.
 *
 * <pre>{@code
 * Weights w = Weights.inputs(t, parameters);
 * w.at("encoder").get("0.weight");      // the value of encoder.0.weight
 * }</pre>
 */
public final class Weights {
    private final Map<String, Value> values;
    private final String path;

    private Weights(Map<String, Value> values, String path) {
        this.values = values;
        this.path = path;
    }

    /** Declares one input for each parameter, in order, under its name. */
    public static Weights inputs(Trace t, Parameters p) {
        return of(p, p.names().stream().map(n -> t.input(n, p.get(n).shape())).toList());
    }

    /** Cuts the parameters out of one vector, in which they lie as {@link Parameters#flatten} lays them. */
    public static Weights slices(Trace t, Value flat, Parameters p) {
        if (flat.shape().size() != p.size()) {
            throw new IllegalArgumentException("the size of the parameters is " + p.size() + ", got a value of shape "
                    + flat.shape() + "; the sizes must agree");
        }
        Value vector = t.reshape(flat, Shape.of(p.size()));
        List<Value> parts = new ArrayList<>();
        int at = 0;
        for (Shape s : p.shapes()) {
            parts.add(t.reshape(t.slice(vector, 0, at, at + s.size()), s));
            at += s.size();
        }
        return of(p, parts);
    }

    /** Values at hand, one a parameter, in order and of its shape. */
    public static Weights of(Parameters p, List<Value> values) {
        if (!values.stream().map(Value::shape).toList().equals(p.shapes())) {
            throw new IllegalArgumentException("the parameters are " + p + ", got values of shapes "
                    + values.stream().map(Value::shape).toList() + "; give one of the same shape for each");
        }
        LinkedHashMap<String, Value> named = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            named.put(p.names().get(i), values.get(i));
        }
        return new Weights(named, "");
    }

    /**
     * The value of a parameter, by its name from here.
     *
     * @throws IllegalArgumentException if there is none; the message tells the nearest name
     */
    public Value get(String name) {
        Value value = values.get(Names.join(path, name));
        if (value == null) {
            throw Names.missing(Names.join(path, name), List.copyOf(values.keySet()));
        }
        return value;
    }

    /** The value of a parameter, by its name from here, which must have the given shape. */
    public Value get(String name, Shape shape) {
        Value value = get(name);
        if (!value.shape().equals(shape)) {
            throw new IllegalArgumentException("parameter " + Names.join(path, name) + " has shape " + value.shape()
                    + ", but " + shape + " is needed; were these weights made for another model?");
        }
        return value;
    }

    /** The same parameters seen from further down: names from there on are relative to the prefix. */
    public Weights at(String prefix) {
        return new Weights(values, Names.join(path, prefix));
    }

    /** Where in the tree of names this is; empty at the root. */
    public String path() {
        return path;
    }

    /** All values below the root, in order. */
    public List<Value> all() {
        return List.copyOf(values.values());
    }

    /* "" at the root, else ", in encoder.first": how messages end. */
    String place() {
        return path.isEmpty() ? "" : ", in " + path;
    }
}
