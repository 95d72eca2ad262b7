package org.nde4j.symbolic.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nde4j.symbolic.expression.Evaluator;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.RandomExpressions;

class IntervalsTest {
    private static final Map<String, Interval> BOX = Map.of("x", Interval.of(-1, 2), "y", Interval.of(1, 3));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x + y      | 0    | 5    | true",
                "x - y      | -4   | 1    | true",
                "x*y        | -3   | 6    | true",
                "x/y        | -1   | 2    | true",
                "x^2        | 0    | 4    | true",
                "x^3        | -1   | 8    | true",
                "y^-1       | 0.3333333333333333 | 1 | true",
                "y^0.5      | 1    | 1.7320508075688772 | true",
                "sqrt(x)    | 0    | 1.4142135623730951 | false",
                "abs(x)     | 0    | 2    | true",
                "sin(3*x)   | -1   | 1    | true",
                "cos(x/2)   | 0.5403023058681398 | 1 | true",
                "cosh(x)    | 1    | 3.7621956910836314 | true",
                "min(x, y)  | -1   | 2    | true",
                "max(x, 0)  | 0    | 2    | true",
                "1/x        | -Infinity | Infinity | false",
                "x*exp(y)   | -20.085536923187668 | 40.171073846375336 | true",
                "1/(y - 1)  | 0.5  | Infinity | false",
                "log(y)     | 0    | 1.0986122886681098 | true",
                "tan(x)     | -Infinity | Infinity | false",
                "y^x        | 0.3333333333333333 | 9 | true",
            })
    void bounds_areThoseOfTheFunction(String formula, double low, double high, boolean total) {
        Interval bounds = Intervals.bounds(Expression.parse(formula), BOX);
        assertEquals(low, bounds.low(), 1e-12); // outward rounding by at most 64 units in the last place
        assertEquals(high, bounds.high(), 1e-12);
        assertTrue(bounds.low() <= low && bounds.high() >= high, bounds::toString);
        assertEquals(total, bounds.total());
    }

    @Test
    void whatIsNeverDefined_hasNoValues() {
        assertTrue(Intervals.bounds(Expression.parse("log(-1 - x^2)"), BOX).isEmpty());
        assertTrue(Intervals.bounds(Expression.parse("1 + asin(5 + x)"), BOX).isEmpty());
    }

    /** Every value at a point of the box lies within the bounds, and a total expression is defined there. */
    @Test
    void bounds_encloseTheValuesAtRandomPoints() {
        RandomExpressions random = new RandomExpressions(7);
        int total = 0;
        for (int i = 0; i < 4_000; i++) {
            Expression e = random.next(2 + i % 5);
            Map<String, Interval> box = box(random);
            Interval bounds = Intervals.bounds(e, box);
            total += bounds.isFinite() ? 1 : 0;
            Evaluator evaluator = e.evaluator(RandomExpressions.VARIABLES);
            for (int j = 0; j < 25; j++) {
                checkPoint(e, bounds, box, evaluator, point(random, box));
            }
        }
        assertTrue(total > 1_000, "many of the boxes are without poles");
    }

    private static void checkPoint(
            Expression e, Interval bounds, Map<String, Interval> box, Evaluator evaluator, double[] point) {
        double value = evaluator.at(point);
        boolean within = Double.isNaN(value) ? !bounds.isFinite() : bounds.contains(value) || !bounds.total();
        boolean finite = Double.isFinite(value) || !bounds.isFinite();
        assertTrue(within && finite, () -> e + " is " + value + ", not in " + bounds + " of " + box);
    }

    private static Map<String, Interval> box(RandomExpressions random) {
        Map<String, Interval> box = new TreeMap<>();
        for (String name : RandomExpressions.VARIABLES) {
            double[] corner = random.point();
            box.put(name, Interval.of(Math.min(corner[0], corner[1]), Math.max(corner[0], corner[1])));
        }
        return box;
    }

    private static double[] point(RandomExpressions random, Map<String, Interval> box) {
        return RandomExpressions.VARIABLES.stream()
                .mapToDouble(name -> inside(random, box.get(name)))
                .toArray();
    }

    /** A point of an interval, one time in three an end. */
    private static double inside(RandomExpressions random, Interval side) {
        double place = random.uniform(-0.25, 1.25);
        return place < 0
                ? side.low()
                : place > 1 ? side.high() : Math.min(side.high(), side.low() + place * side.width());
    }

    @Test
    void cuttingTheBox_provesWhatOneLookDoesNot() {
        Expression e = Expression.parse("1/(x^2 - x + 1)");
        assertFalse(Intervals.bounds(e, BOX).isFinite());
        assertTrue(Intervals.provenFinite(e, BOX, 100));
        assertFalse(Intervals.provenFinite(Expression.parse("y/(x - 0.3)"), BOX, 1000));
        assertFalse(Intervals.provenFinite(Expression.parse("log(x)"), Map.of("x", Interval.REALS), 1000));
    }

    @Test
    void wrongIntervals_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> Interval.of(2, 1));
        assertThrows(IllegalArgumentException.class, () -> Interval.of(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> Intervals.bounds(Expression.parse("z"), BOX));
    }
}
