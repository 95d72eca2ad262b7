package org.nde4j.symbolic.expression;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.nde4j.symbolic.simplify.Interval;
import org.nde4j.symbolic.simplify.Intervals;

/** Compares values that were computed in different ways, allowing for what rounding can do to that very formula. */
public final class Agreement {
    private Agreement() {}

    /**
     * Both values are NaN, or equal, or differ by at most 1e-12 relatively or by as much as rounding can cause: four
     * widths of the interval that encloses all roundings. Where that interval touches the edge of a domain or an
     * overflow, rounding decides whether the value is finite, and nothing is checked. Where it says that there is no
     * value, both must not be finite.
     *
     * @return whether there was something to check
     */
    public static boolean check(Expression e, Iterable<String> names, double[] point, double expected, double actual) {
        boolean equal = Double.compare(expected, actual) == 0 || expected == actual;
        if (equal || Math.abs(expected - actual) <= 1e-12 * Math.abs(expected)) {
            return true;
        }
        Interval bounds = Intervals.bounds(e, box(names, point));
        String difference = e + " at " + Arrays.toString(point) + ": " + expected + " and " + actual;
        if (bounds.isEmpty()) {
            assertFalse(Double.isFinite(expected) || Double.isFinite(actual), difference);
            return true;
        }
        if (!bounds.isFinite()) {
            return false;
        }
        assertTrue(Math.abs(expected - actual) <= 4 * bounds.width(), difference);
        return true;
    }

    private static Map<String, Interval> box(Iterable<String> names, double[] point) {
        Map<String, Interval> box = new TreeMap<>();
        int i = 0;
        for (String name : names) {
            box.put(name, Interval.point(point[i++]));
        }
        return box;
    }
}
