package org.nde4j.core.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FactorizationTest {
    private static Pattern random(int n, double density, SplittableRandom random) {
        return Pattern.of(
                n, n, random.doubles((long) n * n).map(u -> u < density ? 1 : 0).toArray());
    }

    /* Heat on a square grid. */
    private static Pattern grid(int side) {
        BitSet[] rows = new BitSet[side * side];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new BitSet();
            rows[i].set(i);
            if (i % side > 0) {
                rows[i].set(i - 1);
            }
            if (i % side < side - 1) {
                rows[i].set(i + 1);
            }
            if (i >= side) {
                rows[i].set(i - side);
            }
            if (i + side < rows.length) {
                rows[i].set(i + side);
            }
        }
        return Pattern.of(side * side, rows);
    }

    static Stream<Factorization> kinds() {
        SplittableRandom random = new SplittableRandom(1);
        Stream<Factorization> dense = IntStream.rangeClosed(1, 20).mapToObj(DenseFactorization::new);
        Stream<Factorization> banded = Stream.of(
                new BandedFactorization(1, 0, 0),
                new BandedFactorization(5, 0, 0),
                new BandedFactorization(6, 0, 3),
                new BandedFactorization(6, 3, 0),
                new BandedFactorization(12, 1, 1),
                new BandedFactorization(30, 3, 2),
                new BandedFactorization(7, 6, 6));
        Stream<Factorization> sparse = Stream.of(
                new SparseFactorization(Pattern.diagonal(1)),
                new SparseFactorization(Pattern.dense(6)),
                new SparseFactorization(Pattern.banded(40, 1, 1)),
                new SparseFactorization(grid(7)),
                new SparseFactorization(random(15, 0.1, random).union(Pattern.diagonal(15))),
                new SparseFactorization(random(60, 0.05, random).union(Pattern.diagonal(60))));
        return Stream.of(dense, banded, sparse).flatMap(s -> s);
    }

    private static RealMatrix matrix(Pattern pattern, double[] a) {
        RealMatrix m = new Array2DRowRealMatrix(pattern.height(), pattern.width());
        int[] rows = pattern.rows();
        for (int e = 0; e < a.length; e++) {
            m.setEntry(rows[e], pattern.column(e), a[e]);
        }
        return m;
    }

    /* Entries in [-1, 1]; where nothing is interchanged by size the diagonal outweighs its row. */
    private static double[] draw(Factorization kind, SplittableRandom random) {
        Pattern pattern = kind.pattern();
        double[] a = random.doubles(pattern.entries(), -1, 1).toArray();
        for (int i = 0; kind instanceof SparseFactorization && i < kind.size(); i++) {
            int entries = pattern.start(i + 1) - pattern.start(i);
            a[pattern.entry(i, i)] += entries;
        }
        return a;
    }

    private static double[] inside(double[] x, int offset) {
        double[] wide = new double[x.length + offset];
        System.arraycopy(x, 0, wide, offset, x.length);
        return wide;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void solutions_agreeWithCommonsMath(Factorization kind) {
        SplittableRandom random = new SplittableRandom(kind.size());
        int n = kind.size();
        for (int repeat = 0; repeat < 5; repeat++) {
            double[] a = draw(kind, random);
            double[] b = random.doubles(n, -1, 1).toArray();
            RealMatrix m = matrix(kind.pattern(), a);
            double[] f = new double[3 + kind.factors()];
            kind.factor(inside(a, 2), 2, f, 3);
            double[] x = new double[n + 1];
            kind.solve(f, 3, inside(b, 4), 4, x, 1);
            double[] turned = new double[n + 1];
            kind.solveTransposed(f, 3, inside(b, 4), 4, turned, 1);
            double[] expected = new LUDecomposition(m, 0)
                    .getSolver()
                    .solve(new ArrayRealVector(b))
                    .toArray();
            double[] expectedTurned = new LUDecomposition(m.transpose(), 0)
                    .getSolver()
                    .solve(new ArrayRealVector(b))
                    .toArray();
            // Backward stable elimination, both: cond(A) n eps times the size of the solution, with room for growth.
            double condition = new SingularValueDecomposition(m).getConditionNumber();
            assertClose(expected, x, condition * n * 1e-15);
            assertClose(expectedTurned, turned, condition * n * 1e-15);
        }
    }

    private static void assertClose(double[] expected, double[] found, double relative) {
        double size = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i + 1], relative * size, "element " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void singularAndInfiniteMatrices_giveNaN(Factorization kind) {
        double[] a = new double[kind.pattern().entries()];
        assertTrue(allNaN(kind, a));
        Arrays.fill(a, Double.POSITIVE_INFINITY);
        assertTrue(allNaN(kind, a));
        Arrays.fill(a, Double.NaN);
        assertTrue(allNaN(kind, a));
    }

    private static boolean allNaN(Factorization kind, double[] a) {
        double[] f = new double[kind.factors()];
        kind.factor(a, 0, f, 0);
        double[] b = new double[kind.size()];
        double[] x = new double[kind.size()];
        Arrays.fill(b, 1);
        kind.solve(f, 0, b, 0, x, 0);
        boolean all = Arrays.stream(x).allMatch(Double::isNaN);
        kind.solveTransposed(f, 0, b, 0, x, 0);
        return all && Arrays.stream(x).allMatch(Double::isNaN);
    }

    @Test
    void missingDiagonals_areRepairedByMatchingRows() {
        // A cycle: column i + 1 in row i, and the last row holds column 0; then more of the same with company.
        SplittableRandom random = new SplittableRandom(5);
        for (int n : new int[] {2, 3, 7, 20}) {
            BitSet[] rows = new BitSet[n];
            for (int i = 0; i < n; i++) {
                rows[i] = new BitSet();
                rows[i].set((i + 1) % n);
                if (i % 3 == 1) {
                    rows[i].set(i);
                }
            }
            Pattern pattern = Pattern.of(n, rows);
            SparseFactorization kind = new SparseFactorization(pattern);
            double[] a = random.doubles(pattern.entries(), 1, 2).toArray();
            double[] b = random.doubles(n).toArray();
            double[] f = new double[kind.factors()];
            double[] x = new double[n];
            kind.factor(a, 0, f, 0);
            kind.solve(f, 0, b, 0, x, 0);
            double[] back = matrix(pattern, a).operate(x);
            // No element is ever larger than 2^(n/3 + 1), so little is lost.
            assertEquals(
                    0,
                    IntStream.range(0, n)
                            .mapToDouble(i -> Math.abs(back[i] - b[i]))
                            .max()
                            .orElse(0),
                    1e-11);
        }
    }

    @Test
    void pivotThatWouldLoseAllDigits_givesNaNWhereRowsAreNotInterchanged() {
        double[] a = {1e-20, 1, 1, 1};
        assertTrue(allNaN(new SparseFactorization(Pattern.dense(2)), a));
        for (Factorization kind : new Factorization[] {new DenseFactorization(2), new BandedFactorization(2, 1, 1)}) {
            double[] f = new double[kind.factors()];
            double[] x = new double[2];
            kind.factor(a, 0, f, 0);
            kind.solve(f, 0, new double[] {1, 2}, 0, x, 0);
            // One rounding an operation.
            assertArrayEquals(new double[] {1, 1}, x, 1e-15);
        }
    }

    @Test
    void columnThatNoRowHas_isRefused() {
        Pattern pattern = Pattern.of(3, 3, new double[] {1, 1, 0, 1, 1, 0, 1, 1, 0});
        Exception e = assertThrows(IllegalArgumentException.class, () -> new SparseFactorization(pattern));
        assertTrue(e.getMessage().contains("singular whatever its numbers"), e.getMessage());
    }

    @Test
    void gridOf30By30_fillsLittle() {
        SparseFactorization kind = new SparseFactorization(grid(30));
        // A band as wide as a side would hold 900 (2 * 30 + 1) entries; nested dissection fills about 31 n log2(n) / 8.
        assertTrue(kind.filled() < 25000, "filled " + kind.filled());
        assertTrue(kind.factorFlops() < 0.5 * new BandedFactorization(900, 30, 30).factorFlops());
    }

    @Test
    void tridiagonal_fillsNothing() {
        SparseFactorization kind = new SparseFactorization(Pattern.banded(100, 1, 1));
        assertEquals(kind.pattern().entries(), kind.filled());
    }

    @Test
    void pattern_findsItsEntries() {
        Pattern p = Pattern.of(2, 3, new double[] {1, 0, 2, 0, 3, 0});
        assertEquals(3, p.entries());
        assertEquals(1, p.entry(0, 2));
        assertTrue(p.entry(1, 0) < 0);
        assertEquals("[0, 0, 1]", Arrays.toString(p.rows()));
        assertEquals("[0, 2, 1]", Arrays.toString(p.columns()));
        assertEquals(p, p.transposed().transposed());
        assertEquals(2, p.upper());
        assertEquals(0, p.lower());
        assertEquals(
                5, p.union(Pattern.of(2, 3, new double[] {0, 1, 0, 0, 0, 1})).entries());
    }
}
