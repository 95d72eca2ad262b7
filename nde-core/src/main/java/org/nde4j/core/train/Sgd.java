package org.nde4j.core.train;

/**
 * Gradient descent with momentum, as PyTorch computes it.
 *
 * <p>d = g + decay x; v ← d at the first step, then momentum v + (1 - dampening) d; x ← x - rate v, or with Nesterov's
 * look ahead x ← x - rate (d + momentum v): I. Sutskever et al., ICML 2013.
 *
 * @param momentum how much of the velocity is kept a step, in [0, 1); 0 for none
 * @param dampening how much of the gradient does not enter the velocity, in [0, 1)
 * @param decay this times x is added to the gradient (an L2 penalty), not negative
 * @param nesterov whether to look ahead; needs momentum and no dampening
 */
public record Sgd(double momentum, double dampening, double decay, boolean nesterov) implements Optimizer {
    /** Plain gradient descent. */
    public static final Sgd DEFAULT = new Sgd(0, 0, 0, false);

    /** Checks the ranges. */
    public Sgd {
        Checks.unit("momentum", momentum);
        Checks.unit("dampening", dampening);
        Checks.notNegative("decay", decay);
        if (nesterov && (momentum == 0 || dampening != 0)) {
            throw new IllegalArgumentException("Nesterov's look ahead needs momentum and no dampening, got momentum "
                    + momentum + " and dampening " + dampening);
        }
    }

    /** With momentum and nothing else. */
    public static Sgd withMomentum(double momentum) {
        return new Sgd(momentum, 0, 0, false);
    }

    /** With momentum and Nesterov's look ahead. */
    public static Sgd nesterov(double momentum) {
        return new Sgd(momentum, 0, 0, true);
    }

    @Override
    public int memories() {
        return momentum == 0 ? 0 : 1;
    }

    @Override
    public void update(long step, double rate, double[] x, double[] g, double[][] memory) {
        if (momentum == 0) {
            descend(rate, x, g);
        } else {
            roll(step == 1 ? 1 : 1 - dampening, rate, x, g, memory[0]);
        }
    }

    private void descend(double rate, double[] x, double[] g) {
        for (int i = 0; i < x.length; i++) {
            x[i] -= rate * (g[i] + decay * x[i]);
        }
    }

    private void roll(double share, double rate, double[] x, double[] g, double[] v) {
        for (int i = 0; i < x.length; i++) {
            double d = g[i] + decay * x[i];
            v[i] = momentum * v[i] + share * d;
            x[i] -= rate * (nesterov ? d + momentum * v[i] : v[i]);
        }
    }
}
