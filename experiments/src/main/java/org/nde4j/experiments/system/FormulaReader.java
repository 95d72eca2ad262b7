package org.nde4j.experiments.system;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.nde4j.experiments.config.Nearest;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.ParseException;
import org.nde4j.symbolic.simplify.Simplifier;

/** Reads the formulas of a file, and remembers which parameters they use. */
final class FormulaReader {

    private final SystemFile file;
    private final Places places;
    private final List<String> free;
    private final TreeSet<String> used = new TreeSet<>();

    /**
     * A reader.
     *
     * @param free the parameters that stay parameters; the others become numbers
     */
    FormulaReader(SystemFile file, Places places, List<String> free) {
        this.file = file;
        this.places = places;
        this.free = free;
    }

    /** The names of the parameters that are left in formulas. */
    List<String> free() {
        return free;
    }

    /** A formula of the given names, the parameters and the time; what it is for is said in messages. */
    Expression read(String text, Collection<String> names, String about, String... path) {
        Expression formula = parsed(text, names, about, path);
        used.addAll(formula.variables());
        return numbered(formula, free);
    }

    /** The same with numbers for all parameters. */
    Expression readNumbered(String text, Collection<String> names, String about, String... path) {
        return numbered(read(text, names, about, path), List.of());
    }

    private Expression parsed(String text, Collection<String> names, String about, String... path) {
        TreeSet<String> known = new TreeSet<>(names);
        known.addAll(file.parameters().keySet());
        known.add(Formulas.TIME);
        try {
            return Expression.parse(text.strip(), known);
        } catch (ParseException e) {
            boolean delay = e.getMessage().contains("function \"delay\"");
            String complaint = delay ? "delay(state, time) cannot be used, only in equations" : e.getMessage();
            throw places.refusal("in " + about + ", " + complaint, path);
        }
    }

    private Expression numbered(Expression formula, List<String> but) {
        Map<String, Expression> numbers = new LinkedHashMap<>();
        file.parameters().forEach((name, value) -> numbers.put(name, Expression.constant(value)));
        numbers.keySet().removeAll(but);
        return Simplifier.fold(formula.substitute(numbers));
    }

    /** After all formulas were read: a parameter that only the command line knows of is a typing error. */
    void checkUse() {
        used.retainAll(file.parameters().keySet());
        for (String name : file.parameters().keySet()) {
            if (!used.contains(name) && places.onCommandLine("parameters", name)) {
                throw places.refusal(
                        "no equation uses a parameter '" + name + "'" + Nearest.advice(name, used), "parameters", name);
            }
        }
    }
}
