package org.nde4j.symbolic.export;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nde4j.symbolic.expression.BinaryOperator;
import org.nde4j.symbolic.expression.Constant;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.Language;

/** C99. */
final class C extends Source {
    private static final String KEYWORDS =
            "auto break case char const continue default do double else enum extern float"
                    + " for goto if inline int long register restrict return short signed sizeof static struct switch typedef"
                    + " union unsigned void volatile while main NAN INFINITY isnan isinf j0 j1 jn y0 y1 yn gamma signgam div"
                    + " round floor ceil time errno";

    C() {
        super(Language.C, "//", KEYWORDS, helpers());
    }

    private static Map<String, String> helpers() {
        Map<String, String> helpers = new TreeMap<>();
        helpers.put("real_min", helper("min", "return isnan(a) || a < b ? a : b;"));
        helpers.put("real_max", helper("max", "return isnan(a) || a > b ? a : b;"));
        helpers.put("real_pow", helper("pow", "return isnan(b) || (fabs(a) == 1 && isinf(b)) ? NAN : pow(a, b);"));
        return helpers;
    }

    private static String helper(String name, String body) {
        return "static double real_" + name + "(double a, double b) {\n    " + body + "\n}\n";
    }

    @Override
    String special(double value) {
        return Double.isNaN(value) ? "NAN" : value > 0 ? "INFINITY" : "-INFINITY";
    }

    @Override
    String power(Expression exponent, String base, String raised) {
        boolean known = exponent instanceof Constant;
        return (known ? "pow(" : "real_pow(") + base + ", " + raised + ")";
    }

    @Override
    String constants(BinaryOperator op, String left, String right) {
        return op == BinaryOperator.POW ? "real_pow(" + left + ", " + right + ")" : left + "/" + right;
    }

    @Override
    public String function(String name, Map<String, String> names, Expression e) {
        String body = write(e, names);
        String arguments = names.values().stream().map(v -> "double " + v).collect(Collectors.joining(", "));
        return "#include <math.h>\n\n" + helpersOf(body) + renamed(names, "") + "double " + name + "("
                + (arguments.isEmpty() ? "void" : arguments) + ") {\n    return " + body + ";\n}\n";
    }

    @Override
    public String system(String name, List<String> states, List<Expression> derivatives) {
        Map<String, String> names = namesOf(states, "state", "derivative");
        List<String> bodies = written(derivatives, names);
        StringBuilder out = new StringBuilder("#include <math.h>\n\n").append(helpersOf(bodies.toString()));
        out.append(renamed(names, "")).append("void ").append(name);
        out.append("(double t, const double *state, double *derivative) {\n");
        for (int i = 0; i < states.size(); i++) {
            out.append("    const double ")
                    .append(names.get(states.get(i)))
                    .append(" = state[")
                    .append(i)
                    .append("];\n");
        }
        for (int i = 0; i < states.size(); i++) {
            out.append("    derivative[")
                    .append(i)
                    .append("] = ")
                    .append(bodies.get(i))
                    .append(";\n");
        }
        return out.append("}\n").toString();
    }
}
