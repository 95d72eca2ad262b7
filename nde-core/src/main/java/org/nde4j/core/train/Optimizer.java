package org.nde4j.core.train;

import org.nde4j.core.work.Codec;

/**
 * How a gradient changes the parameters. A recipe: it opens a {@link Bench} that keeps what it remembers from step to
 * step.
 */
public interface Optimizer {
    /** How many numbers it remembers for each parameter. */
    int memories();

    /**
     * One step on one array of parameters.
     *
     * @param step the number of the step, from 1
     * @param rate the learning rate
     * @param x the parameters, modified
     * @param g their gradient, not modified
     * @param memory {@link #memories()} arrays as long as x, zero before the first step, modified
     */
    void update(long step, double rate, double[] x, double[] g, double[][] memory);

    /** The bench for parameters of these lengths. */
    default Bench open(int... lengths) {
        return new Bench(this, lengths);
    }

    /**
     * What an optimizer remembers.
     *
     * @param step how many steps were taken
     * @param memory the memories of the first array of parameters, then of the second, and so on
     */
    record State(long step, double[][] memory) {
        /** Number of steps and memories. */
        public static final Codec<State> CODEC = Codec.record(State.class, Codec.LONG, Codec.MATRIX);
    }

    /** An optimizer at work on some parameters. */
    final class Bench {
        private final Optimizer optimizer;
        private final double[][][] memory;
        private long step;

        private Bench(Optimizer optimizer, int[] lengths) {
            this.optimizer = optimizer;
            this.memory = new double[lengths.length][optimizer.memories()][];
            for (int i = 0; i < lengths.length; i++) {
                for (int k = 0; k < memory[i].length; k++) {
                    memory[i][k] = new double[lengths[i]];
                }
            }
        }

        /**
         * Takes a step.
         *
         * @param parameters one array a parameter, modified
         * @param gradients of the same lengths, not modified
         * @param rate the learning rate
         */
        public void step(double[][] parameters, double[][] gradients, double rate) {
            step++;
            for (int i = 0; i < memory.length; i++) {
                optimizer.update(step, rate, parameters[i], gradients[i], memory[i]);
            }
        }

        /** A copy of what is remembered. */
        public State state() {
            double[][] all = new double[memory.length * optimizer.memories()][];
            for (int i = 0, at = 0; i < memory.length; i++) {
                for (double[] m : memory[i]) {
                    all[at++] = m.clone();
                }
            }
            return new State(step, all);
        }

        /**
         * Goes on from what was remembered.
         *
         * @throws IllegalArgumentException if that belongs to other parameters or another optimizer
         */
        public void restore(State state) {
            if (state.memory().length != memory.length * optimizer.memories()) {
                throw new IllegalArgumentException(optimizer + " remembers " + memory.length * optimizer.memories()
                        + " arrays, the state holds " + state.memory().length + "; it is another optimizer's");
            }
            for (int i = 0, at = 0; i < memory.length; i++) {
                for (double[] m : memory[i]) {
                    copy(state.memory()[at++], m);
                }
            }
            step = state.step();
        }

        private static void copy(double[] from, double[] to) {
            if (from.length != to.length) {
                throw new IllegalArgumentException("a memory has " + from.length + " numbers, the parameters need "
                        + to.length + "; it belongs to other parameters");
            }
            System.arraycopy(from, 0, to, 0, to.length);
        }
    }
}
