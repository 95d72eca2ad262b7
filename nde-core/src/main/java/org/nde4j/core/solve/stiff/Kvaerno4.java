package org.nde4j.core.solve.stiff;

import org.nde4j.core.solve.stiff.ImplicitTableau.Weights;

/**
 * Kværnø's 4(3) pair: order 4, four implicit stages, A-stable and L-stable, stiffly accurate; the stage before the last is
 * the solution of order 3. Its second stage lies behind the end of the step.
 *
 * <p>A. Kværnø, <em>Singly diagonally implicit Runge-Kutta methods with an explicit first stage</em>, BIT 44 (2004),
 * doi:10.1023/B:BITN.0000046811.70614.38.
 */
public final class Kvaerno4 extends DiagonallyImplicitRungeKutta {
    private static final double G = 0.572816062482134855; // of 24 g^4 - 96 g^3 + 72 g^2 - 16 g + 1 = 0
    private static final double Q = at(12, -6, 1);
    private static final double P = at(12, -9, 2);
    private static final double R = at(3, -1);
    private static final double[] STAGE = {at(144, -180, 81, -15, 1) * G / (Q * Q), at(-36, 39, -15, 2) * G / (Q * Q), G
    };
    private static final double[] THIRD = {
        at(-144, 396, -330, 117, -18, 1) / (12 * G * G * P),
        at(72, -126, 69, -15, 1) / (12 * G * G * R),
        at(-6, 6, -1) * Q * Q / (12 * G * G * P * R),
        G,
        0
    };
    private static final double[] FOURTH = {
        at(288, -312, 120, -18, 1) / (48 * G * G * P),
        at(24, -12, 1) / (48 * G * G * R),
        -Q * Q * Q / (48 * G * G * R * P * at(6, -6, 1)),
        at(-24, 36, -12, 1) / at(24, -24, 4),
        G
    };
    private static final ImplicitTableau TABLEAU = new ImplicitTableau(
            4, 4, Weights.embedding(new double[][] {{}, {G, G}, STAGE, THIRD, FOURTH}, FOURTH, THIRD));

    /* A polynomial at G, the highest power first. */
    private static double at(double... coefficients) {
        double sum = 0;
        for (double c : coefficients) {
            sum = sum * G + c;
        }
        return sum;
    }

    /** The method. */
    public Kvaerno4() {
        this(StageSolver.standard());
    }

    /** The method, with its stages solved in a given way. */
    public Kvaerno4(StageSolver stages) {
        super(TABLEAU, stages);
    }

    @Override
    public Kvaerno4 with(StageSolver other) {
        return new Kvaerno4(other);
    }
}
