package org.nde4j.experiments.problem;

/**
 * Solves that are not expected to end well, and why.
 *
 * @param problems names, as a regular expression
 * @param methods names, as a regular expression
 * @param reason why
 */
record Exclusion(String problems, String methods, String reason) {
    boolean covers(EndValue value) {
        return value.problem().name().matches(problems) && value.method().name().matches(methods);
    }
}
