package org.nde4j.core.solve.stiff;

import org.nde4j.core.solve.stiff.ImplicitTableau.Weights;

/**
 * The implicit midpoint rule, the Gauss method of one stage: order 2, A-stable, symmetric, symplectic, no error estimate.
 * It keeps quadratic invariants as well as its stages are solved.
 */
public final class ImplicitMidpoint extends DiagonallyImplicitRungeKutta {
    private static final ImplicitTableau TABLEAU =
            new ImplicitTableau(2, 0, new Weights(new double[][] {{1.0 / 2}}, new double[] {1}, new double[] {}));

    /** The method. */
    public ImplicitMidpoint() {
        this(StageSolver.standard());
    }

    /** The method, with its stages solved in a given way. */
    public ImplicitMidpoint(StageSolver stages) {
        super(TABLEAU, stages);
    }

    @Override
    public ImplicitMidpoint with(StageSolver other) {
        return new ImplicitMidpoint(other);
    }
}
