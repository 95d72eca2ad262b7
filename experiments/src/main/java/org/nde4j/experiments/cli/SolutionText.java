package org.nde4j.experiments.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nde4j.core.array.Numbers;
import org.nde4j.core.solve.Occurrence;
import org.nde4j.core.solve.Solution;
import org.nde4j.experiments.system.Solved;
import org.nde4j.experiments.system.Table;

/** A solution for a person to read: some of the saved states in columns, the gradient, and how much work it was. */
record SolutionText(Solved solved) {

    private static final int MOST_ROWS = 21;
    private static final int MOST_EVENTS = 10;

    String text() {
        List<String> lines = new ArrayList<>();
        lines.addAll(states());
        lines.addAll(events());
        lines.addAll(gradient());
        lines.addAll(solved.remarks());
        solved.end()
                .ifPresent(event -> lines.add("ended at t = " + digits(event.time()) + " by '" + event.name() + "'"));
        lines.add(work());
        solved.failure().ifPresent(message -> lines.add("not solved: " + message));
        return String.join(System.lineSeparator(), lines);
    }

    private List<String> states() {
        Table table = solved.table();
        int saved = table.times().length;
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("t"));
        head.addAll(solved.columns());
        rows.add(head);
        int every = Math.max(1, (saved - 1 + MOST_ROWS - 2) / (MOST_ROWS - 1));
        for (int i = 0; i < saved; i++) {
            if (i % every == 0 || i == saved - 1) {
                rows.add(row(table.times()[i], table.rows()[i]));
            }
        }
        List<String> lines = Aligned.right(rows);
        if (every > 1) {
            lines.add("(every " + every + ". of " + saved + " saved times; --json or --csv FILE give all)");
        }
        return lines;
    }

    private List<String> events() {
        List<Occurrence> events = solved.events();
        if (events.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>(List.of(List.of("event at t", "", "")));
        events.stream()
                .limit(MOST_EVENTS)
                .forEach(event -> rows.add(List.of(digits(event.time()), event.name(), change(event))));
        List<String> lines = Aligned.left(rows);
        if (events.size() > MOST_EVENTS) {
            lines.add("(the first " + MOST_EVENTS + " of " + events.size() + " events; --json or --csv FILE give all)");
        }
        return lines;
    }

    private String change(Occurrence event) {
        Map<String, Double> after = solved.named(event.after());
        List<String> changes = new ArrayList<>();
        solved.named(event.before()).forEach((name, before) -> {
            if (!before.equals(after.get(name))) {
                changes.add("%s: %s -> %s".formatted(name, digits(before), digits(after.get(name))));
            }
        });
        return String.join(", ", changes);
    }

    private static List<String> row(double time, double[] values) {
        List<String> row = new ArrayList<>(List.of(digits(time)));
        for (double value : values) {
            row.add(digits(value));
        }
        return row;
    }

    private List<String> gradient() {
        if (solved.gradient().isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(new ArrayList<>(List.of("d/d", solved.differentiated())));
        solved.gradient().forEach((name, value) -> rows.add(List.of(name, digits(value))));
        return Aligned.right(rows);
    }

    private String work() {
        Solution.Statistics work = solved.solution().statistics();
        return "%s: %d steps, %d rejected, %d evaluations, %s s"
                .formatted(
                        solved.method(),
                        work.steps(),
                        work.rejected(),
                        work.evaluations(),
                        String.format(Locale.ROOT, "%.3f", solved.seconds()));
    }

    private static String digits(double value) {
        return Double.isFinite(value)
                ? Numbers.text(new BigDecimal(value).round(new MathContext(6)).doubleValue())
                : String.valueOf(value);
    }
}
