package org.nde4j.core.solve.stiff;

/**
 * The pair of Shampine and Reichelt known as ode23s: order 2, L-stable, three stages of which the last, of order 3, serves
 * the error estimate alone. For loose tolerances.
 *
 * <p>L. F. Shampine, M. W. Reichelt, <em>The MATLAB ODE Suite</em>, SIAM J. Sci. Comput. 18 (1997),
 * doi:10.1137/S1064827594276424.
 */
public final class Rosenbrock23 extends RosenbrockMethod {
    private static final double D = 1 / (2 + Math.sqrt(2));
    private static final double E = 6 + Math.sqrt(2);
    private static final double[][] ALPHA = {{0, 0, 0}, {0.5, 0, 0}, {0, 1, 0}};
    private static final double[][] GAMMA = {{D, 0, 0}, {-D, D, 0}, {D * (E - 2), -D * E, D}};
    private static final double[] B = {0, 1, 0};
    private static final double[] ERROR = {1.0 / 6, -2.0 / 6, 1.0 / 6};
    private static final double[][] DENSE = {{1 / (1 - 2 * D), -1 / (1 - 2 * D), 0}};
    private static final RosenbrockTableau TABLEAU = RosenbrockTableau.ofSlopes(2, 2, ALPHA, GAMMA, B, ERROR, DENSE);

    /** The method. */
    public Rosenbrock23() {
        this(LinearAlgebra.automatic());
    }

    /** The method with a choice of linear algebra. */
    public Rosenbrock23(LinearAlgebra algebra) {
        super(TABLEAU, algebra);
    }

    /** 3: the estimate is made with a method of higher order. */
    @Override
    public int errorOrder() {
        return 3;
    }
}
