package org.nde4j.core.solve.stiff;

/**
 * The Radau IIA method of order 5: three stages, L-stable, stiffly accurate, with an error estimate of order 3. The method
 * for stiff equations and differential-algebraic ones of index 1 where others fail. Mass matrices may be singular.
 *
 * <p>E. Hairer, G. Wanner, <em>Stiff differential equations solved by Radau methods</em>, J. Comput. Appl. Math. 111
 * (1999), doi:10.1016/S0377-0427(99)00134-X.
 */
public final class RadauIIA5 extends CollocationMethod {
    private static final double ROOT = Math.sqrt(6);
    private static final CollocationTableau TABLEAU = new CollocationTableau(
            5,
            new double[] {(4 - ROOT) / 10, (4 + ROOT) / 10, 1},
            new double[] {0.27488882959567736775},
            new double[][] {{0.16255558520216131613, 0.18494932440714078428}},
            new double[][] {
                {0.0944387624889752415, -0.141255295020954208, -0.0300291941051474245},
                {0.250213122965333311, 0.204129352293799932, 0.382942112757261938},
                {1, 1, 0}
            });

    /** The method with accurate stages. */
    public RadauIIA5() {
        this(StageSolver.standard());
    }

    /** The method with its stages solved in a given way. */
    public RadauIIA5(StageSolver stages) {
        super(TABLEAU, stages);
    }

    @Override
    public RadauIIA5 with(StageSolver other) {
        return new RadauIIA5(other);
    }
}
