package org.nde4j.experiments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nde4j.core.array.Numbers;
import org.nde4j.experiments.report.Page.Block;
import org.nde4j.experiments.report.Page.Cell;
import org.nde4j.experiments.report.Page.Fact;
import org.nde4j.experiments.report.Page.Grid;
import org.nde4j.experiments.report.Page.Listing;
import org.nde4j.experiments.report.Page.Row;

/** The tables of a page; null where there is nothing to list. */
final class Tables {
    /** What changes while a run is under way, also after its page was made. */
    private static final List<String> PASSING =
            List.of("status", "stop", "heartbeat", "exitCode", "message", "process");

    private Tables() {}

    /** The numbers at the top of the page, as far as they are known. */
    static List<Fact> facts(Findings run) {
        List<Fact> facts = new ArrayList<>();
        fact(run.summary().get("test_r2"), "R² on unseen data", facts);
        fact(run.summary().get("validation_r2"), "R² on validation data", facts);
        fact(run.summary().get("train_r2"), "R² on training data", facts);
        fact(run.summary().get("network_test_r2"), "R² of the network, unseen data", facts);
        double size = run.equations().stream().mapToDouble(Equation::complexity).sum();
        if (size > 0) facts.add(new Fact(Digits.of(size, 4), "complexity"));
        return facts;
    }

    private static void fact(Doc r2, String name, List<Fact> into) {
        if (!Double.isNaN(r2.number())) into.add(new Fact(Verdict.rounded(r2.number()), name));
    }

    static Grid constants(List<Equation> equations) {
        List<Row> rows = new ArrayList<>();
        for (Equation e : equations) {
            for (Equation.Constant c : e.constants()) rows.add(constant(e, c));
        }
        return rows.isEmpty()
                ? null
                : new Grid("", List.of("equation", "constant", "value ± standard error", "all digits"), rows);
    }

    private static Row constant(Equation e, Equation.Constant c) {
        String exact = c.exact().isEmpty() && !Double.isNaN(c.value()) ? Numbers.text(c.value()) : c.exact();
        return new Row(
                false,
                List.of(
                        Cell.text(e.left()),
                        Cell.code(c.name()),
                        Cell.number(Digits.of(c.value(), c.error())),
                        Cell.code(exact)));
    }

    static Block front(Sheet front) {
        if (front.isEmpty()) return null;
        String[] state = front.texts("state");
        String[] expression = front.texts("expression");
        String[] chosen = front.texts("chosen");
        double[] complexity = front.numbers("complexity");
        double[] loss = front.numbers("loss");
        double[] score = front.numbers("score");
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < state.length; i++) {
            rows.add(new Row(
                    FrontCharts.yes(chosen[i]),
                    List.of(
                            Cell.text(state[i]),
                            Cell.number(Digits.of(complexity[i], 4)),
                            Cell.number(Digits.of(loss[i], 3)),
                            Cell.number(Digits.of(score[i], 3)),
                            Cell.code(expression[i]))));
        }
        return new Grid(
                "All " + rows.size() + " expressions",
                List.of("state", "complexity", "loss", "score", "expression"),
                rows);
    }

    static Block systems(Sheet systems) {
        if (systems.isEmpty()) return null;
        String[] rank = systems.texts("rank");
        String[] expressions = systems.texts("expressions");
        double[] complexity = systems.numbers("complexity");
        double[] train = systems.numbers("train_error");
        double[] validation = systems.numbers("validation_error");
        double[] criterion = systems.numbers("criterion");
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < rank.length; i++) {
            rows.add(new Row(
                    rank[i].equals("1"),
                    List.of(
                            Cell.number(rank[i]),
                            Cell.number(Digits.of(complexity[i], 4)),
                            Cell.number(Digits.of(train[i], 3)),
                            Cell.number(Digits.of(validation[i], 3)),
                            Cell.number(Digits.of(criterion[i], 4)),
                            Cell.code(expressions[i]))));
        }
        return new Grid(
                "",
                List.of("rank", "complexity", "training error", "validation error", "criterion", "equations"),
                rows);
    }

    static Block rerun(Findings run) {
        return run.rerun().isBlank()
                ? null
                : new Listing("The commands that repeat this run", run.rerun().strip());
    }

    static Block settings(Findings run) {
        return run.settings().isBlank()
                ? null
                : new Listing("All settings", run.settings().strip());
    }

    static Block summary(Findings run) {
        return pairs("Final numbers", run.summary().leaves());
    }

    static Block versions(Findings run) {
        Map<String, String> facts = run.run().leaves();
        facts.keySet().removeAll(PASSING);
        return pairs("Versions, seeds and machine", facts);
    }

    private static Block pairs(String summary, Map<String, String> leaves) {
        List<Row> rows = new ArrayList<>();
        leaves.forEach((k, v) -> rows.add(new Row(false, List.of(Cell.text(k), Cell.code(v)))));
        return rows.isEmpty() ? null : new Grid(summary, List.of("name", "value"), rows);
    }
}
