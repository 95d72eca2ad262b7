package org.nde4j.experiments.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nde4j.core.array.Numbers;
import org.nde4j.symbolic.dynamics.Distilled;
import org.nde4j.symbolic.dynamics.EquationSystem;
import org.nde4j.symbolic.export.Exporter;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.Language;

/** The found equations as people and programs read them: formulas in several languages, constants with their errors. */
final class EquationSheet {
    private static final int SHOWN = 5; // significant digits of constants where people read them

    private final String time;
    private final Distilled found;
    private final EquationSystem system;
    private final List<String> warnings;

    EquationSheet(String time, Distilled found, List<String> warnings) {
        this.time = time;
        this.found = found;
        this.system = found.equations().system();
        this.warnings = List.copyOf(warnings);
    }

    /** A line for each equation and each constant that has an error. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int s = 0; s < system.states().size(); s++) {
            Expression e = system.derivatives().get(s);
            lines.add(rate(system.states().get(s)) + " = " + e.rounded(SHOWN).text());
            int to = from + e.constants().length;
            List<String> errors = new ArrayList<>();
            for (int i = from; i < to; i++) {
                if (found.standardErrors()[i] > 0) {
                    errors.add(String.format(
                            Locale.ROOT, "%.5g ± %.2g", system.constants()[i], found.standardErrors()[i]));
                }
            }
            if (!errors.isEmpty()) {
                lines.add("    constants: " + String.join(", ", errors));
            }
            from = to;
        }
        return lines;
    }

    private String rate(String state) {
        return "d" + state + "/d" + time;
    }

    /** What {@code --json} says of each equation. */
    List<Map<String, Object>> brief() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int s = 0; s < system.states().size(); s++) {
            all.add(brief(system, s));
        }
        return all;
    }

    private static Map<String, Object> brief(EquationSystem system, int state) {
        Expression e = system.derivatives().get(state);
        return new Formula(e).brief(system.states().get(state));
    }

    /** The content of {@code equations.json}. */
    Map<String, Object> json() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("time", time);
        map.put("states", system.states());
        map.put("equations", equations());
        map.put("baseline", baseline());
        map.put("warnings", warnings);
        return map;
    }

    private List<Map<String, Object>> equations() {
        List<Map<String, Object>> all = new ArrayList<>();
        int from = 0;
        for (int s = 0; s < system.states().size(); s++) {
            Expression e = system.derivatives().get(s);
            int to = from + e.constants().length;
            Map<String, Object> map = brief(system, s);
            map.put("mathml", Exporter.to(Language.MATHML).digits(SHOWN).formula(e));
            map.put(
                    "text",
                    rate(system.states().get(s)) + " = " + e.rounded(SHOWN).text());
            map.put("constants", constants(from, to));
            all.add(map);
            from = to;
        }
        return all;
    }

    private List<Map<String, Object>> constants(int from, int to) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Map<String, Object> map = new LinkedHashMap<>();
            boolean exact = found.standardErrors()[i] == 0;
            map.put("name", "c" + (i + 1));
            map.put("value", system.constants()[i]);
            map.put("standard_error", exact ? null : found.standardErrors()[i]);
            map.put("exact", exact ? Numbers.text(system.constants()[i]) : null);
            all.add(map);
        }
        return all;
    }

    private Map<String, Object> baseline() {
        EquationSystem simple = found.baseline().system().simplified();
        List<Map<String, Object>> equations = new ArrayList<>();
        for (int s = 0; s < simple.states().size(); s++) {
            Map<String, Object> map = brief(simple, s);
            map.put("text", new Formula(simple.derivatives().get(s)).line());
            equations.add(map);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", "STLSQ");
        map.put("equations", equations);
        map.put("validation_r2", found.scores().baselineValidation());
        map.put("test_r2", found.scores().baselineTest());
        return map;
    }
}
