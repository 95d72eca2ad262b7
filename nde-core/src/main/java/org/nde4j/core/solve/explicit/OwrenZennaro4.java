package org.nde4j.core.solve.explicit;

/**
 * The continuous 4(3) pair of Owren and Zennaro: five evaluations a step, and a dense output of order 4 that costs none.
 *
 * <p>B. Owren, M. Zennaro, <em>Derivation of efficient, continuous, explicit Runge-Kutta methods</em>, SIAM J. Sci. Stat.
 * Comput. 13 (1992), doi:10.1137/0913084.
 */
public final class OwrenZennaro4 extends ExplicitRungeKutta {
    private static final ContinuousExtension DENSE = new ContinuousExtension(4, new double[][] {
        {1, -104217.0 / 37466, 1806901.0 / 618189, -866577.0 / 824252},
        {},
        {0, 861101.0 / 230560, -2178079.0 / 380424, 12308679.0 / 5072320},
        {0, -63869.0 / 293440, 6244423.0 / 5325936, -7816583.0 / 10144640},
        {0, -1522125.0 / 762944, 982125.0 / 190736, -624375.0 / 217984},
        {0, 165.0 / 131, -461.0 / 131, 296.0 / 131}
    });
    private static final Tableau TABLEAU = new Tableau(
                    4,
                    new double[][] {
                        {},
                        {1.0 / 6},
                        {44.0 / 1369, 363.0 / 1369},
                        {3388.0 / 4913, -8349.0 / 4913, 8140.0 / 4913},
                        {-36764.0 / 408375, 767.0 / 1125, -32708.0 / 136125, 210392.0 / 408375}
                    },
                    new double[] {1697.0 / 18876, 0, 50653.0 / 116160, 299693.0 / 1626240, 3375.0 / 11648},
                    new double[] {1185.0 / 6292, 0, -4107.0 / 7744, 68493.0 / 108416, -3375.0 / 11648})
            .with(DENSE);

    /** The method. */
    public OwrenZennaro4() {
        super(TABLEAU);
    }
}
