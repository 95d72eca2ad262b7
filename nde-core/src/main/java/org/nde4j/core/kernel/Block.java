package org.nde4j.core.kernel;

/**
 * Runs a kernel over a range in blocks copied to arrays of the thread's own. There every loop starts at index 0 of arrays
 * that cannot overlap, which is what the compiler needs to vectorize it; with two offsets it does not.
 */
final class Block {
    private static final int SIZE = 512;

    private static final ThreadLocal<Block> OWN = ThreadLocal.withInitial(Block::new);

    private final double[] x = new double[SIZE];
    private final double[] k = new double[SIZE];
    private final double[] s = new double[SIZE];

    /** Replaces x[0..n-1] by the function's values; k and s are free to use. */
    interface Kernel {
        void run(double[] x, double[] k, double[] s, int n);
    }

    static void each(Kernel kernel, double[] x, int xo, double[] y, int yo, int n) {
        Block own = OWN.get();
        for (int from = 0; from < n; from += SIZE) {
            int m = Math.min(SIZE, n - from);
            System.arraycopy(x, xo + from, own.x, 0, m);
            kernel.run(own.x, own.k, own.s, m);
            System.arraycopy(own.x, 0, y, yo + from, m);
        }
    }
}
