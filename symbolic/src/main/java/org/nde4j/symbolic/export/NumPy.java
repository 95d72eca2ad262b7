package org.nde4j.symbolic.export;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nde4j.symbolic.expression.BinaryOperator;
import org.nde4j.symbolic.expression.Constant;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.Language;

/** Python with NumPy. */
final class NumPy extends Source {
    static final String KEYWORDS = "False None True and as assert async await break class continue def del elif else"
            + " except finally for from global if import in is lambda nonlocal not or pass raise return try while with"
            + " yield match case type print";

    private static final String POWER = """
            def real_pow(a, b):
                a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
                undefined = np.isnan(b) | ((np.abs(a) == 1) & np.isinf(b))
                return np.where(undefined, np.nan, np.power(a, b))

            """;

    NumPy() {
        super(Language.NUMPY, "#", KEYWORDS + " np X", Map.of("real_pow", POWER));
    }

    @Override
    String special(double value) {
        return Double.isNaN(value) ? "np.nan" : value > 0 ? "np.inf" : "-np.inf";
    }

    @Override
    String power(Expression exponent, String base, String raised) {
        return exponent instanceof Constant ? base + "**" + raised : "real_pow(" + base + ", " + raised + ")";
    }

    @Override
    String constants(BinaryOperator op, String left, String right) {
        return op == BinaryOperator.POW ? "real_pow(" + left + ", " + right + ")" : "np.float64(" + left + ")/" + right;
    }

    @Override
    public String function(String name, Map<String, String> names, Expression e) {
        String body = write(e, names);
        StringBuilder out = new StringBuilder("import numpy as np\n\n\n").append(helpersOf(body));
        out.append("def ").append(name).append("(X):\n").append(renamed(names, "    "));
        out.append("    X = np.asarray(X, dtype=float)\n");
        int column = 0;
        for (String variable : names.values()) {
            out.append("    ")
                    .append(variable)
                    .append(" = X[..., ")
                    .append(column++)
                    .append("]\n");
        }
        String shaped = e.variables().isEmpty() ? "np.full(X.shape[:-1], " + body + ")" : body;
        return out.append("    return ").append(shaped).append('\n').toString();
    }

    @Override
    public String system(String name, List<String> states, List<Expression> derivatives) {
        Map<String, String> names = namesOf(states);
        List<String> bodies = written(derivatives, names);
        StringBuilder out = new StringBuilder("import numpy as np\n\n\n").append(helpersOf(bodies.toString()));
        out.append("def ").append(name).append("(t, X):\n").append(renamed(names, "    "));
        String listed = states.stream().map(names::get).collect(Collectors.joining(", "));
        out.append("    ").append(listed).append(states.size() == 1 ? ", = X\n" : " = X\n");
        out.append("    return np.array([\n");
        bodies.forEach(body -> out.append("        ").append(body).append(",\n"));
        return out.append("    ])\n").toString();
    }
}
