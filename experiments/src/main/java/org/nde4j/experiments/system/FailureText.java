package org.nde4j.experiments.system;

import java.util.List;
import java.util.regex.Matcher;
import org.nde4j.core.solve.Outcome;

/**
 * What a solver says of a failure, with the names of the file in the place of numbers, and the keys to turn.
 *
 * @param problem what was to be solved
 * @param failed what became of it
 */
record FailureText(Problem problem, Outcome.Failed failed) {

    private static final String IN_JAVA = "or let Solve.findingConsistentStart() find some";

    String text() {
        String text = failed.message().replace(IN_JAVA, consistency());
        List<String> states = problem.equations().states();
        for (int s = 0; s < states.size(); s++) {
            text = text.replaceAll("\\bstate " + s + "\\b", Matcher.quoteReplacement("state '" + states.get(s) + "'"));
        }
        return text + key();
    }

    private String consistency() {
        return problem.solve().consistent()
                ? "none were found nearby"
                : "or let them be corrected by leaving out  consistent: false";
    }

    private String key() {
        return failed.reason() == Outcome.Reason.MAX_STEPS ? " (maxSteps is the key that allows more)" : "";
    }
}
