package org.nde4j.symbolic.simplify;

import java.util.Comparator;
import org.nde4j.symbolic.expression.Constant;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.Variable;

/** The canonical order of terms, factors and interchangeable arguments: numbers, variables, then the simple first. */
final class Order {
    static final Comparator<Expression> SIMPLE_FIRST = Comparator.comparingInt(Order::rank)
            .thenComparingInt(Expression::complexity)
            .thenComparing(Expression::text);

    private Order() {}

    private static int rank(Expression e) {
        return e instanceof Constant ? 0 : e instanceof Variable ? 1 : 2;
    }
}
