package org.nde4j.experiments.system;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nde4j.core.array.Numbers;
import org.nde4j.core.solve.Occurrence;
import org.nde4j.core.solve.Outcome;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.Solution;
import org.nde4j.core.solve.Tolerance;

/**
 * A problem and what became of it.
 *
 * @param problem the problem
 * @param outcome how the solve ended, with the saved states: all of them or those before the failure
 * @param remarks what was done that was not asked for
 * @param seconds how long the solve took
 * @param gradient the derivatives asked for, by name
 * @param failure what went wrong, if something did
 */
public record Solved(
        Problem problem,
        Outcome outcome,
        List<String> remarks,
        double seconds,
        Map<String, Double> gradient,
        Optional<String> failure) {

    /** The same with a gradient. */
    Solved with(Map<String, Double> derivatives) {
        return new Solved(problem, outcome, remarks, seconds, derivatives, failure);
    }

    /** The same with something that went wrong. */
    Solved failing(String message) {
        return new Solved(problem, outcome, remarks, seconds, gradient, Optional.of(message));
    }

    /** The solution. */
    public Solution solution() {
        return outcome.solution();
    }

    /** The names of what is shown: the states, then functions of them. */
    public List<String> columns() {
        return problem.columns().names();
    }

    /** The names of the states. */
    public List<String> states() {
        return columns().subList(0, problem.columns().states());
    }

    /** All columns at the saved times, and at the end where an event ended the solve. */
    public Table table() {
        List<Row> rows = new ArrayList<>(saved());
        double end = solution().restart().time();
        boolean there = !rows.isEmpty() && rows.get(rows.size() - 1).time() == end;
        if (outcome instanceof Outcome.Stopped && !there) {
            rows.add(new Row(end, solution().restart().state(), ""));
        }
        return problem.columns().table(problem.equations().states(), rows);
    }

    /** The same, and at all events: before and after. */
    public Table tableWithEvents() {
        List<Row> rows = Row.merged(saved(), events(), problem.to() < problem.from() ? -1 : 1);
        return problem.columns().table(problem.equations().states(), rows);
    }

    private List<Row> saved() {
        return Row.of(problem.saved().of(solution()));
    }

    /** What happened on the way. */
    public List<Occurrence> events() {
        return solution().events();
    }

    /** The event that ended the solve, if one did. */
    public Optional<Occurrence> end() {
        return outcome instanceof Outcome.Stopped stopped ? Optional.of(stopped.event()) : Optional.empty();
    }

    /** The values of the states before or after an event, by name. */
    public Map<String, Double> named(double[] state) {
        Map<String, Double> values = new LinkedHashMap<>();
        states().forEach(name ->
                values.put(name, state[problem.equations().states().indexOf(name)]));
        return values;
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
        return new SolvedJson(this).object();
    }

    /** All rows as a table with a header, the time first; with a column that names the event where there may be events. */
    public String csv() {
        boolean happens = !problem.solve().events().isEmpty();
        Table table = tableWithEvents();
        StringBuilder csv = new StringBuilder(Formulas.TIME);
        columns().forEach(name -> csv.append(',').append(quoted(name)));
        csv.append(happens ? ",event\n" : "\n");
        for (int i = 0; i < table.times().length; i++) {
            csv.append(Numbers.text(table.times()[i]));
            for (double value : table.rows()[i]) {
                csv.append(',').append(Numbers.text(value));
            }
            csv.append(happens ? "," + quoted(table.events().get(i)) + "\n" : "\n");
        }
        return csv.toString();
    }

    private static String quoted(String name) {
        return name.matches("[^,;\"\\s#]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
