package org.nde4j.symbolic.export;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nde4j.symbolic.expression.BinaryOperator;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.Language;

/** Java: a static method. */
final class JavaSource extends Source {
    private static final String KEYWORDS = "abstract assert boolean break byte case catch char class const continue"
            + " default do double else enum extends final finally float for goto if implements import instanceof int"
            + " interface long native new package private protected public return short static strictfp super switch"
            + " synchronized this throw throws transient try void volatile while true false null _ Math Double";

    JavaSource() {
        super(Language.JAVA, "//", KEYWORDS, Map.of());
    }

    @Override
    String special(double value) {
        return Double.isNaN(value) ? "Double.NaN" : "Double." + (value > 0 ? "POSITIVE" : "NEGATIVE") + "_INFINITY";
    }

    @Override
    String power(Expression exponent, String base, String raised) {
        return "Math.pow(" + base + ", " + raised + ")";
    }

    @Override
    String constants(BinaryOperator op, String left, String right) {
        return op == BinaryOperator.POW ? "Math.pow(" + left + ", " + right + ")" : left + "/" + right;
    }

    @Override
    public String function(String name, Map<String, String> names, Expression e) {
        String arguments = names.values().stream().map(v -> "double " + v).collect(Collectors.joining(", "));
        return renamed(names, "") + "static double " + name + "(" + arguments + ") {\n    return " + write(e, names)
                + ";\n}\n";
    }

    @Override
    public String system(String name, List<String> states, List<Expression> derivatives) {
        Map<String, String> names = namesOf(states, "state");
        StringBuilder out =
                new StringBuilder(renamed(names, "")).append("static double[] ").append(name);
        out.append("(double t, double[] state) {\n");
        for (int i = 0; i < states.size(); i++) {
            out.append("    double ")
                    .append(names.get(states.get(i)))
                    .append(" = state[")
                    .append(i)
                    .append("];\n");
        }
        out.append("    return new double[] {\n");
        written(derivatives, names)
                .forEach(body -> out.append("        ").append(body).append(",\n"));
        return out.append("    };\n}\n").toString();
    }
}
