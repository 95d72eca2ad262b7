package org.nde4j.experiments.system;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nde4j.core.array.Numbers;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.Solution;
import org.nde4j.core.solve.Tolerance;

/**
 * A problem and what became of it.
 *
 * @param problem the problem
 * @param solution the saved states, all of them or those before the failure
 * @param seconds how long the solve took
 * @param gradient the derivatives asked for, by name
 * @param failure what went wrong, if something did
 */
public record Solved(
        Problem problem, Solution solution, double seconds, Map<String, Double> gradient, Optional<String> failure) {

    /** The names of what is shown: the states, then functions of them. */
    public List<String> columns() {
        return problem.columns().names();
    }

    /** The values of all columns at all saved times. */
    public double[][] rows() {
        return problem.columns().rows(problem.equations().states(), solution.times(), solution.states());
    }

    /** The method, with the reason for it, and its tolerances. */
    public String method() {
        String reason = problem.reason().isEmpty() ? "" : " (" + problem.reason() + ")";
        return problem.solve().method().name()
                + reason
                + (problem.solve().controller() instanceof PidController pid ? tolerances(pid.tolerance()) : "");
    }

    private static String tolerances(Tolerance tolerance) {
        String atol = Arrays.stream(tolerance.atol()).mapToObj(Numbers::text).collect(Collectors.joining(", "));
        return " with rtol " + Numbers.text(tolerance.rtol()) + " and atol " + atol;
    }

    /** What the gradient is of, such as {@code x(10)}. */
    public String differentiated() {
        int state = problem.gradient().map(Gradient::state).orElse(0);
        return problem.equations().states().get(state) + "(" + Numbers.text(problem.to()) + ")";
    }

    /** What a program reads. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("status", failure.isEmpty() ? "completed" : "failed");
        failure.ifPresent(message -> json.put("message", message));
        json.put("t", solution.times());
        int states = problem.columns().states();
        json.put("states", values(0, states));
        if (columns().size() > states) {
            json.put("outputs", values(states, columns().size()));
        }
        json.put("stats", statistics());
        json.put("gradient", gradient);
        return json;
    }

    private Map<String, Object> values(int from, int to) {
        double[][] rows = rows();
        Map<String, Object> values = new LinkedHashMap<>();
        for (int c = from; c < to; c++) {
            int column = c;
            values.put(
                    columns().get(c),
                    Arrays.stream(rows).mapToDouble(row -> row[column]).toArray());
        }
        return values;
    }

    private Map<String, Object> statistics() {
        Map<String, Object> stats = new LinkedHashMap<>();
        stats.put("steps", solution.statistics().steps());
        stats.put("rejected", solution.statistics().rejected());
        stats.put("evaluations", solution.statistics().evaluations());
        stats.put("seconds", seconds);
        return stats;
    }

    /** All saved values as a table with a header, the time first. */
    public String csv() {
        StringBuilder csv = new StringBuilder(Formulas.TIME);
        columns().forEach(name -> csv.append(',').append(quoted(name)));
        csv.append('\n');
        double[][] rows = rows();
        for (int i = 0; i < rows.length; i++) {
            List<String> cells = new ArrayList<>();
            cells.add(Numbers.text(solution.times()[i]));
            for (double value : rows[i]) {
                cells.add(Numbers.text(value));
            }
            csv.append(String.join(",", cells)).append('\n');
        }
        return csv.toString();
    }

    private static String quoted(String name) {
        return name.matches("[^,;\"\\s#]+") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
