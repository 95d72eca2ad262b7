package org.nde4j.core.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * A vector field: the right-hand side of dy/dt = f(t, y; p), which writes itself into a trace.
 *
 * <p>It is written for a batch: rows are trajectories, which do not know of each other. Large batches are solved part by part, so
 * it must be able to write itself for any number of rows, with the same parameters. A network, a law typed by hand,
 * a found equation and a sum of them are fields alike.
 */
public interface Field {
    /** The number of states, n. */
    int size();

    /** The shapes of the parameters, in order. */
    List<Shape> parameters();

    /**
     * Writes the time derivative.
     *
     * @param trace where to write
     * @param t the times, [B, 1]
     * @param y the states, [B, n]
     * @param parameters the parameters
     * @return the derivative, [B, n]
     */
    Value write(Trace trace, Value t, Value y, List<Value> parameters);

    /**
     * The constant matrix M [n, n] of M dy/dt = f(t, y; p), see {@link Dae}; empty where it is the identity. A method
     * that knows nothing of mass matrices refuses a field that has one.
     */
    default Optional<Array> mass() {
        return Optional.empty();
    }

    /** A field without parameters of its own type: the three parts as given. */
    static Field of(int size, List<Shape> parameters, Body body) {
        List<Shape> shapes = List.copyOf(parameters);
        return new Field() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public List<Shape> parameters() {
                return shapes;
            }

            @Override
            public Value write(Trace trace, Value t, Value y, List<Value> values) {
                return body.write(trace, t, y, values);
            }
        };
    }

    /** What a field made by {@link #of} writes. */
    @FunctionalInterface
    interface Body {
        /** Writes the time derivative, see {@link Field#write}. */
        Value write(Trace trace, Value t, Value y, List<Value> parameters);
    }

    /** The field as a program for a batch of B rows: from (t, y, parameters) to dy/dt. */
    default Program program(int batch) {
        Trace trace = new Trace();
        Value t = trace.input("t", Shape.of(batch, 1));
        Value y = trace.input("y", Shape.of(batch, size()));
        return trace.program(write(trace, t, y, inputs(trace)));
    }

    /** The parameters as inputs of a trace. */
    default List<Value> inputs(Trace trace) {
        List<Value> values = new ArrayList<>();
        for (Shape shape : parameters()) {
            values.add(trace.input("parameter " + values.size(), shape));
        }
        return values;
    }
}
