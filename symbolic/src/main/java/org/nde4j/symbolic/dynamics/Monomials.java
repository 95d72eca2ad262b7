package org.nde4j.symbolic.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.simplify.Simplifier;

/** All monomials of some variables up to a degree: 1, x, x^2, x y, y ... */
final class Monomials {
    private final List<Expression> terms = new ArrayList<>();
    private final List<int[]> factors = new ArrayList<>();

    /**
     * The monomials.
     *
     * @param variables their names
     * @param degree the greatest total degree
     */
    Monomials(List<String> variables, int degree) {
        grow(variables, degree, new int[0]);
    }

    private void grow(List<String> variables, int left, int[] product) {
        factors.add(product);
        terms.add(Arrays.stream(product)
                .mapToObj(v -> (Expression) Expression.variable(variables.get(v)))
                .reduce(Expression::times)
                .orElse(Expression.constant(1)));
        for (int v = product.length == 0 ? 0 : product[product.length - 1]; v < variables.size() && left > 0; v++) {
            int[] longer = Arrays.copyOf(product, product.length + 1);
            longer[product.length] = v;
            grow(variables, left - 1, longer);
        }
    }

    /** How many there are. */
    int size() {
        return terms.size();
    }

    /** Their values at a point. */
    double[] values(double[] point) {
        double[] values = new double[size()];
        Arrays.setAll(values, j -> {
            double value = 1;
            for (int v : factors.get(j)) {
                value *= point[v];
            }
            return value;
        });
        return values;
    }

    /** The sum with these coefficients; those that are zero are left out. */
    Expression sum(double[] coefficients) {
        Expression sum = Expression.constant(0);
        for (int j = 0; j < coefficients.length; j++) {
            if (coefficients[j] != 0) {
                sum = sum.plus(Expression.constant(coefficients[j]).times(terms.get(j)));
            }
        }
        return Simplifier.simplify(sum);
    }
}
