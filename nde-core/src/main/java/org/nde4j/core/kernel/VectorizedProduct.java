package org.nde4j.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Blocks of C, four rows by two or four vectors, held in registers while the inner index runs; needs the Vector API's module and
 * is created by name only.
 *
 * <p>The inner index is cut so that a panel of op(B) lies in the first cache. A panel that is transposed, narrow or far apart
 * is copied side by side first, widened with zeros. A block that sticks out of C below computes its last row more than once.
 */
final class VectorizedProduct implements MatrixProduct {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final int W = LANES.length();
    private static final int PANEL = (W == 8 ? 4 : 2) * W;
    private static final int DEPTH = 256;
    private static final int THIN = 5;
    private static final int NEAR = 4096;

    private final ThreadLocal<Scratch> scratch = ThreadLocal.withInitial(Scratch::new);

    VectorizedProduct() {}

    private static final class Scratch {
        final double[] panel = new double[DEPTH * PANEL];
        final double[] block = new double[4 * PANEL];
        double[] turned = new double[0];

        double[] turned(int n) {
            if (turned.length < n) {
                turned = new double[n];
            }
            return turned;
        }
    }

    @Override
    public void multiply(
            boolean ta, boolean tb, int m, int n, int k, double[] a, double[] b, double[] c, boolean accumulate) {
        int ai = ta ? 1 : k;
        int ap = ta ? m : 1;
        if (n < THIN && ta && m >= THIN) {
            turned(tb, m, n, k, a, b, c, accumulate);
        } else if (n < THIN || tb && m < THIN) {
            StridedProduct.multiply(m, n, k, a, ai, ap, b, tb ? 1 : n, tb ? k : 1, c, n, 1, accumulate);
        } else {
            byPanels(tb, m, n, k, a, ai, ap, b, c, accumulate, scratch.get());
        }
    }

    /** C' = op(B)' A, the few columns of C becoming rows. */
    private void turned(boolean tb, int m, int n, int k, double[] a, double[] b, double[] c, boolean accumulate) {
        Scratch s = scratch.get();
        double[] rows = s.turned(m * n);
        if (accumulate) {
            transpose(m, n, c, rows);
        }
        byPanels(false, n, m, k, b, tb ? k : 1, tb ? 1 : n, a, rows, accumulate, s);
        transpose(n, m, rows, c);
    }

