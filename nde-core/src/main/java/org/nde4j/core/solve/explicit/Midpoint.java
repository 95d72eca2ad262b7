package org.nde4j.core.solve.explicit;

/**
 * The explicit midpoint rule: order 2, two evaluations a step, error estimated against Euler's method.
 *
 * <p>C. Runge, <em>Ueber die numerische Auflösung von Differentialgleichungen</em>, Math. Ann. 46 (1895),
 * doi:10.1007/BF01446807.
 */
public final class Midpoint extends ExplicitRungeKutta {
    private static final Tableau TABLEAU =
            new Tableau(2, new double[][] {{}, {0.5}}, new double[] {0, 1}, new double[] {-1, 1});

    /** The method. */
    public Midpoint() {
        super(TABLEAU);
    }
}
