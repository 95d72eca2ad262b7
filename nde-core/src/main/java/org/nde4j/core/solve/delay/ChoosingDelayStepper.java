package org.nde4j.core.solve.delay;

import org.nde4j.core.equation.Dde;
import org.nde4j.core.kernel.Elementary;
import org.nde4j.core.solve.StepController;
import org.nde4j.core.solve.Stepper;
import org.nde4j.core.solve.Tolerance;

/** The same over a method that chooses its order: where step and dense output are good enough, the method judges. */
final class ChoosingDelayStepper extends DelayStepper implements Stepper.Choosing {
    private final Stepper.Choosing base;

    ChoosingDelayStepper(Dde dde, Stepper.Choosing base, Past past, int levels, Tolerance tolerance) {
        super(dde, base, past, levels, tolerance, true);
        this.base = base;
    }

    @Override
    public StepController.Verdict judge(Tolerance tolerance, double length) {
        double size = tolerance.norm(state(), next(), error(), state().length);
        boolean own = !(size > 1) || size <= ownSize(tolerance);
        return own ? base.judge(tolerance, length) : new StepController.Verdict(false, length * shrink(size));
    }

    private double ownSize(Tolerance tolerance) {
        return tolerance.norm(state(), next(), base.error(), state().length);
    }

    private double shrink(double size) {
        return size < Double.POSITIVE_INFINITY
                ? Math.max(0.2, 0.9 * Elementary.exp(-Elementary.log(size) / (order() + 1)))
                : 0.2;
    }
}
