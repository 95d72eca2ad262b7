package org.nde4j.core.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoopsTest {
    private static final int OFFSET = 3;

    private final double[] x = numbers(1, 2000);
    private final double[] y = numbers(2, 2000);

    private static double[] numbers(int seed, int n) {
        double[] x = new SplittableRandom(seed).doubles(n, -2, 2).toArray();
        double[] awkward = {0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1, 1};
        System.arraycopy(awkward, 0, x, 5 + seed, awkward.length);
        return x;
    }

    private static double[] expected(int n, IntToDoubleFunction f) {
        return IntStream.range(0, n).mapToDouble(f).toArray();
    }

    private static void matches(double[] expected, double[] c, int co) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], c[co + i], "element " + i);
        }
    }

    @ParameterizedTest
    @EnumSource(Binary.class)
    void ranges_and_numbers_give_the_function_of_each_pair(Binary f) {
        for (int n : new int[] {1, 7, 1300}) {
            double[] both = expected(n, i -> f.of(x[OFFSET + i], y[i]));
            double[] c = new double[2000];
            f.full(x, OFFSET, y, 0, c, 1, n);
            matches(both, c, 1);
            double[] level = expected(n, i -> f.of(x[OFFSET + i], y[OFFSET + i]));
            f.full(x, OFFSET, y, OFFSET, c, OFFSET, n);
            matches(level, c, OFFSET);
            double[] inPlace = x.clone();
            f.full(inPlace, OFFSET, y, 0, inPlace, OFFSET, n);
            matches(both, inPlace, OFFSET);
            f.right(x, OFFSET, 0.7, c, 0, n);
            matches(expected(n, i -> f.of(x[OFFSET + i], 0.7)), c, 0);
            f.right(x, OFFSET, 0.7, c, OFFSET, n);
            matches(expected(n, i -> f.of(x[OFFSET + i], 0.7)), c, OFFSET);
            f.left(0.7, y, OFFSET, c, 0, n);
            matches(expected(n, i -> f.of(0.7, y[OFFSET + i])), c, 0);
            f.left(0.7, y, OFFSET, c, OFFSET, n);
            matches(expected(n, i -> f.of(0.7, y[OFFSET + i])), c, OFFSET);
        }
    }

    @ParameterizedTest
    @EnumSource(Binary.class)
    void rows_repeat_and_columns_stay(Binary f) {
        double[] c = new double[2000];
        for (int p : new int[] {1, 2, 5, 64, 200}) {
            int n = p * (p > 100 ? 4 : 9 + 600 / p);
            f.rowRight(x, OFFSET, y, 1, p, c, 2, n);
            matches(expected(n, i -> f.of(x[OFFSET + i], y[1 + i % p])), c, 2);
            f.rowLeft(y, 1, p, x, OFFSET, c, 2, n);
            matches(expected(n, i -> f.of(y[1 + i % p], x[OFFSET + i])), c, 2);
            f.columnRight(x, OFFSET, y, 1, p, c, 2, n);
            matches(expected(n, i -> f.of(x[OFFSET + i], y[1 + i / p])), c, 2);
            f.columnLeft(y, 1, p, x, OFFSET, c, 2, n);
            matches(expected(n, i -> f.of(y[1 + i / p], x[OFFSET + i])), c, 2);
        }
    }

    @Test
    void minimum_and_maximum_order_zeros_and_pass_nan_on() {
        double[] c = new double[3];
        Binary.MINIMUM.full(new double[] {0.0, -0.0, Double.NaN}, 0, new double[] {-0.0, 0.0, 1}, 0, c, 0, 3);
        assertArrayEquals(new double[] {-0.0, -0.0, Double.NaN}, c);
        Binary.MAXIMUM.full(new double[] {0.0, -0.0, Double.NaN}, 0, new double[] {-0.0, 0.0, 1}, 0, c, 0, 3);
        assertArrayEquals(new double[] {0.0, 0.0, Double.NaN}, c);
        Binary.LESS.full(new double[] {1, 2, Double.NaN}, 0, new double[] {2, 2, 1}, 0, c, 0, 3);
        assertArrayEquals(new double[] {1, 0, 0}, c);
    }

    @Test
    void combination_is_one_chain_from_left_to_right() {
        int n = 37;
        for (int count = 1; count <= 11; count++) {
            double[] c = new double[count];
            double[][] v = new double[count][];
            for (int j = 0; j < count; j++) {
                c[j] = 0.3 * j - 1;
                v[j] = numbers(10 + j, 60);
            }
            double[] chain = expected(n, i -> {
                double s = c[0] * v[0][4 + i];
                for (int j = 1; j < c.length; j++) {
                    s = Math.fma(c[j], v[j][4 + i], s);
                }
                return s;
            });
            double[] out = new double[n + 4];
            Loops.combine(c, v, out, 4, n);
            matches(chain, out, 4);
            Loops.combine(c, v, v[0], 4, n);
            matches(chain, v[0], 4);
        }
    }

    @Test
    void simple_loops_do_what_they_say() {
        int n = 20;
        double[] c = new double[n];
        Loops.scale(3, x, 2, c, 0, n);
        matches(expected(n, i -> 3 * x[2 + i]), c, 0);
        Loops.shift(3, x, 2, c, 0, n);
        matches(expected(n, i -> x[2 + i] + 3), c, 0);
        Loops.negate(x, 2, c, 0, n);
        matches(expected(n, i -> -x[2 + i]), c, 0);
        Loops.axpy(2, x, 2, c, 0, n);
        matches(expected(n, i -> Math.fma(2, x[2 + i], -x[2 + i])), c, 0);
        Loops.fill(c, 0, n, 1.5);
        Loops.accumulate(x, 1, c, 0, n);
        matches(expected(n, i -> 1.5 + x[1 + i]), c, 0);
        Loops.copy(y, 3, c, 0, n);
        matches(expected(n, i -> y[3 + i]), c, 0);
        Loops.accumulate(x, 0, c, 0, n);
        matches(expected(n, i -> y[3 + i] + x[i]), c, 0);
        Loops.negate(x, 0, c, 0, n);
        matches(expected(n, i -> -x[i]), c, 0);
        Loops.axpy(2, y, 0, c, 0, n);
        matches(expected(n, i -> Math.fma(2, y[i], -x[i])), c, 0);
        Loops.select(new double[] {0, 1, -0.0, Double.NaN}, 0, x, 0, y, 0, c, 0, 4);
        assertArrayEquals(new double[] {y[0], x[1], y[2], x[3]}, java.util.Arrays.copyOf(c, 4));
    }
}
