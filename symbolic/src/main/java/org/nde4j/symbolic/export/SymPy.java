package org.nde4j.symbolic.export;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.nde4j.symbolic.expression.Binary;
import org.nde4j.symbolic.expression.BinaryOperator;
import org.nde4j.symbolic.expression.Constant;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.Language;

/** SymPy, with real symbols that keep the names of the variables. */
final class SymPy extends Source {
    private static final String IMPORTED =
            "Abs Max Min N Symbol acos asin atan cos cosh exp log nan oo sin sinh" + " sqrt tan tanh";

    SymPy() {
        super(Language.SYMPY, "#", NumPy.KEYWORDS + " " + IMPORTED, Map.of());
    }

    /** Whole numbers stay whole, since SymPy calculates with them exactly. */
    @Override
    String number(double value) {
        String text = super.number(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    @Override
    String special(double value) {
        return Double.isNaN(value) ? "nan" : value > 0 ? "oo" : "-oo";
    }

    /** SymPy would take the logarithm of a negative number for complex, and refuses to compare what is not finite. */
    @Override
    String write(Expression e, Map<String, String> names) {
        if (isNan(e)) {
            return special(Double.NaN);
        }
        double value = e.variables().isEmpty() ? e.evaluate(Map.of()) : 0;
        return Double.isFinite(value) ? super.write(e, names) : special(value);
    }

    /** Whether it is not a number whatever the variables are; only a power of zero hides that. */
    private static boolean isNan(Expression e) {
        if (e.variables().isEmpty()) {
            return Double.isNaN(e.evaluate(Map.of()));
        }
        boolean hidden = e instanceof Binary b
                && b.op() == BinaryOperator.POW
                && b.right().equals(new Constant(0));
        return !hidden && e.arguments().stream().anyMatch(SymPy::isNan);
    }

    @Override
    String power(Expression exponent, String base, String raised) {
        return base + "**" + raised;
    }

    @Override
    String constants(BinaryOperator op, String left, String right) {
        return "N(" + left + ")" + op.spelling(Language.SYMPY) + right;
    }

    @Override
    public String function(String name, Map<String, String> names, Expression e) {
        return declared(names) + name + " = " + write(e, names) + "\n";
    }

    @Override
    public String system(String name, List<String> states, List<Expression> derivatives) {
        Map<String, String> names = namesOf(states, name);
        StringBuilder out = new StringBuilder(declared(names)).append(name).append(" = [\n");
        derivatives.forEach(e -> out.append("    ").append(write(e, names)).append(",\n"));
        return out.append("]\n").toString();
    }

    private static String declared(Map<String, String> names) {
        StringBuilder out = new StringBuilder("from sympy import " + IMPORTED.replace(" ", ", ") + "\n\n");
        names.forEach((variable, name) ->
                out.append(name).append(" = Symbol(").append(quoted(variable)).append(", real=True)\n"));
        return out.toString();
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            boolean plain = c >= ' ' && c <= '~' && c != '"' && c != '\\';
            out.append(plain ? Character.toString(c) : escaped(c));
        }
        return out.append('"').toString();
    }

    private static String escaped(char c) {
        return "\\" + "u" + HexFormat.of().toHexDigits(c);
    }
}
