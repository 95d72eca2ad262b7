package org.nde4j.experiments.problem;

/** How far an end is off from the known one, as one number. A state that is not a number makes it NaN. */
public enum Measure {
    /** The Euclidean norm of the difference, relative to that of the known end. */
    EUCLIDEAN {
        @Override
        public double of(double[] end, double[] known) {
            double off = 0;
            double all = 0;
            for (int i = 0; i < known.length; i++) {
                off += (end[i] - known[i]) * (end[i] - known[i]);
                all += known[i] * known[i];
            }
            return Math.sqrt(off / all);
        }
    },
    /** The greatest error of a state relative to its size, to which 1e-12 is added. */
    STATES {
        @Override
        public double of(double[] end, double[] known) {
            double greatest = 0;
            for (int i = 0; i < known.length; i++) {
                greatest = Math.max(greatest, Math.abs(end[i] - known[i]) / (Math.abs(known[i]) + 1e-12));
            }
            return greatest;
        }
    };

    /** How far {@code end} is from {@code known}. */
    public abstract double of(double[] end, double[] known);
}
