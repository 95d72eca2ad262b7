package org.nde4j.core.solve;

/** How a solve ended. The solution is always there, whole or in part; failure is a value, not an infinity. */
public sealed interface Outcome {
    /** What was computed: all of it if finished. */
    Solution solution();

    /** The solution of a solve that reached its end or was ended by an event. */
    default Solution orThrow() {
        if (this instanceof Failed failed) {
            throw new SolveFailed(failed);
        }
        return solution();
    }

    /**
     * The end was reached.
     *
     * @param solution all of it
     */
    record Finished(Solution solution) implements Outcome {}

    /**
     * An event ended the solve.
     *
     * @param event what happened
     * @param solution up to the event
     */
    record Stopped(Occurrence event, Solution solution) implements Outcome {}

    /**
     * The end was not reached.
     *
     * @param reason why
     * @param time where
     * @param message what happened, with the values, and what to do
     * @param solution what there is up to there
     */
    record Failed(Reason reason, double time, String message, Solution solution) implements Outcome {}

    /** Why a solve failed. */
    enum Reason {
        /** More steps were needed than allowed. */
        MAX_STEPS,
        /** The step became shorter than the spacing of the time, or than the least length. */
        STEP_TOO_SMALL,
        /** The state or its derivative is not a finite number. */
        NON_FINITE,
        /** An iteration inside the step did not converge, however short the step. */
        NEWTON,
        /** The start violates the algebraic equations. */
        INCONSISTENT_START,
        /** Events that set the state followed each other without end. */
        ZENO
    }
}
