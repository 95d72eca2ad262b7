package org.nde4j.core.solve.explicit;

/**
 * Ralston's method: of those of order 2 with two evaluations a step the one with the least bound on its error, which is
 * estimated against Euler's method.
 *
 * <p>A. Ralston, <em>Runge-Kutta methods with minimum error bounds</em>, Math. Comp. 16 (1962),
 * doi:10.1090/S0025-5718-1962-0150954-0.
 */
public final class Ralston extends ExplicitRungeKutta {
    private static final Tableau TABLEAU =
            new Tableau(2, new double[][] {{}, {2.0 / 3}}, new double[] {0.25, 0.75}, new double[] {-0.75, 0.75});

    /** The method. */
    public Ralston() {
        super(TABLEAU);
    }
}
