package org.nde4j.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Blocks of four rows by up to three vectors of C, held in registers while the inner index runs; needs the Vector API's
 * module and is created by name only. A transposed B, or one whose rows are not whole vectors, is first copied to a panel
 * whose rows are; the last columns of C then pass through a small buffer.
 */
final class VectorizedProduct implements MatrixProduct {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final int W = LANES.length();
    private static final int ROWS = 4;
    private static final int THIN = 5;

    private final ThreadLocal<double[]> panels = ThreadLocal.withInitial(() -> new double[0]);
    private final ThreadLocal<double[]> turns = ThreadLocal.withInitial(() -> new double[0]);
    private final ThreadLocal<double[]> corners = ThreadLocal.withInitial(() -> new double[ROWS * W]);

    VectorizedProduct() {}

    @Override
    public void multiply(
            boolean ta, boolean tb, int m, int n, int k, double[] a, double[] b, double[] c, boolean accumulate) {
        int ai = ta ? 1 : k;
        int ap = ta ? m : 1;
        if (ta && n < THIN && m >= THIN) {
            turned(tb, m, n, k, a, b, c, accumulate);
        } else if (n < THIN || tb && m < THIN) {
            StridedProduct.multiply(m, n, k, a, ai, ap, b, tb ? 1 : n, tb ? k : 1, c, n, 1, accumulate);
        } else if (tb || n % W != 0) {
            int width = (n + W - 1) / W * W;
            blocks(m, n, k, a, ai, ap, panel(tb, n, k, width, b), width, c, accumulate);
        } else {
            blocks(m, n, k, a, ai, ap, b, n, c, accumulate);
        }
    }

    /** C' = op(B)' A, whose rows are long. */
    private void turned(boolean tb, int m, int n, int k, double[] a, double[] b, double[] c, boolean accumulate) {
        double[] t = turns.get();
        if (t.length < m * n) {
            t = new double[m * n];
            turns.set(t);
        }
        if (accumulate) {
            transpose(m, n, c, t);
        }
        multiply(!tb, false, n, m, k, b, a, t, accumulate);
        transpose(n, m, t, c);
    }

