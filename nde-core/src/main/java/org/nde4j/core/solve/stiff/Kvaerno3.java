package org.nde4j.core.solve.stiff;

import org.nde4j.core.solve.stiff.ImplicitTableau.Weights;

/**
 * Kværnø's 3(2) pair: order 3, three implicit stages, A-stable and L-stable, stiffly accurate; the stage before the last
 * is the solution of order 2.
 *
 * <p>A. Kværnø, <em>Singly diagonally implicit Runge-Kutta methods with an explicit first stage</em>, BIT 44 (2004),
 * doi:10.1023/B:BITN.0000046811.70614.38.
 */
public final class Kvaerno3 extends DiagonallyImplicitRungeKutta {
    private static final double G = 0.435866521508459; // of 6 g^3 - 18 g^2 + 9 g - 1 = 0
    private static final double[] SECOND = {(-4 * G * G + 6 * G - 1) / (4 * G), (1 - 2 * G) / (4 * G), G, 0};
    private static final double[] THIRD = {
        (6 * G - 1) / (12 * G), -1 / ((24 * G - 12) * G), (-6 * G * G + 6 * G - 1) / (6 * G - 3), G
    };
    private static final ImplicitTableau TABLEAU =
            new ImplicitTableau(3, 3, Weights.embedding(new double[][] {{}, {G, G}, SECOND, THIRD}, THIRD, SECOND));

    /** The method. */
    public Kvaerno3() {
        this(StageSolver.standard());
    }

    /** The method, with its stages solved in a given way. */
    public Kvaerno3(StageSolver stages) {
        super(TABLEAU, stages);
    }

    @Override
    public Kvaerno3 with(StageSolver other) {
        return new Kvaerno3(other);
    }
}
