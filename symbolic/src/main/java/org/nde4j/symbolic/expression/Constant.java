package org.nde4j.symbolic.expression;

import java.util.List;

/**
 * A number in an expression.
 *
 * @param value any double, NaN and infinities included
 */
public record Constant(double value) implements Expression {
    @Override
    public List<Expression> arguments() {
        return List.of();
    }

    @Override
    public Expression with(List<Expression> arguments) {
        return this;
    }

    /** Whether it is a whole number. */
    public boolean isInteger() {
        return value == Math.rint(value) && !Double.isInfinite(value);
    }

    @Override
    public String toString() {
        return text();
    }
}