    private static void transpose(int m, int n, double[] x, double[] y) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                y[j * m + i] = x[i * n + j];
            }
        }
    }

    /** op(B) with rows of the given width. */
    private double[] panel(boolean tb, int n, int k, int width, double[] b) {
        double[] panel = panels.get();
        if (panel.length < k * width) {
            panel = new double[k * width];
            panels.set(panel);
        }
        if (tb) {
            transpose(n, k, width, b, panel);
        } else {
            for (int p = 0; p < k; p++) {
                System.arraycopy(b, p * n, panel, p * width, n);
            }
        }
        return panel;
    }

    private static void transpose(int n, int k, int width, double[] b, double[] panel) {
        for (int p = 0; p < k; p += W) {
            int end = Math.min(k, p + W);
            for (int j = 0; j < n; j++) {
                for (int q = p; q < end; q++) {
                    panel[q * width + j] = b[j * k + q];
                }
            }
        }
    }

    private void blocks(
            int m, int n, int k, double[] a, int ai, int ap, double[] b, int bp, double[] c, boolean accumulate) {
        int whole = n - n % W;
        int vectors;
        for (int j = 0; j < whole; j += vectors * W) {
            int left = (whole - j) / W;
            vectors = left == 4 ? 2 : Math.min(3, left);
            columns(vectors, m, n, k, a, ai, ap, b, j, bp, c, accumulate);
        }
        lastRows(m - m % ROWS, m, n, whole, k, a, ai, ap, b, bp, c, accumulate);
        if (whole < n) {
            lastColumns(m, n, k, a, ai, ap, b, whole, bp, c, accumulate);
        }
    }

    private static void columns(
            int vectors, int m, int n, int k, double[] a, int ai, int ap, double[] b, int j, int bp, double[] c,
            boolean accumulate) {
        for (int i = 0; i + ROWS <= m; i += ROWS) {
            switch (vectors) {
                case 3 -> fourByThree(k, a, i * ai, ai, ap, b, j, bp, c, i * n + j, n, accumulate);
                case 2 -> fourByTwo(k, a, i * ai, ai, ap, b, j, bp, c, i * n + j, n, accumulate);
                default -> fourByOne(k, a, i * ai, ai, ap, b, j, bp, c, i * n + j, n, accumulate);
            }
        }
    }

    /** The rows that make no four, from row i on. */
    private static void lastRows(
            int i, int m, int n, int whole, int k, double[] a, int ai, int ap, double[] b, int bp, double[] c,
            boolean accumulate) {
        for (int row = i; row < m; row++) {
            int j = 0;
            for (; j + 4 * W <= whole; j += 4 * W) {
                oneByFour(k, a, row * ai, ap, b, j, bp, c, row * n + j, accumulate);
            }
            for (; j < whole; j += W) {
                oneByOne(k, a, row * ai, ap, b, j, bp, c, row * n + j, accumulate);
            }
        }
    }

    private void lastColumns(
            int m, int n, int k, double[] a, int ai, int ap, double[] b, int j, int bp, double[] c,
            boolean accumulate) {
        double[] corner = corners.get();
        for (int i = 0; i < m; i += ROWS) {
            int rows = Math.min(ROWS, m - i);
            for (int r = 0; r < rows; r++) {
                System.arraycopy(c, (i + r) * n + j, corner, r * W, n - j);
            }
            if (rows == ROWS) {
                fourByOne(k, a, i * ai, ai, ap, b, j, bp, corner, 0, W, accumulate);
            } else {
                for (int r = 0; r < rows; r++) {
                    oneByOne(k, a, (i + r) * ai, ap, b, j, bp, corner, r * W, accumulate);
                }
            }
            for (int r = 0; r < rows; r++) {
                System.arraycopy(corner, r * W, c, (i + r) * n + j, n - j);
            }
        }
    }

    private static DoubleVector start(double[] c, int at, boolean accumulate) {
        return accumulate ? DoubleVector.fromArray(LANES, c, at) : DoubleVector.zero(LANES);
    }

    private static void fourByThree(
            int k, double[] a, int ao, int ai, int ap, double[] b, int bo, int bp, double[] c, int co, int cp,
            boolean accumulate) {
        int c1 = co + cp;
        int c2 = co + 2 * cp;
        int c3 = co + 3 * cp;
        DoubleVector s00 = start(c, co, accumulate);
        DoubleVector s01 = start(c, co + W, accumulate);
        DoubleVector s02 = start(c, co + 2 * W, accumulate);
        DoubleVector s10 = start(c, c1, accumulate);
        DoubleVector s11 = start(c, c1 + W, accumulate);
        DoubleVector s12 = start(c, c1 + 2 * W, accumulate);
        DoubleVector s20 = start(c, c2, accumulate);
        DoubleVector s21 = start(c, c2 + W, accumulate);
        DoubleVector s22 = start(c, c2 + 2 * W, accumulate);
        DoubleVector s30 = start(c, c3, accumulate);
        DoubleVector s31 = start(c, c3 + W, accumulate);
        DoubleVector s32 = start(c, c3 + 2 * W, accumulate);
        for (int p = 0; p < k; p++, ao += ap, bo += bp) {
            DoubleVector b0 = DoubleVector.fromArray(LANES, b, bo);
            DoubleVector b1 = DoubleVector.fromArray(LANES, b, bo + W);
            DoubleVector b2 = DoubleVector.fromArray(LANES, b, bo + 2 * W);
            DoubleVector a0 = DoubleVector.broadcast(LANES, a[ao]);
            s00 = a0.fma(b0, s00);
            s01 = a0.fma(b1, s01);
            s02 = a0.fma(b2, s02);
            DoubleVector a1 = DoubleVector.broadcast(LANES, a[ao + ai]);
            s10 = a1.fma(b0, s10);
            s11 = a1.fma(b1, s11);
            s12 = a1.fma(b2, s12);
            DoubleVector a2 = DoubleVector.broadcast(LANES, a[ao + 2 * ai]);
            s20 = a2.fma(b0, s20);
            s21 = a2.fma(b1, s21);
            s22 = a2.fma(b2, s22);
            DoubleVector a3 = DoubleVector.broadcast(LANES, a[ao + 3 * ai]);
            s30 = a3.fma(b0, s30);
            s31 = a3.fma(b1, s31);
            s32 = a3.fma(b2, s32);
        }
        s00.intoArray(c, co);
        s01.intoArray(c, co + W);
        s02.intoArray(c, co + 2 * W);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + W);
        s12.intoArray(c, c1 + 2 * W);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + W);
        s22.intoArray(c, c2 + 2 * W);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + W);
        s32.intoArray(c, c3 + 2 * W);
    }

    private static void fourByTwo(
            int k, double[] a, int ao, int ai, int ap, double[] b, int bo, int bp, double[] c, int co, int cp,
            boolean accumulate) {
        int c1 = co + cp;
        int c2 = co + 2 * cp;
        int c3 = co + 3 * cp;
        DoubleVector s00 = start(c, co, accumulate);
        DoubleVector s01 = start(c, co + W, accumulate);
        DoubleVector s10 = start(c, c1, accumulate);
        DoubleVector s11 = start(c, c1 + W, accumulate);
        DoubleVector s20 = start(c, c2, accumulate);
        DoubleVector s21 = start(c, c2 + W, accumulate);
        DoubleVector s30 = start(c, c3, accumulate);
        DoubleVector s31 = start(c, c3 + W, accumulate);
        for (int p = 0; p < k; p++, ao += ap, bo += bp) {
            DoubleVector b0 = DoubleVector.fromArray(LANES, b, bo);
            DoubleVector b1 = DoubleVector.fromArray(LANES, b, bo + W);
            DoubleVector a0 = DoubleVector.broadcast(LANES, a[ao]);
            s00 = a0.fma(b0, s00);
            s01 = a0.fma(b1, s01);
            DoubleVector a1 = DoubleVector.broadcast(LANES, a[ao + ai]);
            s10 = a1.fma(b0, s10);
            s11 = a1.fma(b1, s11);
            DoubleVector a2 = DoubleVector.broadcast(LANES, a[ao + 2 * ai]);
            s20 = a2.fma(b0, s20);
            s21 = a2.fma(b1, s21);
            DoubleVector a3 = DoubleVector.broadcast(LANES, a[ao + 3 * ai]);
            s30 = a3.fma(b0, s30);
            s31 = a3.fma(b1, s31);
        }
        s00.intoArray(c, co);
        s01.intoArray(c, co + W);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + W);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + W);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + W);
    }

    private static void fourByOne(
            int k, double[] a, int ao, int ai, int ap, double[] b, int bo, int bp, double[] c, int co, int cp,
            boolean accumulate) {
        int c1 = co + cp;
        int c2 = co + 2 * cp;
        int c3 = co + 3 * cp;
        DoubleVector s00 = start(c, co, accumulate);
        DoubleVector s10 = start(c, c1, accumulate);
        DoubleVector s20 = start(c, c2, accumulate);
        DoubleVector s30 = start(c, c3, accumulate);
        for (int p = 0; p < k; p++, ao += ap, bo += bp) {
            DoubleVector b0 = DoubleVector.fromArray(LANES, b, bo);
            DoubleVector a0 = DoubleVector.broadcast(LANES, a[ao]);
            s00 = a0.fma(b0, s00);
            DoubleVector a1 = DoubleVector.broadcast(LANES, a[ao + ai]);
            s10 = a1.fma(b0, s10);
            DoubleVector a2 = DoubleVector.broadcast(LANES, a[ao + 2 * ai]);
            s20 = a2.fma(b0, s20);
            DoubleVector a3 = DoubleVector.broadcast(LANES, a[ao + 3 * ai]);
            s30 = a3.fma(b0, s30);
        }
        s00.intoArray(c, co);
        s10.intoArray(c, c1);
        s20.intoArray(c, c2);
        s30.intoArray(c, c3);
    }

    private static void oneByFour(
            int k, double[] a, int ao, int ap, double[] b, int bo, int bp, double[] c, int co,
            boolean accumulate) {
        DoubleVector s00 = start(c, co, accumulate);
        DoubleVector s01 = start(c, co + W, accumulate);
        DoubleVector s02 = start(c, co + 2 * W, accumulate);
        DoubleVector s03 = start(c, co + 3 * W, accumulate);
        for (int p = 0; p < k; p++, ao += ap, bo += bp) {
            DoubleVector b0 = DoubleVector.fromArray(LANES, b, bo);
            DoubleVector b1 = DoubleVector.fromArray(LANES, b, bo + W);
            DoubleVector b2 = DoubleVector.fromArray(LANES, b, bo + 2 * W);
            DoubleVector b3 = DoubleVector.fromArray(LANES, b, bo + 3 * W);
            DoubleVector a0 = DoubleVector.broadcast(LANES, a[ao]);
            s00 = a0.fma(b0, s00);
            s01 = a0.fma(b1, s01);
            s02 = a0.fma(b2, s02);
            s03 = a0.fma(b3, s03);
        }
        s00.intoArray(c, co);
        s01.intoArray(c, co + W);
        s02.intoArray(c, co + 2 * W);
        s03.intoArray(c, co + 3 * W);
    }

    private static void oneByOne(
            int k, double[] a, int ao, int ap, double[] b, int bo, int bp, double[] c, int co,
            boolean accumulate) {
        DoubleVector s00 = start(c, co, accumulate);
        for (int p = 0; p < k; p++, ao += ap, bo += bp) {
            DoubleVector b0 = DoubleVector.fromArray(LANES, b, bo);
            DoubleVector a0 = DoubleVector.broadcast(LANES, a[ao]);
            s00 = a0.fma(b0, s00);
        }
        s00.intoArray(c, co);
    }
}
