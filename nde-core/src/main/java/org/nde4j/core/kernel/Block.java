package org.nde4j.core.kernel;

/**
 * Runs a kernel over a range in blocks copied to arrays of the thread's own. There every loop starts at index 0 of arrays
 * that cannot overlap, which is what the compiler needs to vectorize it; with two offsets it does not.
 */
final class Block {
    static final int SIZE = 512;

    private static final ThreadLocal<Block> OWN = ThreadLocal.withInitial(Block::new);

    final double[] x = new double[SIZE];
    final double[] k = new double[SIZE];
    final double[] s = new double[SIZE];

    /** Replaces x[0..n-1] by the function's values; k and s are free to use. */
    interface Kernel {
        void run(double[] x, double[] k, double[] s, int n);
    }

    static Block own() {
        return OWN.get();
    }

    /** Repeats p elements in k, up to n of them in all; returns how many fill a whole number of periods. */
    int tile(double[] row, int from, int p, int n) {
        int size = Math.min(SIZE / p * p, n);
        for (int i = 0; i < size; i += p) {
            System.arraycopy(row, from, k, i, p);
        }
        return size;
    }

    /** Sets k to numbers that each come w times, m elements in all. */
    void widen(double[] column, int from, int w, int m) {
        for (int i = 0, row = from; i < m; row++) {
            double value = column[row];
            for (int end = i + w; i < end; i++) {
                k[i] = value;
            }
        }
    }

    static void each(Kernel kernel, double[] x, int xo, double[] y, int yo, int n) {
        Block own = own();
        for (int from = 0; from < n; from += SIZE) {
            int m = Math.min(SIZE, n - from);
            System.arraycopy(x, xo + from, own.x, 0, m);
            kernel.run(own.x, own.k, own.s, m);
            System.arraycopy(own.x, 0, y, yo + from, m);
        }
    }
}
