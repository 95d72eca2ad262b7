package org.nde4j.experiments.problem;

/**
 * Solves that are not expected to end well, and why.
 *
 * @param problems names, as a regular expression
 * @param methods names, as a regular expression
 * @param below only at tolerances less than this
 * @param reason why
 */
record Exclusion(String problems, String methods, double below, String reason) {
    /** At all tolerances. */
    Exclusion(String problems, String methods, String reason) {
        this(problems, methods, Double.POSITIVE_INFINITY, reason);
    }

    boolean covers(EndValue value) {
        return value.tolerance() < below
                && value.problem().name().matches(problems)
                && value.method().name().matches(methods);
    }
}
