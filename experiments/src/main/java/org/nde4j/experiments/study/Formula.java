package org.nde4j.experiments.study;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nde4j.symbolic.export.Exporter;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.Language;

/**
 * A formula as programs and people read it.
 *
 * @param expression the formula
 */
record Formula(Expression expression) {

    private static final int SHOWN = 5; // significant digits of constants where people read them

    /** With few digits, for a line of text. */
    String line() {
        return expression.rounded(SHOWN).text();
    }

    /** To the bit, for Python. */
    String sympy() {
        return Exporter.to(Language.SYMPY).formula(expression);
    }

    /** With few digits, for a paper. */
    String latex() {
        return Exporter.to(Language.LATEX).digits(SHOWN).formula(expression);
    }

    /** With few digits, for a page. */
    String mathml() {
        return Exporter.to(Language.MATHML).digits(SHOWN).formula(expression);
    }

    /** What {@code --json} says of it, where it stands for a name. */
    Map<String, Object> brief(String name) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("state", name);
        map.put("expression", expression.text());
        map.put("sympy", sympy());
        map.put("latex", latex());
        map.put("complexity", expression.complexity());
        return map;
    }
}
