package org.nde4j.experiments.report;

import java.util.ArrayList;
import java.util.List;
import org.nde4j.experiments.report.Page.Block;
import org.nde4j.experiments.report.Page.Cell;
import org.nde4j.experiments.report.Page.Grid;
import org.nde4j.experiments.report.Page.Row;

/** The equations beside those of the baseline. */
final class Comparison {
    private Comparison() {}

    /** Who predicts better, and at what size. */
    static String sentence(Findings run) {
        Doc base = run.baseline();
        for (String part : List.of("test", "validation")) {
            double theirs = base.get(part + "_r2").number();
            double ours = run.summary().get(part + "_r2").number();
            if (!Double.isNaN(theirs) && !Double.isNaN(ours)) return compared(run, part, ours, theirs);
        }
        return "";
    }

    private static String compared(Findings run, String part, double ours, double theirs) {
        String words = part.equals("test") ? "On unseen data" : "On the validation data";
        String reach = ours > theirs ? " the equations above reach " : " the equations above reach only ";
        double size = run.equations().stream().mapToDouble(Equation::complexity).sum();
        return words + reach + Verdict.scored(ours) + size(size) + ", " + name(run) + " reaches "
                + Verdict.scored(theirs) + size(total(run.baseline())) + ".";
    }

    private static String size(double complexity) {
        return complexity > 0 ? " (complexity " + Digits.of(complexity, 4) + ")" : "";
    }

    private static double total(Doc base) {
        return base.get("equations").items().stream()
                .mapToDouble(e -> e.get("complexity").number())
                .sum();
    }

    private static String name(Findings run) {
        String name = run.baseline().get("name").text();
        if (name.isEmpty()) return "the baseline";
        return name.equals("STLSQ") ? "SINDy (STLSQ)" : name;
    }

    /** Both sets of equations, row by row. */
    static Block table(Findings run) {
        List<Row> rows = new ArrayList<>();
        for (Doc e : run.baseline().get("equations").items()) {
            rows.add(row(
                    name(run),
                    left(e.get("state").text(), run),
                    Equation.either(e.get("text").text(), e.get("expression").text()),
                    e.get("complexity").number()));
        }
        if (rows.isEmpty()) return null;
        List<Row> all = new ArrayList<>();
        for (Equation e : run.equations()) all.add(chosen(e));
        all.addAll(rows);
        return new Grid("", List.of("method", "complexity", "equation"), all);
    }

    private static String left(String state, Findings run) {
        return Equation.left(state, run.time());
    }

    private static Row chosen(Equation e) {
        return new Row(
                true, List.of(Cell.text("NDE4J"), Cell.number(Digits.of(e.complexity(), 4)), Cell.code(e.text())));
    }

    private static Row row(String method, String left, String right, double complexity) {
        return new Row(
                false,
                List.of(Cell.text(method), Cell.number(Digits.of(complexity, 4)), Cell.code(left + " = " + right)));
    }
}
