package org.nde4j.symbolic.export;

import java.util.List;
import java.util.stream.Collectors;
import org.nde4j.symbolic.expression.BinaryOperator;
import org.nde4j.symbolic.expression.Language;
import org.nde4j.symbolic.expression.UnaryOperator;

/** LaTeX with amsmath. */
final class Latex implements Notation {
    @Override
    public String number(String digits, int exponent) {
        return exponent == 0 ? digits : digits + " \\times 10^{" + exponent + "}";
    }

    @Override
    public String special(double value) {
        return Double.isNaN(value) ? "\\mathrm{NaN}" : value > 0 ? "\\infty" : "-\\infty";
    }

    @Override
    public String variable(String name) {
        Subscripted parts = Subscripted.of(name);
        return parts.subscript().isEmpty() ? word(name) : word(parts.base()) + "_{" + word(parts.subscript()) + "}";
    }

    private static String word(String text) {
        if (Greek.isCommand(text)) {
            return "\\" + text;
        }
        boolean plain = text.codePointCount(0, text.length()) == 1 && Character.isLetter(text.codePointAt(0))
                || text.matches("\\d+");
        return plain
                ? Greek.spelled(text.codePointAt(0)).length() > 1 ? word(Greek.spelled(text.codePointAt(0))) : text
                : "\\mathrm{" + escaped(text) + "}";
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            out.append(
                    switch (c) {
                        case '\\' -> "\\backslash{}";
                        case '{', '}', '$', '&', '#', '%', '_' -> "\\" + c;
                        case '^' -> "\\hat{}";
                        case '~' -> "\\sim{}";
                        case ' ' -> "\\ ";
                        default -> Character.toString(c);
                    });
        }
        return out.toString();
    }

    @Override
    public String function(String name) {
        return UnaryOperator.named(name)
                .map(op -> op.spelling(Language.LATEX))
                .or(() -> BinaryOperator.named(name).map(op -> op.spelling(Language.LATEX)))
                .orElseThrow();
    }

    @Override
    public String call(String function, List<String> arguments) {
        return function + parentheses(String.join(", ", arguments));
    }

    @Override
    public String negative(String part) {
        return "-" + part;
    }

    @Override
    public String sum(String left, String sign, String right) {
        return left + " " + sign + " " + right;
    }

    @Override
    public String product(String left, String right, boolean dot) {
        return left + (dot ? " \\cdot " : " \\, ") + right;
    }

    @Override
    public String fraction(String top, String bottom) {
        return "\\frac{" + top + "}{" + bottom + "}";
    }

    @Override
    public String power(String base, String exponent) {
        return "{" + base + "}^{" + exponent + "}";
    }

    @Override
    public String root(String part) {
        return "\\sqrt{" + part + "}";
    }

    @Override
    public String magnitude(String part) {
        return "\\left|" + part + "\\right|";
    }

    @Override
    public String parentheses(String part) {
        return "\\left(" + part + "\\right)";
    }

    @Override
    public String equations(List<List<String>> sides) {
        if (sides.size() == 1) {
            return String.join(" = ", sides.get(0));
        }
        return sides.stream()
                .map(side -> String.join(" &= ", side))
                .collect(Collectors.joining(" \\\\\n", "\\begin{aligned}\n", "\n\\end{aligned}"));
    }

    @Override
    public String rate(String variable, String time) {
        return fraction("\\mathrm{d}" + variable, "\\mathrm{d}" + time);
    }

    @Override
    public String whole(String formula) {
        return formula;
    }
}
