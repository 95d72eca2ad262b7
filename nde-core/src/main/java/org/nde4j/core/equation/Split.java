package org.nde4j.core.equation;

import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * A field in two parts, dy/dt = f(t, y; p) + g(t, y; p): f is cheap to step explicitly, g is stiff. An
 * implicit-explicit method treats each as it wants; to all others it is the sum.
 *
 * @param explicit f
 * @param implicit g, of the same size and with the same parameters
 */
public record Split(Field explicit, Field implicit) implements Field {
    /** Checks that the parts fit. */
    public Split {
        if (explicit.size() != implicit.size() || !explicit.parameters().equals(implicit.parameters())) {
            throw new IllegalArgumentException("the parts of a split field need the same states and parameters, got "
                    + explicit.size() + " states with parameters " + explicit.parameters() + " and "
                    + implicit.size() + " with " + implicit.parameters());
        }
    }

    @Override
    public int size() {
        return explicit.size();
    }

    @Override
    public List<Shape> parameters() {
        return explicit.parameters();
    }

    @Override
    public Value write(Trace trace, Value t, Value y, List<Value> parameters) {
        return trace.add(explicit.write(trace, t, y, parameters), implicit.write(trace, t, y, parameters));
    }
}
