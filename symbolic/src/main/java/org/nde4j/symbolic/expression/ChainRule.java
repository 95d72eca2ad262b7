package org.nde4j.symbolic.expression;

/** Differentiation of expressions from the partial derivatives of their operators. */
final class ChainRule {
    private ChainRule() {}

    static Expression derivative(Expression e, String variable) {
        if (!e.dependsOn(variable)) {
            return Expression.constant(0);
        }
        if (e instanceof Unary unary) {
            return product(unary.op().derivative(unary.argument()), derivative(unary.argument(), variable));
        }
        return e instanceof Binary binary ? derivative(binary, variable) : Expression.constant(1);
    }

    private static Expression derivative(Binary e, String variable) {
        boolean left = e.left().dependsOn(variable);
        boolean right = e.right().dependsOn(variable);
        if (left && right) {
            return sum(left(e, variable), right(e, variable));
        }
        return left ? left(e, variable) : right(e, variable);
    }

    private static Expression left(Binary e, String variable) {
        return product(e.op().leftDerivative(e.left(), e.right()), derivative(e.left(), variable));
    }

    private static Expression right(Binary e, String variable) {
        return product(e.op().rightDerivative(e.left(), e.right()), derivative(e.right(), variable));
    }

    private static Expression sum(Expression a, Expression b) {
        return b instanceof Unary u && u.op() == UnaryOperator.NEG ? a.minus(u.argument()) : a.plus(b);
    }

    private static Expression product(Expression a, Expression b) {
        if (isConstant(a, 1)) {
            return b;
        }
        if (isConstant(b, 1)) {
            return a;
        }
        if (isConstant(a, -1)) {
            return b.negated();
        }
        return a instanceof Binary q && q.op() == BinaryOperator.DIV && isConstant(q.left(), 1)
                ? b.div(q.right())
                : a.times(b);
    }

    private static boolean isConstant(Expression e, double value) {
        return e instanceof Constant c && c.value() == value;
    }
}
