package org.nde4j.symbolic.simplify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nde4j.core.array.Numbers;
import org.nde4j.core.kernel.Elementary;
import org.nde4j.symbolic.expression.Binary;
import org.nde4j.symbolic.expression.Constant;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.Unary;

/**
 * A number times powers of simplified bases, in canonical order. A base occurs more than once only if its powers cannot
 * be merged without enlarging the domain, as in {@code x * x^-1}.
 */
record Product(double coefficient, List<Factor> factors) {
    private static final Comparator<Factor> ORDER =
            Comparator.comparing(Factor::base, Order.SIMPLE_FIRST).thenComparingDouble(Factor::power);
    private static final int SHORT = 6;

    Product {
        factors = factors.stream().sorted(ORDER).toList();
    }

    static Product number(double value) {
        return Double.isFinite(value) ? new Product(value, List.of()) : power(Expression.constant(value), 1);
    }

    private static Product power(Expression base, double exponent) {
        return new Product(1, List.of(new Factor(base, exponent)));
    }

    /** Reads the product off an expression with simplified arguments. */
    static Product of(Expression e) {
        if (e instanceof Constant c) {
            return number(c.value());
        }
        if (e instanceof Unary u) {
            return of(u, e);
        }
        return e instanceof Binary b ? of(b, e) : power(e, 1);
    }

    private static Product of(Unary u, Expression e) {
        return switch (u.op()) {
            case NEG -> of(u.argument()).scaled(-1);
            case SQUARE -> raised(u.argument(), 2);
            case CUBE -> raised(u.argument(), 3);
            case INV -> raised(u.argument(), -1);
            case SQRT -> power(u.argument(), 0.5);
            default -> power(e, 1);
        };
    }

    private static Product of(Binary b, Expression e) {
        return switch (b.op()) {
            case MUL -> of(b.left()).times(of(b.right()));
            case DIV -> of(b.left()).times(raised(b.right(), -1));
            case POW ->
                b.right() instanceof Constant p && Double.isFinite(p.value())
                        ? raised(b.left(), p.value())
                        : power(e, 1);
            default -> power(e, 1);
        };
    }

    /** A power of an expression, distributed over its factors if that is exact for all of them. */
    private static Product raised(Expression e, double exponent) {
        return of(e).raised(exponent).orElseGet(() -> power(e, exponent));
    }

    private Optional<Product> raised(double exponent) {
        boolean single = coefficient == 1 && factors.size() == 1;
        double scale = Elementary.pow(coefficient, exponent);
        if (!single && (!Factor.isInteger(exponent) || exponent == 0) || !usable(scale)) {
            return Optional.empty();
        }
        List<Factor> raised = new ArrayList<>();
        for (Factor factor : factors) {
            Optional<Factor> power = factor.raised(exponent);
            if (power.isEmpty()) {
                return Optional.empty();
            }
            raised.add(power.get());
        }
        return Optional.of(new Product(scale, raised));
    }

    Product scaled(double scale) {
        return new Product(coefficient * scale, factors);
    }

    Product times(Product other) {
        double scale = coefficient * other.coefficient;
        List<Factor> merged = new ArrayList<>(factors);
        other.factors.forEach(factor -> merge(factor, merged));
        if (usable(scale) || coefficient == 0 || other.coefficient == 0) {
            return new Product(scale, merged);
        }
        merged.add(new Factor(Expression.constant(other.coefficient), 1));
        return new Product(coefficient, merged);
    }

    private static void merge(Factor factor, List<Factor> merged) {
        for (int i = 0; i < merged.size(); i++) {
            Optional<Factor> product =
                    merged.get(i).base().equals(factor.base()) ? merged.get(i).times(factor) : Optional.empty();
            if (product.isPresent()) {
                merged.remove(i);
                merge(product.get(), merged);
                return;
            }
        }
        merged.add(factor);
    }

    private static boolean usable(double scale) {
        return scale != 0 && Double.isFinite(scale);
    }

    /** Whether it vanishes everywhere, so that it can be left out. */
    boolean vanishes() {
        return coefficient == 0 && Simplifier.total(new Product(1, factors).expression());
    }

    Expression expression() {
        double divisor = divisor();
        Expression top = top(divisor == 1 ? coefficient : Math.copySign(1, coefficient));
        return bottom(divisor).map(top::div).orElse(top);
    }

    private Expression top(double scale) {
        List<Expression> parts = new ArrayList<>(factors.stream()
                .filter(f -> !f.needsNonzero())
                .map(Factor::magnitude)
                .toList());
        if (parts.isEmpty() || Math.abs(scale) != 1) {
            parts.add(0, Expression.constant(scale));
        } else if (scale < 0) {
            parts.set(0, parts.get(0).negated());
        }
        return parts.stream().reduce(Expression::times).orElseThrow();
    }

    private Optional<Expression> bottom(double divisor) {
        Stream<Expression> number = divisor == 1 ? Stream.of() : Stream.of(Expression.constant(divisor));
        Stream<Expression> powers =
                factors.stream().filter(Factor::needsNonzero).map(Factor::magnitude);
        return Stream.concat(number, powers).reduce(Expression::times);
    }

    /** The n of a coefficient 1/n whose decimal form is long, as in x/3 and 1/(3*x); else 1. */
    private double divisor() {
        double n = Math.rint(1 / Math.abs(coefficient));
        boolean exact = 1 / n == Math.abs(coefficient) && !factors.isEmpty();
        return exact && n > 1 && Numbers.text(1 / n).length() > SHORT ? n : 1;
    }
}
