package org.nde4j.core.solve.stiff;

import org.nde4j.core.solve.stiff.ImplicitTableau.Weights;

/**
 * The additive method of Whitaker and Kar for fast and slow waves: order 2 as a whole, 3 in the explicit part; three
 * implicit stages with diagonals of their own, A-stable. On a {@link org.nde4j.core.equation.Split} field its explicit part is
 * stepped explicitly.
 *
 * <p>J. S. Whitaker, S. K. Kar, <em>Implicit-explicit Runge-Kutta methods for fast-slow wave problems</em>, Mon. Weather
 * Rev. 141 (2013), doi:10.1175/MWR-D-13-00132.1. Error estimate as in Diffrax: an embedded solution of order 2.
 */
public final class Sil3 extends DiagonallyImplicitRungeKutta {
    private static final double[] B = {3.0 / 8, 0, 3.0 / 8, 1.0 / 4};
    private static final ImplicitTableau TABLEAU = new ImplicitTableau(
            2,
            3,
            new Weights(new double[][] {{}, {1.0 / 6, 1.0 / 6}, {1.0 / 3, 0, 1.0 / 3}, B}, B, new double[] {
                1.0 / 8, 0, -3.0 / 8, 1.0 / 4
            }),
            new Weights(
                    new double[][] {{}, {1.0 / 3}, {1.0 / 6, 1.0 / 2}, {1.0 / 2, -1.0 / 2, 1}},
                    new double[] {1.0 / 2, -1.0 / 2, 1, 0},
                    new double[] {0, 1.0 / 2, -1, 1.0 / 2}));

    /** The method. */
    public Sil3() {
        this(StageSolver.standard());
    }

    /** The method, with its stages solved in a given way. */
    public Sil3(StageSolver stages) {
        super(TABLEAU, stages);
    }

    @Override
    public Sil3 with(StageSolver other) {
        return new Sil3(other);
    }
}
