package org.nde4j.core.solve.stiff;

import org.nde4j.core.solve.stiff.ImplicitTableau.Weights;

/**
 * The 3(2) additive pair of Kennedy and Carpenter: order 3, three implicit stages, L-stable. On a
 * {@link org.nde4j.core.equation.Split} field its explicit part is stepped explicitly.
 *
 * <p>C. A. Kennedy, M. H. Carpenter, <em>Additive Runge-Kutta schemes for convection-diffusion-reaction equations</em>,
 * Appl. Numer. Math. 44 (2003), doi:10.1016/S0168-9274(02)00138-1.
 *
 * <p>Dense output by the stages, of order 2, the most that they tell where the field is split. The publication has one of
 * that order too, with coefficients of order 3 that are four times larger in fields that are not stiff.
 */
public final class KenCarp3 extends DiagonallyImplicitRungeKutta {
    private static final double G = 1767732205903.0 / 4055673282236.0;
    private static final double[] B = {
        1471266399579.0 / 7840856788654.0, -4482444167858.0 / 7529755066697.0, 11266239266428.0 / 11593286722821.0, G
    };
    private static final double[] EMBEDDED = {
        2756255671327.0 / 12835298489170.0,
        -10771552573575.0 / 22201958757719.0,
        9247589265047.0 / 10645013368117.0,
        2193209047091.0 / 5459859503100.0
    };
    private static final double[][] IMPLICIT = {
        {}, {G, G}, {2746238789719.0 / 10658868560708.0, -640167445237.0 / 6845629431997.0, G}, B
    };
    private static final double[][] EXPLICIT = {
        {},
        {2 * G},
        {5535828885825.0 / 10492691773637.0, 788022342437.0 / 10882634858940.0},
        {6485989280629.0 / 16251701735622.0, -4246266847089.0 / 9704473918619.0, 10755448449292.0 / 10357097424841.0}
    };
    private static final StageInterpolation DENSE = new StageInterpolation(2, new double[][] {
        {},
        {-0.37036213682794754, 0.37036213682794754},
        {4.3392161404767405, -4.3392161404767405},
        {-1.280672771730771, 2.280672771730771}
    });
    private static final ImplicitTableau TABLEAU = new ImplicitTableau(
            3, 3, Weights.embedding(IMPLICIT, B, EMBEDDED), Weights.embedding(EXPLICIT, B, EMBEDDED), DENSE);

    /** The method. */
    public KenCarp3() {
        this(StageSolver.standard());
    }

    /** The method, with its stages solved in a given way. */
    public KenCarp3(StageSolver stages) {
        super(TABLEAU, stages);
    }

    @Override
    public KenCarp3 with(StageSolver other) {
        return new KenCarp3(other);
    }
}
