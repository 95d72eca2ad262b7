package org.nde4j.experiments.study;

import java.math.BigDecimal;
import java.math.MathContext;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.front.Point;
import org.nde4j.symbolic.score.Code;
import org.nde4j.symbolic.score.Evaluator;
import org.nde4j.symbolic.simplify.Simplifier;

/**
 * Takes from constants the digits that the data do not support: each keeps as few significant digits as raise the loss,
 * in units of what one standard error of a constant costs, by at most a hundredth in all.
 *
 * @param bench where losses are computed
 * @param floor losses below it count as equal to it
 */
record ShortConstants(Evaluator bench, double floor) {

    private static final double SHARE = 0.01;
    private static final int ALL_DIGITS = 17;

    /** The expression with short constants, simplified if that makes it no longer and no worse. */
    Point of(Expression expression) {
        double loss = loss(expression);
        double room = Math.max(floor, loss * SHARE / bench.data().rows());
        double[] constants = expression.constants();
        for (int i = 0; i < constants.length; i++) {
            double limit = loss + room * (i + 1) / constants.length;
            constants = shortened(expression, constants, i, limit);
        }
        Expression rounded = expression.withConstants(constants);
        Expression simple = Simplifier.simplify(rounded);
        boolean better = simple.complexity() <= rounded.complexity() && loss(simple) <= loss + 2 * room;
        Expression best = better ? simple : rounded;
        return Point.of(best, loss(best));
    }

    private double[] shortened(Expression expression, double[] constants, int index, double limit) {
        double[] tried = constants.clone();
        for (int digits = 1; digits < ALL_DIGITS && Double.isFinite(constants[index]); digits++) {
            tried[index] = new BigDecimal(constants[index])
                    .round(new MathContext(digits))
                    .doubleValue();
            if (loss(expression.withConstants(tried)) <= limit) {
                return tried;
            }
        }
        return constants;
    }

    private double loss(Expression expression) {
        return bench.loss(Code.of(expression, bench.data().variables()));
    }
}
