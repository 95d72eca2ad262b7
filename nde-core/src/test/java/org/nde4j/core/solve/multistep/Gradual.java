package org.nde4j.core.solve.multistep;

import org.nde4j.core.solve.StepController;
import org.nde4j.core.solve.Stepper;
import org.nde4j.core.solve.Tolerance;

/** Steps of one length, after short ones in which a method of a high order gets going. */
record Gradual(double length, int equal) implements StepController {
    private static final double SHORT = 0x1p-20;

    @Override
    public Judge open() {
        return new Judge() {
            private int steps;
            private double next;

            @Override
            public boolean accepts(Stepper stepper, double tried) {
                boolean longer = ++steps % equal == 0;
                next = longer ? Math.copySign(Math.min(length, 2 * Math.abs(tried)), tried) : tried;
                return true;
            }

            @Override
            public double next() {
                return next;
            }
        };
    }

    @Override
    public Tolerance tolerance() {
        return null;
    }

    @Override
    public double first(Stepper stepper, double[] derivative, double start, double end, int order) {
        return (end < start ? -length : length) * SHORT;
    }
}
