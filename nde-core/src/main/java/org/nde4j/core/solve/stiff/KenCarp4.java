package org.nde4j.core.solve.stiff;

import org.nde4j.core.solve.stiff.ImplicitTableau.Weights;

/**
 * The 4(3) additive pair of Kennedy and Carpenter: order 4, five implicit stages, L-stable. On a
 * {@link org.nde4j.core.equation.Split} field its explicit part is stepped explicitly.
 *
 * <p>C. A. Kennedy, M. H. Carpenter, <em>Additive Runge-Kutta schemes for convection-diffusion-reaction equations</em>,
 * Appl. Numer. Math. 44 (2003), doi:10.1016/S0168-9274(02)00138-1.
 *
 * <p>Dense output by the stages, of order 3 in split fields and in algebraic states too, which only one is. The one of
 * the publication is of order 2 in algebraic states and where the field is very stiff.
 */
public final class KenCarp4 extends DiagonallyImplicitRungeKutta {
    private static final double G = 0.25;
    private static final double[] B = {82889.0 / 524892.0, 0, 15625.0 / 83664.0, 69875.0 / 102672.0, -2260.0 / 8211.0, G
    };
    private static final double[] EMBEDDED = {
        4586570599.0 / 29645900160.0,
        0,
        178811875.0 / 945068544.0,
        814220225.0 / 1159782912.0,
        -3700637.0 / 11593932.0,
        61727.0 / 225920.0
    };
    private static final double[][] IMPLICIT = {
        {},
        {G, G},
        {8611.0 / 62500.0, -1743.0 / 31250.0, G},
        {5012029.0 / 34652500.0, -654441.0 / 2922500.0, 174375.0 / 388108.0, G},
        {15267082809.0 / 155376265600.0, -71443401.0 / 120774400.0, 730878875.0 / 902184768.0, 2285395.0 / 8070912.0, G
        },
        B
    };
    private static final double[][] EXPLICIT = {
        {},
        {0.5},
        {13861.0 / 62500.0, 6889.0 / 62500.0},
        {-116923316275.0 / 2393684061468.0, -2731218467317.0 / 15368042101831.0, 9408046702089.0 / 11113171139209.0},
        {
            -451086348788.0 / 2902428689909.0,
            -2682348792572.0 / 7519795681897.0,
            12662868775082.0 / 11960479115383.0,
            3355817975965.0 / 11060851509271.0
        },
        {
            647845179188.0 / 3216320057751.0,
            73281519250.0 / 8382639484533.0,
            552539513391.0 / 3454668386233.0,
            3354512671639.0 / 8306763924573.0,
            4040.0 / 17871.0
        }
    };
    private static final StageInterpolation DENSE = new StageInterpolation(3, new double[][] {
        {},
        {0.4045578382066717, -1.2136735146200266, 0.8091156764133522},
        {10.347478567191976, -28.801328415287905, 18.45384984809593},
        {-6.904052881132058, 28.87894218710819, -21.97488930597613},
        {1.8088862158860946, -8.729545019598365, 6.920658803712268},
        {0.10531769938762382, -0.31595309816287126, 1.2106353987752487}
    });
    private static final ImplicitTableau TABLEAU = new ImplicitTableau(
            4, 4, Weights.embedding(IMPLICIT, B, EMBEDDED), Weights.embedding(EXPLICIT, B, EMBEDDED), DENSE);

    /** The method. */
    public KenCarp4() {
        this(StageSolver.standard());
    }

    /** The method, with its stages solved in a given way. */
    public KenCarp4(StageSolver stages) {
        super(TABLEAU, stages);
    }

    @Override
    public KenCarp4 with(StageSolver other) {
        return new KenCarp4(other);
    }
}
