package org.nde4j.core.solve.delay;

import org.nde4j.core.equation.Dde;
import org.nde4j.core.equation.Field;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.Stepper;
import org.nde4j.core.solve.Tolerance;

/**
 * Solves delay equations with a method for ordinary ones: earlier states are looked up in the dense output so far.
 *
 * <p>Steps end where the solution is less smooth: at the start plus sums of constant delays, and where a varying delay
 * looks back to such a time. Steps may be longer than a delay: the state within the step is then found by iteration. The
 * order is that of the method, and at most one more than that of its dense output.
 *
 * <p>A. Bellen, M. Zennaro, <em>Numerical Methods for Delay Differential Equations</em>, 2003, chapters 3 and 4.
 *
 * @param base the method for ordinary equations
 * @param tolerance what the iteration within a step must reach, a hundredth of it; null for 1e-10 relative
 */
public record MethodOfSteps(Method base, Tolerance tolerance) implements Method {
    /** Over a method, as accurate as the step control asks for. */
    public MethodOfSteps(Method base) {
        this(base, null);
    }

    @Override
    public String name() {
        return "MethodOfSteps(" + base.name() + ")";
    }

    @Override
    public int order() {
        return base.order();
    }

    @Override
    public boolean estimatesError() {
        return base.estimatesError();
    }

    @Override
    public MethodOfSteps tuned(Tolerance other) {
        return new MethodOfSteps(base.tuned(other), other);
    }

    @Override
    public Stepper open(Field field, int batch, Output output) {
        if (!(field instanceof Dde dde)) {
            return base.open(field, batch, output);
        }
        if (batch > 1) {
            throw new IllegalArgumentException("a delay equation is solved one trajectory at a time, got " + batch
                    + "; solve many with an Ensemble");
        }
        Past past = new Past(dde.size());
        Field looking = dde.with((trace, times, before) -> trace.reshape(
                trace.call(past.rows(times.shape().dim(0)), times, before).get(0), before.shape()));
        Stepper inner = base.open(looking, batch, new Output(output.error(), output.stiffness(), true));
        Tolerance exact = tolerance == null ? Tolerance.of(1e-10, 1e-12) : tolerance;
        return inner instanceof Stepper.Choosing choosing && output.error()
                ? new ChoosingDelayStepper(dde, choosing, past, base.order(), exact)
                : new DelayStepper(dde, inner, past, base.order(), exact, output.error());
    }
}
