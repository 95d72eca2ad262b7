package org.nde4j.core.solve.explicit;

/**
 * The classical method of order 4: four evaluations a step, no error estimate.
 *
 * <p>W. Kutta, <em>Beitrag zur näherungsweisen Integration totaler Differentialgleichungen</em>, Z. Math. Phys. 46
 * (1901).
 */
public final class Rk4 extends ExplicitRungeKutta {
    private static final Tableau TABLEAU = new Tableau(
            4, new double[][] {{}, {1.0 / 2}, {0, 1.0 / 2}, {0, 0, 1}}, new double[] {1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6
            });

    /** The method. */
    public Rk4() {
        super(TABLEAU);
    }
}
