package org.nde4j.symbolic.expression;

/** How tightly a part of an expression binds, the loosest first. */
public enum Precedence {
    /** {@code a + b}, {@code a - b}. */
    SUM,
    /** {@code a * b}, {@code a / b}. */
    PRODUCT,
    /** {@code -a}, and negative numbers. */
    SIGN,
    /** {@code a ^ b}. */
    POWER,
    /** Numbers, names, function calls and whatever stands in parentheses. */
    ATOM;

    /** The next tighter one; the tightest is its own successor. */
    public Precedence tighter() {
        return this == ATOM ? ATOM : values()[ordinal() + 1];
    }
}
