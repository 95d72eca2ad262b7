package org.nde4j.symbolic.simplify;

import java.util.Map;
import org.nde4j.symbolic.expression.Binary;
import org.nde4j.symbolic.expression.BinaryOperator;
import org.nde4j.symbolic.expression.Constant;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.Unary;
import org.nde4j.symbolic.expression.UnaryOperator;

/**
 * Rewrites that are exact. Call a point <em>regular</em> for an expression if all its parts are finite there. A
 * simplified expression has the same regular points as the original and, up to rounding, the same values at them; at
 * other points both are meaningless. Variables are finite; overflow and underflow are not considered.
 *
 * <table>
 * <caption>The rules, and why each is exact</caption>
 * <tr><th>rule</th><th>exact because</th></tr>
 * <tr><td>parts without variables become numbers</td><td>unless the number is not finite: {@code log(-1)} stays</td></tr>
 * <tr><td>{@code 2*x + 3*x -> 5*x}, {@code a + -1*b -> a - b}, {@code a - (b - c) -> a - b + c}</td><td>no part is
 * lost</td></tr>
 * <tr><td>{@code u - u -> 0}, {@code 0*u -> 0}, {@code u^0 -> 1}</td><td>only if interval arithmetic proves that u is
 * defined for all values of the variables; else {@code 0*u} stays</td></tr>
 * <tr><td>{@code x^a * x^b -> x^(a + b)}, {@code (x^a)^b -> x^(a*b)}, quotients as powers of -1</td><td>only if one
 * power is defined exactly where both are: {@code x*x -> x^2} and {@code x^3/x^5 -> 1/x^2}, but {@code x/x},
 * {@code 1/(1/x)} and {@code sqrt(x)^2} stay</td></tr>
 * <tr><td>{@code (2*x*y)^2 -> 4*x^2*y^2}</td><td>whole exponents, under the same condition</td></tr>
 * <tr><td>{@code sin(-x) -> -sin(x)}, {@code cos(-x) -> cos(x)} and the other odd and even functions</td><td>they are
 * defined symmetrically</td></tr>
 * <tr><td>{@code log(exp(x)) -> x}, {@code sqrt(x^2) -> abs(x)}</td><td>the inner function is defined everywhere; not
 * the other way round</td></tr>
 * <tr><td>{@code abs(u) -> u}</td><td>only if interval arithmetic proves u not to be negative</td></tr>
 * <tr><td>{@code min(u, u) -> u}, {@code 1^u -> 1}</td><td>the latter only if u is defined everywhere</td></tr>
 * </table>
 */
public final class Simplifier {
    private static final int PASSES = 8;

    private Simplifier() {}

    /** The simplified expression, in canonical order: simplifying it again changes nothing. */
    public static Expression simplify(Expression e) {
        Expression before = e;
        Expression after = e.map(Simplifier::node);
        for (int pass = 1; pass < PASSES && !after.equals(before); pass++) {
            before = after;
            after = before.map(Simplifier::node);
        }
        return after;
    }

    /** Only puts numbers in the place of parts without variables; introduces no operator. */
    public static Expression fold(Expression e) {
        return e.map(Simplifier::folded);
    }

    /** Whether interval arithmetic proves the expression to be defined for all values of its variables. */
    public static boolean total(Expression e) {
        return Intervals.anywhere(e).total();
    }

    private static Expression folded(Expression e) {
        boolean numbers = !e.arguments().isEmpty() && e.arguments().stream().allMatch(Constant.class::isInstance);
        double value = numbers ? e.evaluate(Map.of()) : Double.NaN;
        return Double.isFinite(value) && e.arguments().stream().allMatch(Simplifier::isFinite)
                ? Expression.constant(value)
                : e;
    }

    private static boolean isFinite(Expression e) {
        return e instanceof Constant c && Double.isFinite(c.value());
    }

    /** One step at a node whose arguments are simplified. */
    private static Expression node(Expression e) {
        Expression folded = folded(e);
        if (folded instanceof Unary u) {
            return unary(u);
        }
        return folded instanceof Binary b ? binary(b) : folded;
    }

    private static Expression unary(Unary e) {
        Expression u = e.argument();
        return switch (e.op()) {
            case SIN, TAN, TANH, ASIN, ATAN, SINH ->
                Sum.of(u).isNegative() ? opposite(opposite(u).apply(e.op())) : e;
            case COS, COSH -> even(e);
            case ABS -> Intervals.anywhere(u).low() >= 0 ? u : even(e);
            case LOG -> u instanceof Unary inner && inner.op() == UnaryOperator.EXP ? inner.argument() : e;
            case SQRT ->
                isSquare(u)
                        ? ((Binary) u).left().apply(UnaryOperator.ABS)
                        : Sum.of(e).expression();
            case EXP, SIGMOID, ACOS -> e;
            case NEG, SQUARE, CUBE, INV -> Sum.of(e).expression();
        };
    }

    private static Expression even(Unary e) {
        return Sum.of(e.argument()).isNegative() ? opposite(e.argument()).apply(e.op()) : e;
    }

    private static Expression opposite(Expression e) {
        return Sum.scaled(e, -1).expression();
    }

    private static boolean isSquare(Expression e) {
        return e instanceof Binary b && b.op() == BinaryOperator.POW && isConstant(b.right(), 2);
    }

    private static Expression binary(Binary e) {
        return switch (e.op()) {
            case MIN, MAX -> extremum(e);
            case POW -> power(e);
            default -> Sum.of(e).expression();
        };
    }

    private static Expression extremum(Binary e) {
        int order = Order.SIMPLE_FIRST.compare(e.left(), e.right());
        if (order == 0) {
            return e.left();
        }
        return order < 0 ? e : new Binary(e.op(), e.right(), e.left());
    }

    private static Expression power(Binary e) {
        boolean one = isConstant(e.right(), 0) && total(e.left()) || isConstant(e.left(), 1) && total(e.right());
        return one ? Expression.constant(1) : Sum.of(e).expression();
    }

    private static boolean isConstant(Expression e, double value) {
        return e instanceof Constant c && c.value() == value;
    }
}
