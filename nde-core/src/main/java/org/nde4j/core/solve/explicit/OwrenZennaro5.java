package org.nde4j.core.solve.explicit;

/**
 * The continuous 5(4) pair of Owren and Zennaro: seven evaluations a step, and a dense output of order 5 that costs none.
 *
 * <p>B. Owren, M. Zennaro, <em>Derivation of efficient, continuous, explicit Runge-Kutta methods</em>, SIAM J. Sci. Stat.
 * Comput. 13 (1992), doi:10.1137/0913084.
 */
public final class OwrenZennaro5 extends ExplicitRungeKutta {
    private static final ContinuousExtension DENSE = new ContinuousExtension(5, new double[][] {
        {1, -3292.0 / 819, 17893.0 / 2457, -4969.0 / 819, 596.0 / 315},
        {},
        {0, 5112.0 / 715, -43568.0 / 2145, 1344.0 / 65, -1984.0 / 275},
        {0, -123.0 / 52, 3161.0 / 234, -1465.0 / 78, 118.0 / 15},
        {0, -63.0 / 52, 1061.0 / 234, -413.0 / 78, 2},
        {0, -40817.0 / 33462, 60025.0 / 50193, 2401.0 / 1521, -9604.0 / 6435},
        {0, 18048.0 / 5915, -637696.0 / 53235, 96256.0 / 5915, -48128.0 / 6825},
        {0, -18.0 / 13, 75.0 / 13, -109.0 / 13, 4}
    });
    private static final Tableau TABLEAU = new Tableau(
                    5,
                    new double[][] {
                        {},
                        {1.0 / 6},
                        {1.0 / 16, 3.0 / 16},
                        {1.0 / 4, -3.0 / 4, 1},
                        {-3.0 / 4, 15.0 / 4, -3, 1.0 / 2},
                        {369.0 / 1372, -243.0 / 343, 297.0 / 343, 1485.0 / 9604, 297.0 / 4802},
                        {
                            -133.0 / 4512,
                            1113.0 / 6016,
                            7945.0 / 16544,
                            -12845.0 / 24064,
                            -315.0 / 24064,
                            156065.0 / 198528
                        }
                    },
                    new double[] {83.0 / 945, 0, 248.0 / 825, 41.0 / 180, 1.0 / 36, 2401.0 / 38610, 6016.0 / 20475},
                    new double[] {-188.0 / 945, 0, 752.0 / 825, -89.0 / 45, -1.0 / 9, 32242.0 / 19305, -6016.0 / 20475})
            .with(DENSE);

    /** The method. */
    public OwrenZennaro5() {
        super(TABLEAU);
    }
}
