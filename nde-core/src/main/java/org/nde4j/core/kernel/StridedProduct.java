package org.nde4j.core.kernel;

/**
 * The product for shapes too thin for lanes: blocks of independent chains in registers over arrays with any strides, element
 * (i, p) of A being a[i ai + p ap] and so on. Transposing all three matrices is exchanging strides.
 */
final class StridedProduct {
    private StridedProduct() {}

    static void multiply(
            int m,
            int n,
            int k,
            double[] a,
            int ai,
            int ap,
            double[] b,
            int bp,
            int bj,
            double[] c,
            int ci,
            int cj,
            boolean accumulate) {
        if (n == 1) {
            row(m, k, b, 0, bp, a, ap, ai, c, 0, ci, accumulate);
            return;
        }
        int i = 0;
        for (; i + 4 <= m; i += 4) {
            int j = 0;
            for (; j + 2 <= n; j += 2) {
                fourByTwo(k, a, i * ai, ai, ap, b, j * bj, bp, bj, c, i * ci + j * cj, ci, cj, accumulate);
            }
            if (j < n) {
                fourByOne(k, a, i * ai, ai, ap, b, j * bj, bp, c, i * ci + j * cj, ci, accumulate);
            }
        }
        for (; i < m; i++) {
            row(n, k, a, i * ai, ap, b, bp, bj, c, i * ci, cj, accumulate);
        }
    }

    private static void row(
            int n,
            int k,
            double[] a,
            int ao,
            int ap,
            double[] b,
            int bp,
            int bj,
            double[] c,
            int co,
            int cj,
            boolean accumulate) {
        int j = 0;
        for (; j + 8 <= n; j += 8) {
            eightByOne(k, b, j * bj, bj, bp, a, ao, ap, c, co + j * cj, cj, accumulate);
        }
        for (; j + 4 <= n; j += 4) {
            fourByOne(k, b, j * bj, bj, bp, a, ao, ap, c, co + j * cj, cj, accumulate);
        }
        for (; j < n; j++) {
            int at = co + j * cj;
            double s = accumulate ? c[at] : 0;
            for (int p = 0; p < k; p++) {
                s = Math.fma(a[ao + p * ap], b[j * bj + p * bp], s);
            }
            c[at] = s;
        }
    }

    private static void fourByOne(
            int k,
            double[] a,
            int ao,
            int ai,
            int ap,
            double[] b,
            int bo,
            int bp,
            double[] c,
            int co,
            int ci,
            boolean accumulate) {
        int c1 = co + ci;
        int c2 = c1 + ci;
        int c3 = c2 + ci;
        double s0 = accumulate ? c[co] : 0;
        double s1 = accumulate ? c[c1] : 0;
        double s2 = accumulate ? c[c2] : 0;
        double s3 = accumulate ? c[c3] : 0;
        int a1 = ai;
        int a2 = a1 + ai;
        int a3 = a2 + ai;
        for (int p = 0; p < k; p++, ao += ap, bo += bp) {
            double y = b[bo];
            s0 = Math.fma(a[ao], y, s0);
            s1 = Math.fma(a[ao + a1], y, s1);
            s2 = Math.fma(a[ao + a2], y, s2);
            s3 = Math.fma(a[ao + a3], y, s3);
        }
        c[co] = s0;
        c[c1] = s1;
        c[c2] = s2;
        c[c3] = s3;
    }

    private static void eightByOne(
            int k,
            double[] a,
            int ao,
            int ai,
            int ap,
            double[] b,
            int bo,
            int bp,
            double[] c,
            int co,
            int ci,
            boolean accumulate) {
        double s0 = accumulate ? c[co] : 0;
        double s1 = accumulate ? c[co + ci] : 0;
        double s2 = accumulate ? c[co + 2 * ci] : 0;
        double s3 = accumulate ? c[co + 3 * ci] : 0;
        double s4 = accumulate ? c[co + 4 * ci] : 0;
        double s5 = accumulate ? c[co + 5 * ci] : 0;
        double s6 = accumulate ? c[co + 6 * ci] : 0;
        double s7 = accumulate ? c[co + 7 * ci] : 0;
        int a1 = ai;
        int a2 = 2 * ai;
        int a3 = 3 * ai;
        int a4 = 4 * ai;
        int a5 = 5 * ai;
        int a6 = 6 * ai;
        int a7 = 7 * ai;
        for (int p = 0; p < k; p++, ao += ap, bo += bp) {
            double y = b[bo];
            s0 = Math.fma(a[ao], y, s0);
            s1 = Math.fma(a[ao + a1], y, s1);
            s2 = Math.fma(a[ao + a2], y, s2);
            s3 = Math.fma(a[ao + a3], y, s3);
            s4 = Math.fma(a[ao + a4], y, s4);
            s5 = Math.fma(a[ao + a5], y, s5);
            s6 = Math.fma(a[ao + a6], y, s6);
            s7 = Math.fma(a[ao + a7], y, s7);
        }
        c[co] = s0;
        c[co + ci] = s1;
        c[co + 2 * ci] = s2;
        c[co + 3 * ci] = s3;
        c[co + 4 * ci] = s4;
        c[co + 5 * ci] = s5;
        c[co + 6 * ci] = s6;
        c[co + 7 * ci] = s7;
    }

    private static void fourByTwo(
            int k,
            double[] a,
            int ao,
            int ai,
            int ap,
            double[] b,
            int bo,
            int bp,
            int bj,
            double[] c,
            int co,
            int ci,
            int cj,
            boolean accumulate) {
        int c1 = co + ci;
        int c2 = c1 + ci;
        int c3 = c2 + ci;
        double s0 = accumulate ? c[co] : 0;
        double s1 = accumulate ? c[c1] : 0;
        double s2 = accumulate ? c[c2] : 0;
        double s3 = accumulate ? c[c3] : 0;
        double t0 = accumulate ? c[co + cj] : 0;
        double t1 = accumulate ? c[c1 + cj] : 0;
        double t2 = accumulate ? c[c2 + cj] : 0;
        double t3 = accumulate ? c[c3 + cj] : 0;
        int a1 = ai;
        int a2 = a1 + ai;
        int a3 = a2 + ai;
        for (int p = 0; p < k; p++, ao += ap, bo += bp) {
            double y = b[bo];
            double z = b[bo + bj];
            double x0 = a[ao];
            double x1 = a[ao + a1];
            double x2 = a[ao + a2];
            double x3 = a[ao + a3];
            s0 = Math.fma(x0, y, s0);
            t0 = Math.fma(x0, z, t0);
            s1 = Math.fma(x1, y, s1);
            t1 = Math.fma(x1, z, t1);
            s2 = Math.fma(x2, y, s2);
            t2 = Math.fma(x2, z, t2);
            s3 = Math.fma(x3, y, s3);
            t3 = Math.fma(x3, z, t3);
        }
        c[co] = s0;
        c[c1] = s1;
        c[c2] = s2;
        c[c3] = s3;
        c[co + cj] = t0;
        c[c1 + cj] = t1;
        c[c2 + cj] = t2;
        c[c3 + cj] = t3;
    }
}
