package org.nde4j.core.solve.explicit;

/**
 * Heun's method, the explicit trapezoidal rule: order 2, two evaluations a step, error estimated against Euler's.
 *
 * <p>K. Heun, <em>Neue Methoden zur approximativen Integration der Differentialgleichungen einer unabhängigen
 * Veränderlichen</em>, Z. Math. Phys. 45 (1900).
 */
public final class Heun extends ExplicitRungeKutta {
    private static final Tableau TABLEAU =
            new Tableau(2, new double[][] {{}, {1}}, new double[] {0.5, 0.5}, new double[] {-0.5, 0.5});

    /** The method. */
    public Heun() {
        super(TABLEAU);
    }
}
