package org.nde4j.core.solve.stiff;

import org.nde4j.core.solve.stiff.ImplicitTableau.Weights;

/**
 * The method of order 2 with two equal implicit stages: L-stable, stiffly accurate. Its error estimate is of order 1.
 *
 * <p>R. Alexander, <em>Diagonally implicit Runge-Kutta methods for stiff O.D.E.'s</em>, SIAM J. Numer. Anal. 14 (1977),
 * doi:10.1137/0714068.
 */
public final class Sdirk2 extends DiagonallyImplicitRungeKutta {
    private static final double G = 1 - Math.sqrt(0.5);
    private static final ImplicitTableau TABLEAU = new ImplicitTableau(
            2, 2, Weights.embedding(new double[][] {{G}, {1 - G, G}}, new double[] {1 - G, G}, new double[] {
                1.0 / 2, 1.0 / 2
            }));

    /** The method. */
    public Sdirk2() {
        this(StageSolver.standard());
    }

    /** The method, with its stages solved in a given way. */
    public Sdirk2(StageSolver stages) {
        super(TABLEAU, stages);
    }

    @Override
    public Sdirk2 with(StageSolver other) {
        return new Sdirk2(other);
    }
}
