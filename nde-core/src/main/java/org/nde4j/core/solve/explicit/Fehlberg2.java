package org.nde4j.core.solve.explicit;

/**
 * Fehlberg's pair of order 2(1), of which the higher order is the solution: three stages, the last at the end of the
 * step. The estimate is the error of the formula of order 1, which is so good that the estimate is below the solution's
 * own error unless steps are small: ask for a tolerance well below what is wanted.
 *
 * <p>E. Fehlberg, <em>Low-order classical Runge-Kutta formulas with stepsize control and their application to some heat
 * transfer problems</em>, NASA TR R-315 (1969).
 */
public final class Fehlberg2 extends ExplicitRungeKutta {
    private static final Tableau TABLEAU = new Tableau(
            2,
            new double[][] {{}, {1.0 / 2}, {1.0 / 256, 255.0 / 256}},
            new double[] {1.0 / 512, 255.0 / 256, 1.0 / 512},
            new double[] {-1.0 / 512, 0, 1.0 / 512});

    /** The method. */
    public Fehlberg2() {
        super(TABLEAU);
    }
}
