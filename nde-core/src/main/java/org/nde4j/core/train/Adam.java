package org.nde4j.core.train;

/**
 * Adam, as PyTorch computes it: D. Kingma, J. Ba, <em>Adam: A Method for Stochastic Optimization</em>, ICLR 2015,
 * arXiv:1412.6980.
 *
 * <p>m ← β₁m + (1-β₁)g, v ← β₂v + (1-β₂)g², x ← x - rate (m / (1-β₁ᵗ)) / (√(v / (1-β₂ᵗ)) + ε).
 *
 * @param beta1 how much of the mean gradient is kept a step, in [0, 1)
 * @param beta2 how much of the mean square is kept a step, in [0, 1)
 * @param epsilon added to the root, positive
 * @param decay this times x is added to the gradient (an L2 penalty), not negative
 */
public record Adam(double beta1, double beta2, double epsilon, double decay) implements Optimizer {
    /** β₁ = 0.9, β₂ = 0.999, ε = 1e-8, no decay. */
    public static final Adam DEFAULT = new Adam(0.9, 0.999, 1e-8, 0);

    /** Checks the ranges. */
    public Adam {
        Checks.unit("beta1", beta1);
        Checks.unit("beta2", beta2);
        Checks.positive("epsilon", epsilon);
        Checks.notNegative("decay", decay);
    }

    @Override
    public int memories() {
        return 2;
    }

    @Override
    public void update(long step, double rate, double[] x, double[] g, double[][] memory) {
        double[] m = memory[0];
        double[] v = memory[1];
        double size = rate / (1 - StrictMath.pow(beta1, step));
        double root = Math.sqrt(1 - StrictMath.pow(beta2, step));
        for (int i = 0; i < x.length; i++) {
            double d = g[i] + decay * x[i];
            m[i] += (1 - beta1) * (d - m[i]);
            v[i] = beta2 * v[i] + (1 - beta2) * d * d;
            x[i] -= size * m[i] / (Math.sqrt(v[i]) / root + epsilon);
        }
    }
}
