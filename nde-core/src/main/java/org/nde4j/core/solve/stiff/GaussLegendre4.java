package org.nde4j.core.solve.stiff;

/**
 * The Gauss-Legendre method of order 4: two stages, A-stable, symplectic and symmetric. It keeps quadratic invariants to
 * the accuracy of its stages. It does not estimate its error: for steps of one length.
 *
 * <p>J. C. Butcher, <em>Implicit Runge-Kutta processes</em>, Math. Comput. 18 (1964),
 * doi:10.1090/S0025-5718-1964-0159424-9.
 */
public final class GaussLegendre4 extends CollocationMethod {
    private static final double ROOT = Math.sqrt(3);
    private static final CollocationTableau TABLEAU = new CollocationTableau(
            4,
            new double[] {0.5 - ROOT / 6, 0.5 + ROOT / 6},
            new double[] {},
            new double[][] {{0.25, ROOT / 12}},
            new double[][] {{0, 2 - ROOT}, {1, 0}});

    /** The method with accurate stages. */
    public GaussLegendre4() {
        this(StageSolver.standard());
    }

    /** The method with its stages solved in a given way. */
    public GaussLegendre4(StageSolver stages) {
        super(TABLEAU, stages);
    }

    @Override
    public GaussLegendre4 with(StageSolver other) {
        return new GaussLegendre4(other);
    }
}
