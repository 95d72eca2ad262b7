package org.nde4j.core.kernel;

/**
 * Row by row: op(B) is copied into one array a row, and a row of C gathers four of them in one pass. Separate row arrays
 * let the compiler vectorize the pass, which it does not do for offsets into one array.
 */
final class PackedProduct implements MatrixProduct {
    static final PackedProduct INSTANCE = new PackedProduct();

    private static final int THIN = 5;

    private final ThreadLocal<double[][]> panels = ThreadLocal.withInitial(() -> new double[0][]);

    private PackedProduct() {}

    @Override
    public void multiply(
            boolean ta, boolean tb, int m, int n, int k, double[] a, double[] b, double[] c, boolean accumulate) {
        int ai = ta ? 1 : k;
        int ap = ta ? m : 1;
        int bp = tb ? 1 : n;
        int bj = tb ? k : 1;
        if (n < THIN || m < THIN) {
            StridedProduct.multiply(m, n, k, a, ai, ap, b, bp, bj, c, n, 1, accumulate);
        } else {
            double[][] panel = pack(tb, n, k, b);
            byRows(m, n, k, a, ai, ap, panel, c, accumulate);
        }
    }

    /** Rows 0..k-1 of op(B), and a row for C at index k. */
    private double[][] pack(boolean tb, int n, int k, double[] b) {
        double[][] panel = panel(n, k);
        for (int p = 0; p < k; p++) {
            double[] row = panel[p];
            if (tb) {
                for (int j = 0; j < n; j++) {
                    row[j] = b[j * k + p];
                }
            } else {
                System.arraycopy(b, p * n, row, 0, n);
            }
        }
        return panel;
    }

    private double[][] panel(int n, int k) {
        double[][] panel = panels.get();
        if (panel.length <= k || panel[0].length < n) {
            int rows = Math.max(panel.length, k + 1);
            panel = new double[rows][Math.max(n, panel.length == 0 ? 0 : panel[0].length)];
            panels.set(panel);
        }
        return panel;
    }

    private static void byRows(
            int m, int n, int k, double[] a, int ai, int ap, double[][] panel, double[] c, boolean accumulate) {
        double[] row = panel[k];
        for (int i = 0; i < m; i++) {
            if (accumulate) {
                System.arraycopy(c, i * n, row, 0, n);
            } else {
                Loops.fill(row, 0, n, 0);
            }
            gather(n, k, a, i * ai, ap, panel, row);
            System.arraycopy(row, 0, c, i * n, n);
        }
    }

    private static void gather(int n, int k, double[] a, int at, int ap, double[][] panel, double[] row) {
        int p = 0;
        for (; p + 4 <= k; p += 4, at += 4 * ap) {
            four(
                    a[at],
                    a[at + ap],
                    a[at + 2 * ap],
                    a[at + 3 * ap],
                    panel[p],
                    panel[p + 1],
                    panel[p + 2],
                    panel[p + 3],
                    row,
                    n);
        }
        for (; p < k; p++, at += ap) {
            Loops.axpy(a[at], panel[p], 0, row, 0, n);
        }
    }

    private static void four(
            double a0,
            double a1,
            double a2,
            double a3,
            double[] b0,
            double[] b1,
            double[] b2,
            double[] b3,
            double[] row,
            int n) {
        for (int j = 0; j < n; j++) {
            row[j] = Math.fma(a3, b3[j], Math.fma(a2, b2[j], Math.fma(a1, b1[j], Math.fma(a0, b0[j], row[j]))));
        }
    }
}
