package org.nde4j.core.solve.stiff;

import org.nde4j.core.solve.stiff.ImplicitTableau.Weights;

/**
 * The backward Euler method: order 1, L-stable, one stage. Its error estimate is half the change of the slope over the step.
 */
public final class ImplicitEuler extends DiagonallyImplicitRungeKutta {
    private static final ImplicitTableau TABLEAU = new ImplicitTableau(
            1, 2, Weights.embedding(new double[][] {{}, {0, 1}}, new double[] {0, 1}, new double[] {1.0 / 2, 1.0 / 2}));

    /** The method. */
    public ImplicitEuler() {
        this(StageSolver.standard());
    }

    /** The method, with its stages solved in a given way. */
    public ImplicitEuler(StageSolver stages) {
        super(TABLEAU, stages);
    }

    @Override
    public ImplicitEuler with(StageSolver other) {
        return new ImplicitEuler(other);
    }
}
