package org.nde4j.core.solve.stiff;

import org.nde4j.core.solve.stiff.ImplicitTableau.Weights;

/**
 * The trapezoidal rule (J. Crank, P. Nicolson, 1947): order 2, A-stable, one stage. It does not damp what is very stiff:
 * that changes sign from step to step. Its error estimate is the difference from the backward Euler method, which is more than the error.
 */
public final class Trapezoid extends DiagonallyImplicitRungeKutta {
    private static final ImplicitTableau TABLEAU = new ImplicitTableau(
            2,
            2,
            Weights.embedding(new double[][] {{}, {1.0 / 2, 1.0 / 2}}, new double[] {1.0 / 2, 1.0 / 2}, new double[] {
                0, 1
            }));

    /** The method. */
    public Trapezoid() {
        this(StageSolver.standard());
    }

    /** The method, with its stages solved in a given way. */
    public Trapezoid(StageSolver stages) {
        super(TABLEAU, stages);
    }

    @Override
    public Trapezoid with(StageSolver other) {
        return new Trapezoid(other);
    }
}
