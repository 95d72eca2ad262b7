package org.nde4j.experiments.bench;

import java.util.SplittableRandom;

/** The numbers of the workloads: all come from SplitMix64, so any language can have the same. */
final class Draws {
    private Draws() {}

    /** Uniform in [0, 1). */
    static double[] uniform(long seed, int n) {
        return new SplittableRandom(seed).doubles(n).toArray();
    }

    /**
     * Weights [out, in] and biases [out] of a multilayer perceptron, layer after layer, uniform within gain / sqrt(in).
     *
     * @param sizes of the layers, the input first
     */
    static double[][] perceptron(long seed, double gain, int... sizes) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] all = new double[2 * (sizes.length - 1)][];
        for (int i = 0; i < all.length; i++) {
            int in = sizes[i / 2];
            int out = sizes[i / 2 + 1];
            double bound = gain / Math.sqrt(in);
            all[i] = random.doubles(i % 2 == 0 ? out * in : out)
                    .map(u -> (2 * u - 1) * bound)
                    .toArray();
        }
        return all;
    }
}
