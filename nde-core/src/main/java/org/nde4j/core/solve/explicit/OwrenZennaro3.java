package org.nde4j.core.solve.explicit;

/**
 * The continuous 3(2) pair of Owren and Zennaro: three evaluations a step, and a dense output of order 3 that costs none.
 *
 * <p>B. Owren, M. Zennaro, <em>Derivation of efficient, continuous, explicit Runge-Kutta methods</em>, SIAM J. Sci. Stat.
 * Comput. 13 (1992), doi:10.1137/0913084.
 */
public final class OwrenZennaro3 extends ExplicitRungeKutta {
    private static final ContinuousExtension DENSE = new ContinuousExtension(3, new double[][] {
        {1, -65.0 / 48, 41.0 / 72},
        {0, 529.0 / 384, -529.0 / 576},
        {0, 125.0 / 128, -125.0 / 192},
        {0, -1, 1}
    });
    private static final Tableau TABLEAU = new Tableau(
                    3,
                    new double[][] {{}, {12.0 / 23}, {-68.0 / 375, 368.0 / 375}},
                    new double[] {31.0 / 144, 529.0 / 1152, 125.0 / 384},
                    new double[] {-25.0 / 144, 575.0 / 1152, -125.0 / 384})
            .with(DENSE);

    /** The method. */
    public OwrenZennaro3() {
        super(TABLEAU);
    }
}
