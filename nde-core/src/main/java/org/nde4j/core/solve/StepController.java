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

    /** The least length that it tries of its own accord; a step that is to end at a given time may be shorter. */
    default double minStep() {
        return 0;
    }

    /** Times that steps must end at, in any order. */
    default double[] stops() {
        return new double[0];
    }

    /**
     * The length of the first step.
     *
     * @param stepper stands at the start
     * @param derivative the derivative there
     * @param start the time there
     * @param end where the solve ends, or the first time before at which a step must end
     * @param order the order of the method
     * @return the signed length
     */
    double first(Stepper stepper, double[] derivative, double start, double end, int order);

    /** The bench of a controller for one solve. */
    interface Judge {
        /**
         * Whether an attempt is taken. What it says of an attempt, it remembers.
         *
         * @param stepper holds the attempt
         * @param length its signed length
         */
        boolean accepts(Stepper stepper, double length);

        /** The signed length to try next, after the attempt that was judged last. */
        double next();

        /** How many attempts were taken although their error was too great, since it was opened. */
        default int forced() {
            return 0;
        }

        /** What it remembers of earlier steps; empty if nothing. */
        default double[] memory() {
            return new double[0];
        }

        /** Goes on from what another one of the same controller remembered. */
        default void resume(double[] memory) {}
    }

    /** What becomes of an attempt: taken or not, and the signed length to try next. */
    record Verdict(boolean accepted, double next) {}
}
