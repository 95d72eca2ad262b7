package org.nde4j.symbolic.evolve;

import java.util.ArrayList;
import java.util.List;
import org.nde4j.symbolic.expression.BinaryOperator;
import org.nde4j.symbolic.score.Code;
import org.nde4j.symbolic.score.SparseRegression;

/** Writes linear combinations as short codes: no factor of one, no sum with zero, differences instead of minus one. */
final class Sums {
    private static final double EXACT = 1e-9;

    private Sums() {}

    /** Whether the operators that a linear combination needs are there. */
    static boolean possible(Primitives primitives) {
        return primitives.has(BinaryOperator.ADD) && primitives.has(BinaryOperator.MUL);
    }

    /** The sum of coefficient times term; without {@code differences} negative coefficients stay in their products. */
    static Code of(List<Code> library, SparseRegression.Terms terms, boolean differences) {
        List<Code> plus = new ArrayList<>();
        List<Code> minus = new ArrayList<>();
        for (int i = 0; i < terms.columns().length; i++) {
            double c = terms.coefficients()[i];
            boolean below = differences && c < 0;
            (below ? minus : plus).add(product(below ? -c : c, library.get(terms.columns()[i])));
        }
        if (plus.isEmpty()) {
            plus.add(product(terms.coefficients()[0], library.get(terms.columns()[0])));
            minus.remove(0);
        }
        Code sum = plus.get(0);
        for (Code term : plus.subList(1, plus.size())) {
            sum = Surgery.join(BinaryOperator.ADD, sum, term);
        }
        for (Code term : minus) {
            sum = Surgery.join(BinaryOperator.SUB, sum, term);
        }
        return sum;
    }

    private static Code product(double factor, Code term) {
        if (term.size() == 1 && term.constantCount() == 1) {
            return Code.number(factor * term.constant(0));
        }
        return Math.abs(factor - 1) <= EXACT ? term : Surgery.join(BinaryOperator.MUL, Code.number(factor), term);
    }
}
