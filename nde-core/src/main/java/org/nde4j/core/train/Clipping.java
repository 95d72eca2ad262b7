package org.nde4j.core.train;

/** What is done with a gradient that is too long. */
public sealed interface Clipping {
    /** Nothing. */
    Clipping NONE = new None();

    /** Shortens the whole gradient, all arrays together, to at most this length. */
    static Clipping norm(double most) {
        return new Norm(most);
    }

    /** Cuts each component to at most this size. */
    static Clipping value(double most) {
        return new Value(most);
    }

    /** Clips in place. */
    void apply(double[][] gradients);

    /** The length of all arrays together, without overflow. */
    static double length(double[][] gradients) {
        double most = 0;
        for (double[] g : gradients) {
            for (double v : g) {
                most = Math.max(most, Math.abs(v));
            }
        }
        return most == 0 || !Double.isFinite(most) ? most : most * Math.sqrt(squares(gradients, most));
    }

    private static double squares(double[][] gradients, double unit) {
        double sum = 0;
        for (double[] g : gradients) {
            for (double v : g) {
                sum = Math.fma(v / unit, v / unit, sum);
            }
        }
        return sum;
    }

    /** Leaves the gradient as it is. */
    record None() implements Clipping {
        @Override
        public void apply(double[][] gradients) {
            // nothing to do
        }
    }

    /**
     * Scales the gradient by {@code most / length} if it is longer: R. Pascanu, T. Mikolov, Y. Bengio, ICML 2013,
     * arXiv:1211.5063.
     *
     * @param most the greatest length, positive
     */
    record Norm(double most) implements Clipping {
        /** Checks the length. */
        public Norm {
            Checks.positive("most", most);
        }

        @Override
        public void apply(double[][] gradients) {
            double length = length(gradients);
            if (length > most) {
                for (double[] g : gradients) {
                    for (int i = 0; i < g.length; i++) {
                        g[i] = g[i] / length * most;
                    }
                }
            }
        }
    }

    /**
     * Cuts each component to [-most, most].
     *
     * @param most the greatest size, positive
     */
    record Value(double most) implements Clipping {
        /** Checks the size. */
        public Value {
            Checks.positive("most", most);
        }

        @Override
        public void apply(double[][] gradients) {
            for (double[] g : gradients) {
                for (int i = 0; i < g.length; i++) {
                    g[i] = Math.max(-most, Math.min(most, g[i]));
                }
            }
        }
    }
}
