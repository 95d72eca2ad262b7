package org.nde4j.core.solve;

/**
 * Judges an attempt at a step and says how long the next one should be. A recipe: {@link #open} gives the bench that
 * remembers earlier errors.
 */
public interface StepController {
    /** A bench for one solve. */
    Judge open();

    /** What errors are measured by; null if it does not look at them. */
    Tolerance tolerance();

    /** Whether it needs an error estimate. */
    default boolean needsError() {
        return tolerance() != null;
    }

    /**
     * The length of the first step.
     *
     * @param stepper stands at the start
     * @param derivative the derivative there
     * @param start the time there
     * @param end where the solve ends
     * @param order the order of the method
     * @return the signed length
     */
    double first(Stepper stepper, double[] derivative, double start, double end, int order);

    /** The bench of a controller for one solve. */
    interface Judge {
        /**
         * Judges an attempt.
         *
         * @param stepper holds the attempt
         * @param length its signed length
         */
        Verdict judge(Stepper stepper, double length);
    }

    /** What becomes of an attempt: taken or not, and the signed length to try next. */
    record Verdict(boolean accepted, double next) {}
}
