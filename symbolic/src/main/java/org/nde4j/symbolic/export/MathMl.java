package org.nde4j.symbolic.export;

import java.util.List;
import java.util.stream.Collectors;
import org.nde4j.symbolic.expression.Language;
import org.nde4j.symbolic.expression.UnaryOperator;

/** Presentation MathML Core, which browsers draw by themselves. */
final class MathMl implements Notation {
    private static final String MINUS = operator("\u2212");
    private static final String INVISIBLE_TIMES = operator("\u2062");
    private static final String APPLY = operator("\u2061");

    @Override
    public String number(String digits, int exponent) {
        if (exponent == 0) {
            return element("mn", digits);
        }
        String power = element("mn", Integer.toString(Math.abs(exponent)));
        String ten = power(element("mn", "10"), exponent < 0 ? negative(power) : power);
        return row(element("mn", digits) + operator("\u00d7") + ten);
    }

    @Override
    public String special(double value) {
        String infinity = element("mi", "\u221e");
        return Double.isNaN(value) ? element("mi", "NaN") : value > 0 ? infinity : negative(infinity);
    }

    @Override
    public String variable(String name) {
        Subscripted parts = Subscripted.of(name);
        return parts.subscript().isEmpty() ? word(name) : element("msub", word(parts.base()) + word(parts.subscript()));
    }

    private static String word(String text) {
        String letter = Greek.letter(text);
        return element(text.matches("\\d+") ? "mn" : "mi", letter == null ? escaped(text) : letter);
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .forEach(c -> out.append(
                        switch (c) {
                            case '<' -> "&lt;";
                            case '>' -> "&gt;";
                            case '&' -> "&amp;";
                            case '"' -> "&quot;";
                            case '\'' -> "&#39;";
                            default ->
                                Character.isSurrogate((char) c) && c < 0x10000 || c == 0xFFFE || c == 0xFFFF
                                        ? "\uFFFD"
                                        : Character.toString(c);
                        }));
        return out.toString();
    }

    @Override
    public String function(String name) {
        return element(
                "mi",
                UnaryOperator.named(name)
                        .map(op -> op.spelling(Language.MATHML))
                        .orElse(name));
    }

    @Override
    public String call(String function, List<String> arguments) {
        return row(function + APPLY + parentheses(String.join(operator(","), arguments)));
    }

    @Override
    public String negative(String part) {
        return row(MINUS + part);
    }

    @Override
    public String sum(String left, String sign, String right) {
        return row(left + (sign.equals("-") ? MINUS : operator(sign)) + right);
    }

    @Override
    public String product(String left, String right, boolean dot) {
        return row(left + (dot ? operator("\u22c5") : INVISIBLE_TIMES) + right);
    }

    @Override
    public String fraction(String top, String bottom) {
        return element("mfrac", top + bottom);
    }

    @Override
    public String power(String base, String exponent) {
        return element("msup", base + exponent);
    }

    @Override
    public String root(String part) {
        return element("msqrt", part);
    }

    @Override
    public String magnitude(String part) {
        return row(operator("|") + part + operator("|"));
    }

    @Override
    public String parentheses(String part) {
        return row(operator("(") + part + operator(")"));
    }

    @Override
    public String equations(List<List<String>> sides) {
        if (sides.size() == 1) {
            return row(String.join(operator("="), sides.get(0)));
        }
        return sides.stream()
                .map(side -> element("mtr", cell(side.get(0)) + cell(operator("=") + side.get(1))))
                .collect(Collectors.joining("", "<mtable>", "</mtable>"));
    }

    private static String cell(String content) {
        return element("mtd", content);
    }

    @Override
    public String rate(String variable, String time) {
        String d = "<mi mathvariant=\"normal\">d</mi>";
        return fraction(row(d + variable), row(d + time));
    }

    @Override
    public String whole(String formula) {
        return "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\">" + formula + "</math>";
    }

    private static String row(String content) {
        return element("mrow", content);
    }

    private static String operator(String sign) {
        return element("mo", sign);
    }

    private static String element(String tag, String content) {
        return "<" + tag + ">" + content + "</" + tag + ">";
    }
}