    private static void transpose(int m, int n, double[] x, double[] y) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                y[j * m + i] = x[i * n + j];
            }
        }
    }

    private static void byPanels(
            boolean tb,
            int m,
            int n,
            int k,
            double[] a,
            int ai,
            int ap,
            double[] b,
            double[] c,
            boolean accumulate,
            Scratch s) {
        if (k == 0 && !accumulate) {
            Loops.fill(c, 0, m * n, 0);
        }
        boolean far = m >= 16 && n > PANEL && (long) k * n > NEAR;
        for (int p = 0; p < k; p += DEPTH) {
            int depth = Math.min(DEPTH, k - p);
            boolean add = accumulate || p > 0;
            for (int j = 0; j < n; j += PANEL) {
                int width = Math.min(PANEL, n - j);
                boolean direct = !tb && !far && width == PANEL;
                if (!direct) {
                    pack(tb, n, k, b, p, j, depth, width, s.panel);
                }
                double[] from = direct ? b : s.panel;
                int at = direct ? p * n + j : 0;
                int step = direct ? n : PANEL;
                rows(m, n, depth, a, p * ap, ai, ap, from, at, step, c, j, width, add, s.block);
            }
        }
    }

    private static void pack(boolean tb, int n, int k, double[] b, int p, int j, int depth, int width, double[] panel) {
        if (width < PANEL) {
            Loops.fill(panel, 0, depth * PANEL, 0);
        }
        for (int q = 0; q < depth; q++) {
            if (tb) {
                for (int l = 0, at = j * k + p + q; l < width; l++, at += k) {
                    panel[q * PANEL + l] = b[at];
                }
            } else {
                System.arraycopy(b, (p + q) * n + j, panel, q * PANEL, width);
            }
        }
    }

    /** All rows of a panel of C. */
    private static void rows(
            int m,
            int n,
            int k,
            double[] a,
            int ao,
            int ai,
            int ap,
            double[] b,
            int bo,
            int bp,
            double[] c,
            int j,
            int width,
            boolean add,
            double[] block) {
        boolean whole = width == PANEL;
        for (int i = 0; i < m; i += 4) {
            int i1 = Math.min(i + 1, m - 1);
            int i2 = Math.min(i + 2, m - 1);
            int i3 = Math.min(i + 3, m - 1);
            int a0 = ao + i * ai;
            int a1 = ao + i1 * ai;
            int a2 = ao + i2 * ai;
            int a3 = ao + i3 * ai;
            if (whole && W == 8) {
                wide(k, a, a0, a1, a2, a3, ap, b, bo, bp, c, i * n + j, i1 * n + j, i2 * n + j, i3 * n + j, add);
            } else if (whole) {
                slim(k, a, a0, a1, a2, a3, ap, b, bo, bp, c, i * n + j, i1 * n + j, i2 * n + j, i3 * n + j, add);
            } else {
                copy(c, i * n + j, n, block, 0, PANEL, width, Math.min(4, m - i));
                for (int l = 0; l < width; l += 2 * W) {
                    slim(
                            k,
                            a,
                            a0,
                            a1,
                            a2,
                            a3,
                            ap,
                            b,
                            bo + l,
                            bp,
                            block,
                            l,
                            (i1 - i) * PANEL + l,
                            (i2 - i) * PANEL + l,
                            (i3 - i) * PANEL + l,
                            add);
                }
                copy(block, 0, PANEL, c, i * n + j, n, width, Math.min(4, m - i));
            }
        }
    }

    private static void copy(double[] x, int xo, int xi, double[] y, int yo, int yi, int width, int rows) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(x, xo + i * xi, y, yo + i * yi, width);
        }
    }

    private static DoubleVector at(double[] x, int i) {
        return DoubleVector.fromArray(LANES, x, i);
    }

    private static DoubleVector start(double[] c, int i, boolean add) {
        return add ? at(c, i) : DoubleVector.zero(LANES);
    }

    /** Four rows by two vectors. */
    private static void slim(
            int k,
            double[] a,
            int a0,
            int a1,
            int a2,
            int a3,
            int ap,
            double[] b,
            int bo,
            int bp,
            double[] c,
            int c0,
            int c1,
            int c2,
            int c3,
            boolean add) {
        DoubleVector s00 = start(c, c0, add);
        DoubleVector s01 = start(c, c0 + W, add);
        DoubleVector s10 = start(c, c1, add);
        DoubleVector s11 = start(c, c1 + W, add);
        DoubleVector s20 = start(c, c2, add);
        DoubleVector s21 = start(c, c2 + W, add);
        DoubleVector s30 = start(c, c3, add);
        DoubleVector s31 = start(c, c3 + W, add);
        for (int p = 0, at = 0; p < k; p++, at += ap, bo += bp) {
            DoubleVector b0 = at(b, bo);
            DoubleVector b1 = at(b, bo + W);
            DoubleVector x = DoubleVector.broadcast(LANES, a[a0 + at]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            x = DoubleVector.broadcast(LANES, a[a1 + at]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            x = DoubleVector.broadcast(LANES, a[a2 + at]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            x = DoubleVector.broadcast(LANES, a[a3 + at]);
            s30 = x.fma(b0, s30);
            s31 = x.fma(b1, s31);
        }
        s00.intoArray(c, c0);
        s01.intoArray(c, c0 + W);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + W);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + W);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + W);
    }

    /** Four rows by four vectors, for processors with 32 registers. */
    private static void wide(
            int k,
            double[] a,
            int a0,
            int a1,
            int a2,
            int a3,
            int ap,
            double[] b,
            int bo,
            int bp,
            double[] c,
            int c0,
            int c1,
            int c2,
            int c3,
            boolean add) {
        DoubleVector s00 = start(c, c0, add);
        DoubleVector s01 = start(c, c0 + W, add);
        DoubleVector s02 = start(c, c0 + 2 * W, add);
        DoubleVector s03 = start(c, c0 + 3 * W, add);
        DoubleVector s10 = start(c, c1, add);
        DoubleVector s11 = start(c, c1 + W, add);
        DoubleVector s12 = start(c, c1 + 2 * W, add);
        DoubleVector s13 = start(c, c1 + 3 * W, add);
        DoubleVector s20 = start(c, c2, add);
        DoubleVector s21 = start(c, c2 + W, add);
        DoubleVector s22 = start(c, c2 + 2 * W, add);
        DoubleVector s23 = start(c, c2 + 3 * W, add);
        DoubleVector s30 = start(c, c3, add);
        DoubleVector s31 = start(c, c3 + W, add);
        DoubleVector s32 = start(c, c3 + 2 * W, add);
        DoubleVector s33 = start(c, c3 + 3 * W, add);
        for (int p = 0, at = 0; p < k; p++, at += ap, bo += bp) {
            DoubleVector b0 = at(b, bo);
            DoubleVector b1 = at(b, bo + W);
            DoubleVector b2 = at(b, bo + 2 * W);
            DoubleVector b3 = at(b, bo + 3 * W);
            DoubleVector x = DoubleVector.broadcast(LANES, a[a0 + at]);
            s00 = x.fma(b0, s00);
            s01 = x.fma(b1, s01);
            s02 = x.fma(b2, s02);
            s03 = x.fma(b3, s03);
            x = DoubleVector.broadcast(LANES, a[a1 + at]);
            s10 = x.fma(b0, s10);
            s11 = x.fma(b1, s11);
            s12 = x.fma(b2, s12);
            s13 = x.fma(b3, s13);
            x = DoubleVector.broadcast(LANES, a[a2 + at]);
            s20 = x.fma(b0, s20);
            s21 = x.fma(b1, s21);
            s22 = x.fma(b2, s22);
            s23 = x.fma(b3, s23);
            x = DoubleVector.broadcast(LANES, a[a3 + at]);
            s30 = x.fma(b0, s30);
            s31 = x.fma(b1, s31);
            s32 = x.fma(b2, s32);
            s33 = x.fma(b3, s33);
        }
        s00.intoArray(c, c0);
        s01.intoArray(c, c0 + W);
        s02.intoArray(c, c0 + 2 * W);
        s03.intoArray(c, c0 + 3 * W);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + W);
        s12.intoArray(c, c1 + 2 * W);
        s13.intoArray(c, c1 + 3 * W);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + W);
        s22.intoArray(c, c2 + 2 * W);
        s23.intoArray(c, c2 + 3 * W);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + W);
        s32.intoArray(c, c3 + 2 * W);
        s33.intoArray(c, c3 + 3 * W);
    }
}
