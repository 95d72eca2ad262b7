package org.nde4j.core.solve.symplectic;

/**
 * The 6(4) pair RKN6(4)6FM of Dormand, El-Mikkawy and Prince: order 6, five forces a step (the last is the first of the
 * next), with an error estimate.
 *
 * <p>J. R. Dormand, M. E. A. El-Mikkawy, P. J. Prince, <em>Families of Runge-Kutta-Nystrom formulae</em>, IMA J. Numer.
 * Anal. 7 (1987), doi:10.1093/imanum/7.2.235.
 */
public final class Dprkn6 extends NystromMethod {
    private static final double[] B = {151.0 / 2142, 5.0 / 116, 385.0 / 1368, 55.0 / 168, -6250.0 / 28101, 0};
    private static final double[] D = {151.0 / 2142, 25.0 / 522, 275.0 / 684, 275.0 / 252, -78125.0 / 112404, 1.0 / 12};
    private static final NystromTableau TABLEAU = new NystromTableau(
            6,
            new double[] {0, 0.1, 0.3, 0.7, 0.68, 1},
            new double[][] {
                {},
                {1.0 / 200},
                {-1.0 / 2200, 1.0 / 22},
                {637.0 / 6600, -7.0 / 110, 7.0 / 33},
                {225437.0 / 1968750, -30073.0 / 281250, 65569.0 / 281250, -9367.0 / 984375},
                {151.0 / 2142, 5.0 / 116, 385.0 / 1368, 55.0 / 168, -6250.0 / 28101}
            },
            B,
            D,
            new double[] {
                B[0] - 1349.0 / 157500,
                B[1] - 7873.0 / 50000,
                B[2] - 192199.0 / 900000,
                B[3] - 521683.0 / 2100000,
                B[4] + 16.0 / 125,
                0
            },
            new double[] {
                D[0] - 1349.0 / 157500,
                D[1] - 7873.0 / 45000,
                D[2] - 27457.0 / 90000,
                D[3] - 521683.0 / 630000,
                D[4] + 2.0 / 5,
                0
            });

    /** The method. */
    public Dprkn6() {
        super(TABLEAU);
    }
}
