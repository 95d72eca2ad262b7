package org.nde4j.experiments.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nde4j.core.array.Numbers;
import org.nde4j.experiments.config.Json;
import org.nde4j.experiments.run.RunFolder;
import org.nde4j.symbolic.dynamics.EquationSystem;
import org.nde4j.symbolic.front.Point;

/** What a regression found, as files, for people and for programs. */
record RegressSheet(Regression found) {

    /** Writes equations, front, predictions and scores into the run folder. */
    void write(RunFolder folder) {
        folder.write("equations.json", Json.pretty(equations()));
        folder.write("summary.json", Json.pretty(summary()));
        folder.write("front.csv", front());
        folder.write("prediction.csv", prediction());
    }

    Conclusion conclusion() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("equations", List.of(formula().brief(target())));
        facts.put("train_r2", found.r2(Sample.Part.TRAIN));
        facts.put("test_r2", found.r2(Sample.Part.TEST));
        facts.put("front", frontFacts());
        facts.put("warnings", found.sample().warnings());
        return Conclusion.reached(text(), facts);
    }

    private String target() {
        return found.sample().target();
    }

    private Formula formula() {
        return new Formula(found.expression());
    }

    private Map<String, Object> equations() {
        Map<String, Object> equation = formula().brief(target());
        equation.put("mathml", formula().mathml());
        equation.put("text", target() + " = " + formula().line());
        equation.put("constants", constants());
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("target", target());
        map.put("equations", List.of(equation));
        map.put("warnings", found.sample().warnings());
        return map;
    }

    /** The numbers in the expression; whole exponents belong to its form and are exact. */
    private List<Map<String, Object>> constants() {
        List<Integer> exact = EquationSystem.of(List.of(target()), List.of(found.expression()))
                .exact();
        List<Map<String, Object>> all = new ArrayList<>();
        for (double value : found.expression().constants()) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("name", "c" + (all.size() + 1));
            map.put("value", value);
            map.put("standard_error", null);
            map.put("exact", exact.contains(all.size()) ? Numbers.text(value) : null);
            all.add(map);
        }
        return all;
    }

    private Map<String, Object> summary() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("train_r2", found.r2(Sample.Part.TRAIN));
        map.put("validation_r2", found.r2(Sample.Part.VALIDATION));
        map.put("test_r2", found.r2(Sample.Part.TEST));
        map.put("rows", found.sample().rows().length);
        map.put("complexity", found.expression().complexity());
        return map;
    }

    private List<Map<String, Object>> frontFacts() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < points().size(); i++) {
            Formula formula = new Formula(points().get(i).expression());
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("complexity", points().get(i).complexity());
            map.put("loss", points().get(i).loss());
            map.put("score", found.front().score(i));
            map.put("expression", formula.expression().text());
            map.put("sympy", formula.sympy());
            map.put("latex", formula.latex());
            all.add(map);
        }
        return all;
    }

    private List<Point> points() {
        return found.front().points();
    }

    private String front() {
        Csv csv = new Csv().row("state", "complexity", "loss", "score", "expression", "sympy", "latex", "chosen");
        List<Map<String, Object>> facts = frontFacts();
        for (int i = 0; i < facts.size(); i++) {
            List<Object> row = new ArrayList<>(List.of(target()));
            row.addAll(facts.get(i).values());
            row.add(i == found.chosen() ? 1 : 0);
            csv.row(row);
        }
        return csv.toString();
    }

    private String prediction() {
        Csv csv = new Csv().row("row", "observed", "predicted", "split");
        double[] predicted = found.predicted();
        for (int i = 0; i < predicted.length; i++) {
            csv.row(
                    found.sample().rows()[i],
                    found.sample().data().target(i),
                    predicted[i],
                    found.parts()[i].name().toLowerCase(Locale.ROOT));
        }
        return csv.toString();
    }

    private String text() {
        StringBuilder text = new StringBuilder("\n  ");
        text.append(target()).append(" = ").append(formula().line()).append("\n\n  held-out data: R2 ");
        text.append(share(found.r2(Sample.Part.TEST))).append("   fitted data: R2 ");
        text.append(share(found.r2(Sample.Part.TRAIN))).append("\n\n  complexity        loss  expression\n");
        for (int i = 0; i < points().size(); i++) {
            text.append("  %s %8d  %10s  %s%n"
                    .formatted(
                            i == found.chosen() ? "*" : " ",
                            points().get(i).complexity(),
                            String.format(Locale.ROOT, "%.3g", points().get(i).loss()),
                            new Formula(points().get(i).expression()).line()));
        }
        found.sample().warnings().forEach(w -> text.append("  note: ").append(w).append('\n'));
        return text.toString();
    }

    /** Never rounded up to 1. */
    private static String share(double r2) {
        if (Double.isNaN(r2)) {
            return "unknown (no rows)";
        }
        return r2 < 1 && r2 > 0.9999 ? "> 0.9999" : String.format(Locale.ROOT, "= %.4f", r2);
    }
}
