package org.nde4j.core.solve.explicit;

/**
 * Kutta's 3/8 rule of order 4: four evaluations a step, no error estimate. Its error is often a little smaller than that
 * of the classical method.
 *
 * <p>W. Kutta, <em>Beitrag zur näherungsweisen Integration totaler Differentialgleichungen</em>, Z. Math. Phys. 46
 * (1901).
 */
public final class ThreeEighths extends ExplicitRungeKutta {
    private static final Tableau TABLEAU =
            new Tableau(4, new double[][] {{}, {1.0 / 3}, {-1.0 / 3, 1}, {1, -1, 1}}, new double[] {
                1.0 / 8, 3.0 / 8, 3.0 / 8, 1.0 / 8
            });

    /** The method. */
    public ThreeEighths() {
        super(TABLEAU);
    }
}
