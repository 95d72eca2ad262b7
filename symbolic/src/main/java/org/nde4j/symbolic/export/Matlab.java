package org.nde4j.symbolic.export;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nde4j.symbolic.expression.Constant;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.Language;

/** MATLAB and Octave. Helpers keep results real where these would turn complex, and NaN where they would drop it. */
final class Matlab extends Source {
    private static final String KEYWORDS = "break case catch classdef continue else elseif end for function global if"
            + " otherwise parfor persistent return spmd switch try while do until endfunction endif endwhile endfor"
            + " unwind_protect NaN Inf nan inf pi i j eps ans isnan isinf numel zeros size result";

    Matlab() {
        super(Language.MATLAB, "%", KEYWORDS, helpers());
    }

    private static Map<String, String> helpers() {
        Map<String, String> helpers = new TreeMap<>();
        helpers.put("real_log", helper("real_log(x)", "x(x < 0) = NaN;", "y = log(x);"));
        helpers.put("real_sqrt", helper("real_sqrt(x)", "x(x < 0) = NaN;", "y = sqrt(x);"));
        helpers.put("real_asin", helper("real_asin(x)", "x(abs(x) > 1) = NaN;", "y = asin(x);"));
        helpers.put("real_acos", helper("real_acos(x)", "x(abs(x) > 1) = NaN;", "y = acos(x);"));
        helpers.put("real_min", helper("real_min(a, b)", "y = min(a, b);", extremum()));
        helpers.put("real_max", helper("real_max(a, b)", "y = max(a, b);", extremum()));
        helpers.put(
                "real_pow",
                helper(
                        "real_pow(a, b)",
                        "a = a + zeros(size(b));",
                        "b = b + zeros(size(a));",
                        "undefined = isnan(b) | (a < 0 & ~isinf(b) & b ~= round(b)) | (abs(a) == 1 & isinf(b));",
                        "a(undefined) = NaN;",
                        "b(undefined) = 1;",
                        "y = a .^ b;"));
        return helpers;
    }

    private static String extremum() {
        return "y(isnan(a + zeros(size(b))) | isnan(b + zeros(size(a)))) = NaN;";
    }

    private static String helper(String head, String... lines) {
        return "function y = " + head + "\n    " + String.join("\n    ", lines) + "\nend\n";
    }

    @Override
    String special(double value) {
        return Double.isNaN(value) ? "NaN" : value > 0 ? "Inf" : "-Inf";
    }

    @Override
    String power(Expression exponent, String base, String raised) {
        return exponent instanceof Constant c && c.isInteger()
                ? base + ".^" + raised
                : "real_pow(" + base + ", " + raised + ")";
    }

    @Override
    public String function(String name, Map<String, String> names, Expression e) {
        String body = write(e, names);
        return "function result = " + name + "(" + String.join(", ", names.values()) + ")\n" + renamed(names, "    ")
                + "    result = " + body + ";\nend\n" + after(body);
    }

    @Override
    public String system(String name, List<String> states, List<Expression> derivatives) {
        Map<String, String> names = namesOf(states, "X", "dX");
        List<String> bodies = written(derivatives, names);
        StringBuilder out = new StringBuilder("function dX = " + name + "(t, X)\n").append(renamed(names, "    "));
        for (int i = 0; i < states.size(); i++) {
            out.append("    ")
                    .append(names.get(states.get(i)))
                    .append(" = X(")
                    .append(i + 1)
                    .append(");\n");
        }
        out.append("    dX = [\n");
        bodies.forEach(body -> out.append("        (").append(body).append(");\n"));
        return out.append("    ];\nend\n").append(after(bodies.toString())).toString();
    }

    private String after(String bodies) {
        String helpers = helpersOf(bodies);
        return helpers.isEmpty() ? "" : "\n" + helpers.stripTrailing() + "\n";
    }
}
