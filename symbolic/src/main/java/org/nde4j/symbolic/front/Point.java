package org.nde4j.symbolic.front;

import org.nde4j.symbolic.expression.Expression;

/**
 * An expression with its two prices.
 *
 * @param expression the expression
 * @param complexity what it costs to read, usually its number of nodes; positive
 * @param loss what it costs in accuracy; not negative, not NaN
 */
public record Point(Expression expression, int complexity, double loss) {
    public Point {
        if (complexity < 1 || !(loss >= 0)) {
            throw new IllegalArgumentException("The expression " + expression.text() + " has complexity " + complexity
                    + " and loss " + loss + "; the first must be positive and the second not negative.");
        }
    }

    /** An expression that costs its number of nodes. */
    public static Point of(Expression expression, double loss) {
        return new Point(expression, expression.complexity(), loss);
    }
}
