package org.nde4j.core.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GmresTest {
    private static final int ROWS = 3;

    /* One matrix a row: the identity and a random part, so that eigenvalues keep away from 0. */
    private static double[][] matrices(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] a = new double[ROWS][];
        for (int r = 0; r < ROWS; r++) {
            double strength = 0.9 * (r + 1) / ROWS / Math.sqrt(n);
            a[r] = random.doubles((long) n * n, -strength, strength).toArray();
            for (int i = 0; i < n; i++) {
                a[r][i * n + i] += 1;
            }
        }
        return a;
    }

    private static Gmres.Operator operator(double[][] a, int n) {
        return (x, y) -> {
            for (int i = 0; i < ROWS * n; i++) {
                y[i] = 0;
                for (int j = 0; j < n; j++) {
                    y[i] += a[i / n][i % n * n + j] * x[i / n * n + j];
                }
            }
        };
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "5, 10", "20, 20", "20, 6", "60, 10"})
    void solutions_agreeWithElimination(int n, int restart) {
        double[][] a = matrices(n, n + restart);
        double[] b = new SplittableRandom(7).doubles(ROWS * n, -1, 1).toArray();
        double[] x = new double[ROWS * n];
        new Gmres(ROWS, n, restart, 500, 1e-12).solve(operator(a, n), b, x);
        for (int r = 0; r < ROWS; r++) {
            Lu lu = new Lu(n);
            double[] expected = Arrays.copyOfRange(b, r * n, (r + 1) * n);
            lu.factor(a[r]);
            lu.solve(expected, expected);
            // Residual 1e-12 |b|, |b| < 8, times the norm of the inverse, which is below 100 here.
            assertArrayEquals(expected, Arrays.copyOfRange(x, r * n, (r + 1) * n), 1e-9, "row " + r);
        }
    }

    @Test
    void rows_doNotKnowOfEachOther() {
        int n = 12;
        double[][] a = matrices(n, 3);
        double[] b = new SplittableRandom(8).doubles(ROWS * n, -1, 1).toArray();
        double[] x = new double[ROWS * n];
        new Gmres(ROWS, n, 5, 200, 1e-8).solve(operator(a, n), b, x);
        double[][] other = {a[0], new double[n * n], a[2]};
        double[] changed = b.clone();
        Arrays.fill(changed, n, 2 * n, 5);
        double[] y = new double[ROWS * n];
        new Gmres(ROWS, n, 5, 200, 1e-8).solve(operator(other, n), changed, y);
        assertTrue(Double.isNaN(y[n]));
        assertArrayEquals(Arrays.copyOf(x, n), Arrays.copyOf(y, n));
        assertArrayEquals(Arrays.copyOfRange(x, 2 * n, 3 * n), Arrays.copyOfRange(y, 2 * n, 3 * n));
    }

    @Test
    void tooFewIterations_giveNaN() {
        int n = 40;
        double[] x = new double[ROWS * n];
        double[] b = new double[ROWS * n];
        Arrays.fill(b, 0, 2 * n, 1);
        new Gmres(ROWS, n, 3, 4, 1e-12).solve(operator(matrices(n, 9), n), b, x);
        assertTrue(Arrays.stream(x, 0, 2 * n).allMatch(Double::isNaN));
        assertTrue(Arrays.stream(x, 2 * n, 3 * n).allMatch(v -> v == 0), "a right-hand side of zero is solved by zero");
    }

    @Test
    void infiniteProducts_giveNaN() {
        double[] x = new double[ROWS * 2];
        new Gmres(ROWS, 2, 2, 50, 1e-9)
                .solve((v, y) -> Arrays.fill(y, Double.POSITIVE_INFINITY), new double[] {1, 1, 1, 1, 1, 1}, x);
        assertTrue(Arrays.stream(x).allMatch(Double::isNaN));
    }

    @Test
    void restart_isNotTakenForGranted() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> new Gmres(1, 3, 0, 10, 1e-6));
        assertTrue(e.getMessage().contains("restart 0"), e.getMessage());
        assertFalse(e.getMessage().isEmpty());
        assertEquals(IllegalArgumentException.class, e.getClass());
    }
}
