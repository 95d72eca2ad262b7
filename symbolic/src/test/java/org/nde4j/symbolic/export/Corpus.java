package org.nde4j.symbolic.export;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.nde4j.symbolic.expression.Agreement;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.RandomExpressions;

/** Random formulas, points and values, against which programs in other languages are checked. */
record Corpus(List<Expression> formulas, double[][] points) {
    static Corpus of(long seed, int formulas, int points) {
        RandomExpressions random = new RandomExpressions(seed);
        List<Expression> made = new ArrayList<>();
        for (int i = 0; i < formulas; i++) {
            made.add(random.next(2 + i % 4));
        }
        double[][] at = new double[points][];
        for (int i = 0; i < points; i++) {
            at[i] = random.point();
        }
        return new Corpus(made, at);
    }

    /** Compares values that come formula by formula, point by point; at least nine in ten can be compared. */
    void check(double[] values) {
        int compared = 0;
        for (int i = 0; i < values.length; i++) {
            Expression e = formulas.get(i / points.length);
            double[] point = points[i % points.length];
            double expected = e.evaluator(RandomExpressions.VARIABLES).at(point);
            compared += Agreement.check(e, RandomExpressions.VARIABLES, point, expected, values[i]) ? 1 : 0;
        }
        assertTrue(values.length == formulas.size() * points.length, "values for all formulas and points");
        assertTrue(compared > 0.9 * values.length, "compared only " + compared + " of " + values.length);
    }
}
