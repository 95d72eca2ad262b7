package org.nde4j.symbolic.expression;

import java.util.List;
import java.util.Objects;

/**
 * A function of two arguments.
 *
 * @param op the function
 * @param left its first argument
 * @param right its second argument
 */
public record Binary(BinaryOperator op, Expression left, Expression right) implements Expression {
    /** Checks that all are given. */
    public Binary {
        Objects.requireNonNull(op, "op");
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(right, "right");
    }

    @Override
    public List<Expression> arguments() {
        return List.of(left, right);
    }

    @Override
    public Expression with(List<Expression> arguments) {
        boolean same = arguments.get(0) == left && arguments.get(1) == right;
        return same ? this : new Binary(op, arguments.get(0), arguments.get(1));
    }

    @Override
    public String toString() {
        return text();
    }
}
