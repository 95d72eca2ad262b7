package org.nde4j.symbolic.expression;

import java.util.Map;

/**
 * What the parts of an expression add to its complexity.
 *
 * @param constant a number
 * @param variable a variable
 * @param operators an operator; those that are missing have their own {@link Operator#weight() weight}
 */
public record Complexity(int constant, int variable, Map<Operator, Integer> operators) {
    /** Counts nodes: one for each number, variable and operator. */
    public static final Complexity NODES = new Complexity(1, 1, Map.of());

    /** Copies the map. */
    public Complexity {
        operators = Map.copyOf(operators);
    }

    /** The complexity of an expression. */
    public int of(Expression expression) {
        int sum = ofRoot(expression);
        for (Expression argument : expression.arguments()) {
            sum += of(argument);
        }
        return sum;
    }

    private int ofRoot(Expression expression) {
        if (expression instanceof Constant) {
            return constant;
        }
        if (expression instanceof Unary unary) {
            return of(unary.op());
        }
        return expression instanceof Binary binary ? of(binary.op()) : variable;
    }

    private int of(Operator operator) {
        Integer weight = operators.get(operator);
        return weight == null ? operator.weight() : weight;
    }
}
