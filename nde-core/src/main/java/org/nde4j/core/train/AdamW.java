package org.nde4j.core.train;

/**
 * Adam with decoupled weight decay, as PyTorch computes it: I. Loshchilov, F. Hutter, <em>Decoupled Weight Decay
 * Regularization</em>, ICLR 2019, arXiv:1711.05101.
 *
 * <p>x ← (1 - rate decay) x, then a step of {@link Adam} with the gradient as it is.
 *
 * @param beta1 how much of the mean gradient is kept a step, in [0, 1)
 * @param beta2 how much of the mean square is kept a step, in [0, 1)
 * @param epsilon added to the root, positive
 * @param decay the weight decay, not negative
 */
public record AdamW(double beta1, double beta2, double epsilon, double decay) implements Optimizer {
    /** β₁ = 0.9, β₂ = 0.999, ε = 1e-8, decay 0.01. */
    public static final AdamW DEFAULT = new AdamW(0.9, 0.999, 1e-8, 0.01);

    /** Checks the ranges. */
    public AdamW {
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
        for (int i = 0; i < x.length; i++) {
            x[i] *= 1 - rate * decay;
        }
        new Adam(beta1, beta2, epsilon, 0).update(step, rate, x, g, memory);
    }
}
