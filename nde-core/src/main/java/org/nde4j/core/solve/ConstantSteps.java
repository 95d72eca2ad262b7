package org.nde4j.core.solve;

/**
 * Steps of one length, the last one shortened to end on time.
 *
 * @param length the length, positive
 */
public record ConstantSteps(double length) implements StepController {
    /** Checks the length. */
    public ConstantSteps {
        if (!(length > 0) || Double.isInfinite(length)) {
            throw new IllegalArgumentException("a step needs a positive, finite length, got " + length);
        }
    }

    @Override
    public Judge open() {
        return new Unjudged(length);
    }

    @Override
    public Tolerance tolerance() {
        return null;
    }

    @Override
    public double first(Stepper stepper, double[] derivative, double start, double end, int order) {
        return end < start ? -length : length;
    }
}
