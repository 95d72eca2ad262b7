package org.nde4j.core.solve.stiff;

/**
 * The Radau IIA method of order 3: two stages, L-stable, stiffly accurate. It does not estimate its error: for steps of
 * one length. Mass matrices may be singular.
 *
 * <p>E. Hairer, G. Wanner, <em>Stiff differential equations solved by Radau methods</em>, J. Comput. Appl. Math. 111
 * (1999), doi:10.1016/S0377-0427(99)00134-X.
 */
public final class RadauIIA3 extends CollocationMethod {
    private static final double ROOT = Math.sqrt(2);
    private static final CollocationTableau TABLEAU = new CollocationTableau(
            3, new double[] {1.0 / 3, 1}, new double[] {}, new double[][] {{1.0 / 3, ROOT / 6}}, new double[][] {
                {1.0 / 9, 2 * ROOT / 9}, {1, 0}
            });

    /** The method with accurate stages. */
    public RadauIIA3() {
        this(StageSolver.standard());
    }

    /** The method with its stages solved in a given way. */
    public RadauIIA3(StageSolver stages) {
        super(TABLEAU, stages);
    }

    @Override
    public RadauIIA3 with(StageSolver other) {
        return new RadauIIA3(other);
    }
}
