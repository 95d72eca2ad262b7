package org.nde4j.core.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReductionsTest {
    private final double[] x = new SplittableRandom(4).doubles(1003, -1, 1).toArray();

    @Test
    void sum_and_dot_agree_with_exact_arithmetic() {
        for (int n = 0; n < x.length; n += n < 20 ? 1 : 97) {
            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal dot = BigDecimal.ZERO;
            for (int i = 0; i < n; i++) {
                sum = sum.add(new BigDecimal(x[i]));
                dot = dot.add(new BigDecimal(x[i]).multiply(new BigDecimal(x[i])));
            }
            double bound = n * 0x1p-53 * Math.max(1, n / 8.0 + 3); // longest chain times the sum of sizes
            assertEquals(sum.doubleValue(), Reductions.sum(x, 0, n), bound);
            assertEquals(dot.doubleValue(), Reductions.dot(x, 0, x, 0, n), bound);
            assertEquals(dot.doubleValue(), Reductions.sumOfSquares(x, 0, n), bound);
        }
    }

    @Test
    void sum_is_the_documented_tree() {
        double[] y = {1e16, 1, -1e16, 3, 1, 1, 1, 1, 0.5, 7};
        double tree = ((1e16 + 1) + (-1e16 + 1)) + ((1.0 + 1) + (3.0 + 1));
        assertEquals(tree + 0.5 + 7, Reductions.sum(y, 0, 10));
    }

    @Test
    void extremes_find_their_element_and_pass_nan_on() {
        double[] y = {3, -7, 2, 5};
        assertEquals(5, Reductions.max(y, 0, 4));
        assertEquals(-7, Reductions.min(y, 0, 4));
        assertEquals(7, Reductions.maxAbs(y, 0, 4));
        assertEquals(3, Reductions.max(y, 0, 3));
        y[2] = Double.NaN;
        assertEquals(Double.NaN, Reductions.max(y, 0, 4));
        assertEquals(Double.NaN, Reductions.min(y, 0, 4));
        assertEquals(Double.NaN, Reductions.maxAbs(y, 0, 4));
        assertEquals(Double.NEGATIVE_INFINITY, Reductions.max(y, 0, 0));
    }

    @Test
    void rows_and_columns_are_added_in_order() {
        for (int m : new int[] {1, 3, 4, 9}) {
            int n = 7;
            double[] rows = new double[n];
            double[] columns = new double[m];
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    rows[j] += x[i * n + j];
                    columns[i] += x[i * n + j];
                }
            }
            double[] y = new double[n];
            Reductions.sumRows(x, m, n, y);
            assertArrayEquals(rows, y, 0.0); // the same order of addition
            double[] z = new double[m];
            Reductions.sumColumns(x, m, n, z);
            assertArrayEquals(columns, z, 0.0); // fewer than 8 in a row are added in order
        }
    }

    @Test
    void areFinite_findsWhatIsNot_anywhere() {
        for (double odd : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            for (int i = 0; i < 9; i++) {
                double[] y = {-0.0, Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, 0, 1, -1, 3, 4};
                assertTrue(Reductions.areFinite(y, 0, 9));
                y[i] = odd;
                assertFalse(Reductions.areFinite(y, 0, 9));
                assertTrue(Reductions.areFinite(y, i + 1, 8 - i));
            }
        }
    }
}
