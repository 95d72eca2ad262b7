package org.nde4j.core.solve.stiff;

import org.nde4j.core.solve.stiff.ImplicitTableau.Weights;

/**
 * The trapezoidal rule, then the second backward differentiation formula, as one step: order 2, L-stable, two implicit
 * stages, with an embedded solution of order 3 to estimate the error.
 *
 * <p>R. E. Bank et al., <em>Transient simulation of silicon devices and circuits</em>, IEEE Trans. Electron Devices 32
 * (1985), doi:10.1109/T-ED.1985.22232. Estimate: M. E. Hosea, L. F. Shampine, Appl. Numer. Math. 20 (1996),
 * doi:10.1016/0168-9274(95)00115-8.
 */
public final class TrBdf2 extends DiagonallyImplicitRungeKutta {
    private static final double W = Math.sqrt(2) / 4;
    private static final double D = 1 - Math.sqrt(0.5);
    private static final ImplicitTableau TABLEAU = new ImplicitTableau(
            2, 3, Weights.embedding(new double[][] {{}, {D, D}, {W, W, D}}, new double[] {W, W, D}, new double[] {
                (1 - W) / 3, (3 * W + 1) / 3, D / 3
            }));

    /** The method. */
    public TrBdf2() {
        this(StageSolver.standard());
    }

    /** The method, with its stages solved in a given way. */
    public TrBdf2(StageSolver stages) {
        super(TABLEAU, stages);
    }

    @Override
    public TrBdf2 with(StageSolver other) {
        return new TrBdf2(other);
    }
}
