package org.nde4j.symbolic.score;

/**
 * What a residual costs. The loss of an expression is the weighted mean over the rows; all losses are zero at zero, even
 * and growing.
 */
public sealed interface Loss permits Loss.Squared, Loss.Absolute, Loss.Huber {
    /** The squared residual, so that the loss is the mean squared error. */
    static Loss squared() {
        return new Squared();
    }

    /** The absolute residual. */
    static Loss absolute() {
        return new Absolute();
    }

    /** Half the square up to {@code delta} and straight beyond. */
    static Loss huber(double delta) {
        return new Huber(delta);
    }

    /** Replaces the first {@code n} residuals by what they cost. */
    void over(double[] residual, int n);

    /**
     * The weight that makes a squared residual locally like this loss, up to a common factor: the derivative over the
     * residual. Steps of weighted least squares go downhill in the loss with it.
     */
    double influence(double residual);

    /** The squared residual. */
    record Squared() implements Loss {
        @Override
        public void over(double[] residual, int n) {
            for (int i = 0; i < n; i++) {
                residual[i] = residual[i] * residual[i];
            }
        }

        @Override
        public double influence(double residual) {
            return 1;
        }
    }

    /** The absolute residual. */
    record Absolute() implements Loss {
        private static final double FLOOR = 1e-12;

        @Override
        public void over(double[] residual, int n) {
            for (int i = 0; i < n; i++) {
                residual[i] = Math.abs(residual[i]);
            }
        }

        @Override
        public double influence(double residual) {
            return 1 / Math.max(FLOOR, Math.abs(residual));
        }
    }

    /**
     * Quadratic near zero, linear far away (P. J. Huber, 1964, doi:10.1214/aoms/1177703732).
     *
     * @param delta where the straight part begins, positive
     */
    record Huber(double delta) implements Loss {
        public Huber {
            if (!(delta > 0)) {
                throw new IllegalArgumentException("The bend of the Huber loss is " + delta + "; give a positive one.");
            }
        }

        @Override
        public void over(double[] residual, int n) {
            for (int i = 0; i < n; i++) {
                double size = Math.abs(residual[i]);
                double near = Math.min(size, delta);
                residual[i] = near * (size - 0.5 * near);
            }
        }

        @Override
        public double influence(double residual) {
            return Math.min(1, delta / Math.abs(residual));
        }
    }
}
