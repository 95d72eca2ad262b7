package org.nde4j.core.solve;

/** Takes every attempt; all steps are of one length. */
final class Unjudged implements StepController.Judge {
    private final double length;
    private double next;

    Unjudged(double length) {
        this.length = length;
    }

    @Override
    public boolean accepts(Stepper stepper, double tried) {
        next = Math.copySign(length, tried);
        return true;
    }

    @Override
    public double next() {
        return next;
    }
}
