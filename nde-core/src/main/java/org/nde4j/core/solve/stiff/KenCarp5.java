package org.nde4j.core.solve.stiff;

import org.nde4j.core.solve.stiff.ImplicitTableau.Weights;

/**
 * The 5(4) additive pair of Kennedy and Carpenter: order 5, seven implicit stages, L-stable. On a
 * {@link org.nde4j.core.equation.Split} field its explicit part is stepped explicitly.
 *
 * <p>C. A. Kennedy, M. H. Carpenter, <em>Additive Runge-Kutta schemes for convection-diffusion-reaction equations</em>,
 * Appl. Numer. Math. 44 (2003), doi:10.1016/S0168-9274(02)00138-1.
 *
 * <p>Dense output by the stages, of order 3 in split fields and in algebraic states too, fitted to small
 * coefficients of order 4. The one of the publication is of order 2 in algebraic states and where the field is very stiff,
 * and its coefficients of order 4 in fields that are not are some 15 times larger.
 */
public final class KenCarp5 extends DiagonallyImplicitRungeKutta {
    private static final double G = 41.0 / 200.0;
    private static final double[] B = {
        -872700587467.0 / 9133579230613.0,
        0,
        0,
        22348218063261.0 / 9555858737531.0,
        -1143369518992.0 / 8141816002931.0,
        -39379526789629.0 / 19018526304540.0,
        32727382324388.0 / 42900044865799.0,
        G
    };
    private static final double[] EMBEDDED = {
        -975461918565.0 / 9796059967033.0,
        0,
        0,
        78070527104295.0 / 32432590147079.0,
        -548382580838.0 / 3424219808633.0,
        -33438840321285.0 / 15594753105479.0,
        3629800801594.0 / 4656183773603.0,
        4035322873751.0 / 18575991585200.0
    };
    private static final double[][] IMPLICIT = {
        {},
        {G, G},
        {41.0 / 400.0, -567603406766.0 / 11931857230679.0, G},
        {683785636431.0 / 9252920307686.0, 0, -110385047103.0 / 1367015193373.0, G},
        {
            3016520224154.0 / 10081342136671.0,
            0,
            30586259806659.0 / 12414158314087.0,
            -22760509404356.0 / 11113319521817.0,
            G
        },
        {
            218866479029.0 / 1489978393911.0,
            0,
            638256894668.0 / 5436446318841.0,
            -1179710474555.0 / 5321154724896.0,
            -60928119172.0 / 8023461067671.0,
            G
        },
        {
            1020004230633.0 / 5715676835656.0,
            0,
            25762820946817.0 / 25263940353407.0,
            -2161375909145.0 / 9755907335909.0,
            -211217309593.0 / 5846859502534.0,
            -4269925059573.0 / 7827059040719.0,
            G
        },
        B
    };
    private static final double[][] EXPLICIT = {
        {},
        {41.0 / 100.0},
        {367902744464.0 / 2072280473677.0, 677623207551.0 / 8224143866563.0},
        {1268023523408.0 / 10340822734521.0, 0, 1029933939417.0 / 13636558850479.0},
        {14463281900351.0 / 6315353703477.0, 0, 66114435211212.0 / 5879490589093.0, -54053170152839.0 / 4284798021562.0
        },
        {
            14090043504691.0 / 34967701212078.0,
            0,
            15191511035443.0 / 11219624916014.0,
            -18461159152457.0 / 12425892160975.0,
            -281667163811.0 / 9011619295870.0
        },
        {
            19230459214898.0 / 13134317526959.0,
            0,
            21275331358303.0 / 2942455364971.0,
            -38145345988419.0 / 4862620318723.0,
            -1.0 / 8.0,
            -1.0 / 8.0
        },
        {
            -19977161125411.0 / 11928030595625.0,
            0,
            -40795976796054.0 / 6384907823539.0,
            177454434618887.0 / 12078138498510.0,
            782672205425.0 / 8267701900261.0,
            -69563011059811.0 / 9646580694205.0,
            7356628210526.0 / 4942186776405.0
        }
    };
    private static final StageInterpolation DENSE = new StageInterpolation(3, new double[][] {
        {},
        {},
        {},
        {-9.45683259499382, 102.72857156232855, -170.42942627117023, 77.1576873038355},
        {0.3513358568889149, -0.5726332218111025, -3.3895624514707343, 3.610859816392922},
        {18.458825175919834, -124.46033374948676, 179.7309228962709, -73.72941432270396},
        {-3.7090895315660317, 22.58953896135224, -22.72687591432363, 3.846426484537425},
        {0.34598266964093605, -3.512137165122054, 7.389775271151016, -3.223620775669897}
    });
    private static final ImplicitTableau TABLEAU = new ImplicitTableau(
            5, 5, Weights.embedding(IMPLICIT, B, EMBEDDED), Weights.embedding(EXPLICIT, B, EMBEDDED), DENSE);

    /** The method. */
    public KenCarp5() {
        this(StageSolver.standard());
    }

    /** The method, with its stages solved in a given way. */
    public KenCarp5(StageSolver stages) {
        super(TABLEAU, stages);
    }

    @Override
    public KenCarp5 with(StageSolver other) {
        return new KenCarp5(other);
    }
}
