package org.nde4j.symbolic.expression;

import java.util.List;
import java.util.Objects;

/**
 * A function of one argument.
 *
 * @param op the function
 * @param argument what it is applied to
 */
public record Unary(UnaryOperator op, Expression argument) implements Expression {
    /** Checks that both are given. */
    public Unary {
        Objects.requireNonNull(op, "op");
        Objects.requireNonNull(argument, "argument");
    }

    @Override
    public List<Expression> arguments() {
        return List.of(argument);
    }

    @Override
    public Expression with(List<Expression> arguments) {
        return arguments.get(0) == argument ? this : new Unary(op, arguments.get(0));
    }

    @Override
    public String toString() {
        return text();
    }
}
