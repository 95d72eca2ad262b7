package org.nde4j.core.solve.explicit;

/**
 * The 3(2) pair of Bogacki and Shampine: order 3, three evaluations a step, the last reused as the next first.
 *
 * <p>P. Bogacki, L. F. Shampine, <em>A 3(2) pair of Runge-Kutta formulas</em>, Appl. Math. Lett. 2 (1989),
 * doi:10.1016/0893-9659(89)90079-7.
 */
public final class Bosh3 extends ExplicitRungeKutta {
    private static final Tableau TABLEAU = new Tableau(
            3, new double[][] {{}, {1.0 / 2}, {0, 3.0 / 4}}, new double[] {2.0 / 9, 1.0 / 3, 4.0 / 9}, new double[] {
                -5.0 / 72, 1.0 / 12, 1.0 / 9, -1.0 / 8
            });

    /** The method. */
    public Bosh3() {
        super(TABLEAU);
    }
}
