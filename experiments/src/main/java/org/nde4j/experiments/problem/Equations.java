package org.nde4j.experiments.problem;

import java.util.ArrayList;
import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Field;
import org.nde4j.core.equation.Partitioned;
import org.nde4j.core.program.Value;

/** The right-hand side of an equation, state by state. */
@FunctionalInterface
interface Equations {
    /** The derivatives of the states, in order. */
    List<Columns> rates(States s);

    /** A field of n states. */
    static Field field(int n, Equations equations) {
        return Field.of(n, List.of(), equations.body());
    }

    /** A field of n states whose one parameter holds {@code constants} constants. */
    static Field field(int n, int constants, Equations equations) {
        return Field.of(n, List.of(Shape.of(constants)), equations.body());
    }

    /** q'' = a(t, q) for {@code half} positions; the states are the positions and then the velocities. */
    static Field secondOrder(int half, Equations acceleration) {
        return Partitioned.secondOrder(half, List.of(), acceleration.body());
    }

    /** The equations as a field wants them. */
    private Field.Body body() {
        return (trace, t, y, p) -> {
            List<Value> values = new ArrayList<>();
            for (Columns c : rates(new States(trace, t, y, p))) {
                values.add(c.value());
            }
            return trace.concat(1, values.toArray(Value[]::new));
        };
    }
}
