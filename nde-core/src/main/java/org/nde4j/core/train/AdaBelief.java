package org.nde4j.core.train;

/**
 * AdaBelief: J. Zhuang et al., <em>AdaBelief Optimizer: Adapting Stepsizes by the Belief in Observed Gradients</em>,
 * NeurIPS 2020, arXiv:2010.07468, algorithm 2.
 *
 * <p>m ← β₁m + (1-β₁)g, s ← β₂s + (1-β₂)(g-m)² + ε, x ← x - rate (m / (1-β₁ᵗ)) / (√(s / (1-β₂ᵗ)) + ε). As in the
 * paper, ε is part of what is remembered in s, and is added to the root as well.
 *
 * @param beta1 how much of the mean gradient is kept a step, in [0, 1)
 * @param beta2 how much of the mean squared surprise is kept a step, in [0, 1)
 * @param epsilon added inside and outside the root, positive
 * @param decay decoupled weight decay as in {@link AdamW}, not negative
 */
public record AdaBelief(double beta1, double beta2, double epsilon, double decay) implements Optimizer {
    /** β₁ = 0.9, β₂ = 0.999, ε = 1e-16, no decay. */
    public static final AdaBelief DEFAULT = new AdaBelief(0.9, 0.999, 1e-16, 0);

    /** Checks the ranges. */
    public AdaBelief {
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
        double[] s = memory[1];
        double size = rate / (1 - StrictMath.pow(beta1, step));
        double root = Math.sqrt(1 - StrictMath.pow(beta2, step));
        for (int i = 0; i < x.length; i++) {
            m[i] += (1 - beta1) * (g[i] - m[i]);
            double surprise = g[i] - m[i];
            s[i] = beta2 * s[i] + (1 - beta2) * surprise * surprise + epsilon;
            x[i] -= rate * decay * x[i] + size * m[i] / (Math.sqrt(s[i]) / root + epsilon);
        }
    }
}
