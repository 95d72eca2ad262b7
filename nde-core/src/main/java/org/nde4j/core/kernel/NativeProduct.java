package org.nde4j.core.kernel;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.NativeBLAS;

/**
 * The product of a native BLAS, such as OpenBLAS, by way of netlib. It promises no order of addition: its bits may differ
 * from those of the other products, between machines and from run to run.
 */
final class NativeProduct implements MatrixProduct {
    private final BLAS blas = NativeBLAS.getInstance();

    NativeProduct() {}

    /* BLAS stores columns side by side, so it is asked for the transposed product of what it sees as transposed. */
    @Override
    public void multiply(
            boolean ta, boolean tb, int m, int n, int k, double[] a, double[] b, double[] c, boolean accumulate) {
        String left = tb ? "T" : "N";
        String right = ta ? "T" : "N";
        blas.dgemm(left, right, n, m, k, 1, b, tb ? k : n, a, ta ? m : k, accumulate ? 1 : 0, c, n);
    }
}
