package org.nde4j.symbolic.export;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nde4j.symbolic.expression.Constant;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.Language;

/**
 * Julia. Where Julia would raise a domain error helpers give NaN; only sine, cosine and tangent of an infinite number
 * still raise one.
 */
final class Julia extends Source {
    private static final String KEYWORDS = "baremodule begin break catch const continue do else elseif end export false"
            + " finally for function global if import let local macro module quote return struct true try using while"
            + " abstract mutable primitive type where in isa outer NaN Inf pi im";

    Julia() {
        super(Language.JULIA, "#", KEYWORDS, helpers());
    }

    private static Map<String, String> helpers() {
        Map<String, String> helpers = new TreeMap<>();
        helpers.put("real_log", "real_log(x) = x < 0 ? oftype(float(x), NaN) : log(x)\n");
        helpers.put("real_sqrt", "real_sqrt(x) = x < 0 ? oftype(float(x), NaN) : sqrt(x)\n");
        helpers.put("real_asin", "real_asin(x) = abs(x) > 1 ? oftype(float(x), NaN) : asin(x)\n");
        helpers.put("real_acos", "real_acos(x) = abs(x) > 1 ? oftype(float(x), NaN) : acos(x)\n");
        helpers.put("real_pow", """
                function real_pow(a, b)
                    undefined = isnan(b) || (a < 0 && isfinite(b) && b != round(b)) || (abs(a) == 1 && isinf(b))
                    return undefined ? NaN : isinf(b) ? abs(a)^b : float(a)^b
                end
                """);
        return helpers;
    }

    @Override
    String special(double value) {
        return Double.isNaN(value) ? "NaN" : value > 0 ? "Inf" : "-Inf";
    }

    @Override
    String power(Expression exponent, String base, String raised) {
        return exponent instanceof Constant c && c.isInteger()
                ? base + "^" + raised
                : "real_pow(" + base + ", " + raised + ")";
    }

    @Override
    public String function(String name, Map<String, String> names, Expression e) {
        String body = write(e, names);
        return helpersOf(body) + renamed(names, "") + "function " + name + "(" + String.join(", ", names.values())
                + ")\n    return @. " + body + "\nend\n";
    }

    @Override
    public String system(String name, List<String> states, List<Expression> derivatives) {
        Map<String, String> names = namesOf(states, "du", "u", "p");
        List<String> bodies = written(derivatives, names);
        StringBuilder out = new StringBuilder(helpersOf(bodies.toString())).append(renamed(names, ""));
        out.append("function ").append(name).append("!(du, u, p, t)\n");
        for (int i = 0; i < states.size(); i++) {
            out.append("    ")
                    .append(names.get(states.get(i)))
                    .append(" = u[")
                    .append(i + 1)
                    .append("]\n");
        }
        for (int i = 0; i < states.size(); i++) {
            out.append("    du[")
                    .append(i + 1)
                    .append("] = ")
                    .append(bodies.get(i))
                    .append('\n');
        }
        return out.append("    return nothing\nend\n").toString();
    }
}
