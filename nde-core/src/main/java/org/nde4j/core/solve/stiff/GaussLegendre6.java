package org.nde4j.core.solve.stiff;

/**
 * The Gauss-Legendre method of order 6: three stages, A-stable, symplectic and symmetric. It keeps quadratic invariants to
 * the accuracy of its stages, and energies for long times with steps of one length; its error estimate is of order 3.
 *
 * <p>J. C. Butcher, <em>Implicit Runge-Kutta processes</em>, Math. Comput. 18 (1964),
 * doi:10.1090/S0025-5718-1964-0159424-9.
 */
public final class GaussLegendre6 extends CollocationMethod {
    private static final double ROOT = Math.sqrt(15);
    private static final CollocationTableau TABLEAU = new CollocationTableau(
            6,
            new double[] {0.5 - ROOT / 10, 0.5, 0.5 + ROOT / 10},
            new double[] {0.21531442311611217824},
            new double[][] {{0.14234278844194391088, 0.13579992570815380307}},
            new double[][] {
                {0.0721518520552001703, -0.0822412305736306706, -0.0601207386193085017},
                {0.118832578741277807, 0.053065090742061395, 0.316205051132291573},
                {1, 1, 0}
            });

    /** The method with accurate stages. */
    public GaussLegendre6() {
        this(StageSolver.standard());
    }

    /** The method with its stages solved in a given way. */
    public GaussLegendre6(StageSolver stages) {
        super(TABLEAU, stages);
    }

    @Override
    public GaussLegendre6 with(StageSolver other) {
        return new GaussLegendre6(other);
    }
}
