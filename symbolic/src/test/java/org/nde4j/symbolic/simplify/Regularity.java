package org.nde4j.symbolic.simplify;

import java.util.Map;
import java.util.TreeMap;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.RandomExpressions;

/** Whether all parts of an expression are finite at a point. */
enum Regularity {
    /** Certainly all of them. */
    REGULAR,
    /** At least one certainly is not defined, and no rounding is involved in that. */
    UNDEFINED,
    /** Rounding or overflow decides. */
    UNCLEAR;

    static Regularity of(Expression e, double[] point) {
        Map<String, Interval> box = new TreeMap<>();
        for (int i = 0; i < point.length; i++) {
            box.put(RandomExpressions.VARIABLES.get(i), Interval.point(point[i]));
        }
        return of(e, box);
    }

    private static Regularity of(Expression e, Map<String, Interval> box) {
        boolean unclear = false;
        for (Expression argument : e.arguments()) {
            Regularity part = of(argument, box);
            if (part == UNDEFINED) {
                return UNDEFINED;
            }
            unclear |= part == UNCLEAR;
        }
        Interval bounds = Intervals.bounds(e, box);
        if (bounds.isEmpty() || isExactPole(e)) {
            return UNDEFINED;
        }
        return unclear || !bounds.isFinite() ? UNCLEAR : REGULAR;
    }

    /** A quotient by the number zero itself, where no rounding is involved. */
    private static boolean isExactPole(Expression e) {
        return e.text().matches("(inv\\(0\\)|.*/0)");
    }
}
