package org.nde4j.core.kernel;

import java.util.Optional;

/**
 * Product of dense row-major matrices, C = op(A) op(B) or C + op(A) op(B), op being nothing or transposition.
 *
 * <p>Every element of C is one chain of fused multiply-adds over the inner index in ascending order, starting from 0 or from
 * the old element. All implementations but the native one keep to that, so they give the same bits; they differ in speed
 * only. An implementation may be used by many threads at once; it keeps its scratch per thread and allocates only when a
 * larger one is needed.
 *
 * <pre>{@code
 * MatrixProduct.best().multiply(false, true, 256, 64, 64, x, weights, y, false); // y = x weights'
 * }</pre>
 */
public interface MatrixProduct {
    /**
     * C[m, n] = op(A)[m, k] op(B)[k, n], row-major and dense from index 0.
     *
     * @param ta whether A is stored transposed, as [k, m]
     * @param tb whether B is stored transposed, as [n, k]
     * @param c the result; neither a nor b
     * @param accumulate whether the product is added to what c holds
     */
    void multiply(boolean ta, boolean tb, int m, int n, int k, double[] a, double[] b, double[] c, boolean accumulate);

    /** Plain loops over rows copied into arrays of their own; needs no flag. */
    static MatrixProduct packed() {
        return PackedProduct.INSTANCE;
    }

    /** The Vector API's kernel; empty unless Java runs with {@code --add-modules jdk.incubator.vector}. */
    static Optional<MatrixProduct> vectorized() {
        return Products.VECTORIZED;
    }

    /**
     * A native BLAS by way of netlib; empty where there is none. Its bits may differ from those of the others, so it serves
     * only where results need not be reproduced.
     */
    static Optional<MatrixProduct> nativeBlas() {
        return Products.Native.PRODUCT;
    }

    /**
     * The fastest one of those that give the same bits; the native one only if Java runs with {@code -Dnde.matrix=native}.
     *
     * @throws IllegalStateException if the native one is asked for and not there
     */
    static MatrixProduct best() {
        return Products.BEST;
    }

    /** Whether {@link #best} gives the same bits on every machine. */
    static boolean isReproducible() {
        return !Products.NATIVE;
    }
}
