package org.nde4j.symbolic.export;

import java.util.List;

/** How formulas are drawn: the pieces of a two-dimensional notation. */
interface Notation {
    /** A number without sign: its digits and a power of ten that is 0 if there is none. */
    String number(String digits, int exponent);

    String special(double value);

    String variable(String name);

    String function(String name);

    String call(String function, List<String> arguments);

    String negative(String part);

    String sum(String left, String sign, String right);

    /** A product; {@code dot} if the parts could be taken for one number. */
    String product(String left, String right, boolean dot);

    String fraction(String top, String bottom);

    String power(String base, String exponent);

    String root(String part);

    String magnitude(String part);

    String parentheses(String part);

    /** Equations below each other, each a left and a right side. */
    String equations(List<List<String>> sides);

    /** The derivative of a variable with respect to time. */
    String rate(String variable, String time);

    String whole(String formula);
}
