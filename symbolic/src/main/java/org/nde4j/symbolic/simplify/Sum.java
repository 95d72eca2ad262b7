package org.nde4j.symbolic.simplify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nde4j.symbolic.expression.Binary;
import org.nde4j.symbolic.expression.BinaryOperator;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.Unary;
import org.nde4j.symbolic.expression.UnaryOperator;

/** A sum of products in which like terms are collected. */
final class Sum {
    private final Map<List<Factor>, Double> terms = new LinkedHashMap<>();
    private final List<Product> apart = new ArrayList<>();

    /** Reads the sum off an expression with simplified arguments. */
    static Sum of(Expression e) {
        return scaled(e, 1);
    }

    static Sum scaled(Expression e, double scale) {
        Sum sum = new Sum();
        sum.add(e, scale);
        return sum;
    }

    private void add(Expression e, double scale) {
        if (e instanceof Unary u && u.op() == UnaryOperator.NEG) {
            add(u.argument(), -scale);
        } else if (isSum(e)) {
            Binary b = (Binary) e;
            add(b.left(), scale);
            add(b.right(), b.op() == BinaryOperator.SUB ? -scale : scale);
        } else {
            add(Product.of(e).scaled(scale));
        }
    }

    private void add(Product term) {
        boolean nested = term.factors().size() == 1
                && term.factors().get(0).power() == 1
                && isSum(term.factors().get(0).base());
        if (nested && Math.abs(term.coefficient()) == 1) {
            add(term.factors().get(0).base(), term.coefficient());
            return;
        }
        double collected = terms.getOrDefault(term.factors(), 0.0) + term.coefficient();
        if (Double.isFinite(collected)) {
            terms.put(term.factors(), collected);
        } else {
            apart.add(term);
        }
    }

    static boolean isSum(Expression e) {
        return e instanceof Binary b && (b.op() == BinaryOperator.ADD || b.op() == BinaryOperator.SUB);
    }

    /** Whether every term has a minus sign. */
    boolean isNegative() {
        return products().stream().allMatch(term -> term.coefficient() < 0);
    }

    private List<Product> products() {
        List<Product> products = new ArrayList<>(apart);
        terms.forEach((factors, coefficient) -> products.add(new Product(coefficient, factors)));
        products.removeIf(Product::vanishes);
        products.sort(Comparator.comparing(term -> new Product(1, term.factors()).expression(), Order.SIMPLE_FIRST));
        return products;
    }

    /** The terms in canonical order, except that the first one has no minus sign if another one has none. */
    Expression expression() {
        List<Product> products = products();
        if (products.isEmpty()) {
            return Expression.constant(0);
        }
        int first = 0;
        while (first < products.size() && products.get(first).coefficient() < 0) {
            first++;
        }
        products.add(0, products.remove(first == products.size() ? 0 : first));
        Expression sum = products.get(0).expression();
        for (Product term : products.subList(1, products.size())) {
            boolean minus = term.coefficient() < 0;
            sum = minus ? sum.minus(term.scaled(-1).expression()) : sum.plus(term.expression());
        }
        return sum;
    }
}
