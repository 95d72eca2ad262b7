package org.nde4j.core.solve.stiff;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.Tolerance;

/**
 * How the nonlinear stages of an implicit method are solved: by simplified Newton iteration, see
 * {@link org.nde4j.core.condition.Newton}.
 *
 * @param algebra how its linear systems are solved
 * @param tolerance what the changes of the iteration are measured by; its root mean square norm is taken row by row
 * @param persistent whether a stage whose iteration fails is tried again with new matrices at every point. Where steps are
 *     controlled it is cheaper, and more accurate, to reject the step: what is hard to solve for is hard to follow
 */
public record StageSolver(LinearAlgebra algebra, Tolerance tolerance, boolean persistent) {
    /** Linear algebra chosen by the field, errors of 1e-11: for steps whose error nobody controls. */
    public static StageSolver standard() {
        return new StageSolver(LinearAlgebra.automatic(), Tolerance.of(1e-9, 1e-9), true);
    }

    /** The same with other linear algebra. */
    public StageSolver with(LinearAlgebra other) {
        return new StageSolver(other, tolerance, persistent);
    }

    /** The same for another tolerance. */
    public StageSolver tuned(Tolerance other) {
        return new StageSolver(algebra, other, persistent);
    }

    /** The same for steps whose errors are controlled by a tolerance. */
    StageSolver controlled(Tolerance other) {
        return new StageSolver(algebra, other, false);
    }

    /** Writes the sizes that changes of y are measured by, atol + rtol |y|, [B, n]. */
    Value sizes(Trace trace, Value y) {
        tolerance.check(y.shape().dim(1));
        double[] atol = tolerance.atol();
        Value relative = trace.scale(trace.abs(y), tolerance.rtol());
        if (Arrays.stream(atol).distinct().count() == 1) {
            return trace.shift(relative, atol[0]);
        }
        List<Value> columns = IntStream.range(0, atol.length)
                .mapToObj(i -> trace.fill(atol[i], y.shape().with(1, 1)))
                .toList();
        return trace.add(relative, trace.concat(1, columns.toArray(Value[]::new)));
    }
}
