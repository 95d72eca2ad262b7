package org.nde4j.core.solve.stiff;

import org.nde4j.core.solve.stiff.ImplicitTableau.Weights;

/**
 * Kværnø's 5(4) pair: order 5, six implicit stages, A-stable and L-stable, stiffly accurate; the stage before the last is
 * the solution of order 4. The first choice for stiff equations where gradients and dense output are wanted. Its third
 * stage lies behind the end of the step.
 *
 * <p>A. Kværnø, <em>Singly diagonally implicit Runge-Kutta methods with an explicit first stage</em>, BIT 44 (2004),
 * doi:10.1023/B:BITN.0000046811.70614.38.
 *
 * <p>Dense output by the stages, of order 4, and of order 2 in algebraic states; fitted to small
 * coefficients of order 5.
 */
public final class Kvaerno5 extends DiagonallyImplicitRungeKutta {
    private static final double[] FOURTH = {
        0.13855640231268224, 0, -0.04245337201752043, 0.02446657898003141, 0.61943039072480676, 0.26, 0
    };
    private static final double[] FIFTH = {
        0.13659751177640291,
        0,
        -0.05496908796538376,
        -0.04118626728321046,
        0.62993304899016403,
        0.06962479448202728,
        0.26
    };
    private static final StageInterpolation DENSE = new StageInterpolation(4, new double[][] {
        {},
        {7.766532752489679, -27.703473549224604, 27.2767329496575, -7.339792152922582},
        {-0.33381106071024413, 1.2320860599924863, -2.3820782216925602, 1.4838032224103388},
        {-2.973874740725645, 8.021639216211035, -4.3715148112058255, -0.6762496642795535},
        {-3.0715292209367226, 22.422745140131298, -28.7661507349232, 9.414934815728628},
        {1.8539899280886587, -19.721649784486484, 39.572058485084135, -21.7043986286863},
        {-0.47759656656602134, 15.640925389683204, -34.35599104510451, 20.192662221987327}
    });
    private static final ImplicitTableau TABLEAU = new ImplicitTableau(
            5,
            5,
            Weights.embedding(
                    new double[][] {
                        {},
                        {0.26, 0.26},
                        {0.13, 0.84033320996790809, 0.26},
                        {0.22371961478320505, 0.47675532319799699, -0.06470895363112615, 0.26},
                        {0.16648564323248321, 0.10450018841591720, 0.03631482272098715, -0.13090704451073998, 0.26},
                        FOURTH,
                        FIFTH
                    },
                    FIFTH,
                    FOURTH),
            null,
            DENSE);

    /** The method. */
    public Kvaerno5() {
        this(StageSolver.standard());
    }

    /** The method, with its stages solved in a given way. */
    public Kvaerno5(StageSolver stages) {
        super(TABLEAU, stages);
    }

    @Override
    public Kvaerno5 with(StageSolver other) {
        return new Kvaerno5(other);
    }
}
