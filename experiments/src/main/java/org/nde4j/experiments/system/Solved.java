package org.nde4j.experiments.system;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nde4j.core.array.Numbers;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.Solution;

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

    /** The names of the states. */
    public List<String> states() {
        return problem.equations().states();
    }

    /** The values of a state at all saved times. */
    public double[] values(int state) {
        double[] values = new double[solution.states().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = solution.states()[i][state];
        }
        return values;
    }

    /** The method, with its tolerances or the length of its steps. */
    public String method() {
        return problem.solve().method().name()
                + (problem.solve().controller() instanceof PidController pid
                        ? " with rtol " + Numbers.text(pid.tolerance().rtol()) + " and atol "
                                + Numbers.text(pid.tolerance().atol()[0])
                        : "");
    }

    /** What the gradient is of, such as {@code x(10)}. */
    public String differentiated() {
        int state = problem.gradient().map(Gradient::state).orElse(0);
        return states().get(state) + "(" + Numbers.text(problem.to()) + ")";
    }

    /** What a program reads. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("status", failure.isEmpty() ? "completed" : "failed");
        failure.ifPresent(message -> json.put("message", message));
        json.put("t", solution.times());
        Map<String, Object> values = new LinkedHashMap<>();
        for (int s = 0; s < states().size(); s++) {
            values.put(states().get(s), values(s));
        }
        json.put("states", values);
        json.put("stats", statistics());
        json.put("gradient", gradient);
        return json;
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
        StringBuilder csv = new StringBuilder(Equations.TIME);
        states().forEach(name -> csv.append(',').append(quoted(name)));
        csv.append('\n');
        for (int i = 0; i < solution.times().length; i++) {
            List<String> cells = new ArrayList<>();
            cells.add(Numbers.text(solution.times()[i]));
            for (int s = 0; s < states().size(); s++) {
                cells.add(Numbers.text(solution.states()[i][s]));
            }
            csv.append(String.join(",", cells)).append('\n');
        }
        return csv.toString();
    }

    private static String quoted(String name) {
        return name.matches("[^,;\"\\s#]+") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
