package org.nde4j.experiments.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.nde4j.core.array.Numbers;
import org.nde4j.core.solve.ConsistentStart;
import org.nde4j.core.solve.Tolerance;

/**
 * Where a solve starts.
 *
 * @param values the start values, in the order of the equations
 * @param remarks what was changed so that they satisfy algebraic equations
 */
record Start(double[] values, List<String> remarks) {

    /** The start values of a problem, corrected if they violate its algebraic equations and that is asked for. */
    static Start of(Problem problem) {
        double[] given = problem.start();
        ConsistentStart search = problem.solve().consistent()
                ? ConsistentStart.of(problem.equations().field())
                : null;
        double[] found = given.clone();
        if (search == null || !search.iterate(problem.from(), found, problem.parameters())) {
            return new Start(given, List.of());
        }
        Tolerance asked = problem.solve().controller().tolerance();
        Tolerance tolerance = asked == null ? Tolerance.of(1e-6, 1e-9) : asked;
        List<String> changes = new ArrayList<>();
        for (int s = 0; s < found.length; s++) {
            if (Math.abs(found[s] - given[s]) > tolerance.scale(s, found[s])) {
                changes.add("%s from %s to %s"
                        .formatted(problem.equations().states().get(s), text(given[s]), text(found[s])));
            }
        }
        return changes.isEmpty()
                ? new Start(given, List.of())
                : new Start(
                        found,
                        List.of("the start values were changed to satisfy the algebraic equations: "
                                + String.join(", ", changes)));
    }

    private static String text(double value) {
        return Numbers.text(Double.parseDouble(String.format(Locale.ROOT, "%.6g", value)));
    }
}
