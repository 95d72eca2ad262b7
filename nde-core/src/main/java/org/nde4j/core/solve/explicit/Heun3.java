package org.nde4j.core.solve.explicit;

/**
 * Heun's method of order 3: three evaluations a step, no error estimate.
 *
 * <p>K. Heun, <em>Neue Methoden zur approximativen Integration der Differentialgleichungen einer unabhängigen
 * Veränderlichen</em>, Z. Math. Phys. 45 (1900).
 */
public final class Heun3 extends ExplicitRungeKutta {
    private static final Tableau TABLEAU =
            new Tableau(3, new double[][] {{}, {1.0 / 3}, {0, 2.0 / 3}}, new double[] {1.0 / 4, 0, 3.0 / 4});

    /** The method. */
    public Heun3() {
        super(TABLEAU);
    }
}
