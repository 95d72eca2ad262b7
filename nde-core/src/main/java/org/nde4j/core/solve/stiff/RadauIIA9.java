package org.nde4j.core.solve.stiff;

/**
 * The Radau IIA method of order 9: five stages, L-stable, stiffly accurate, with an error estimate of order 5. For stiff
 * equations at tight tolerances. Mass matrices may be singular.
 *
 * <p>E. Hairer, G. Wanner, <em>Stiff differential equations solved by Radau methods</em>, J. Comput. Appl. Math. 111
 * (1999), doi:10.1016/S0377-0427(99)00134-X.
 */
public final class RadauIIA9 extends CollocationMethod {
    private static final CollocationTableau TABLEAU = new CollocationTableau(
            9,
            new double[] {
                0.057104196114517682193, 0.27684301363812382768, 0.58359043236891682006, 0.86024013565621944785, 1
            },
            new double[] {0.15906584442746912048},
            new double[][] {
                {0.065065778545743618594, 0.11646852774031707573}, {0.13317907701829959895, 0.074994511835818522924}
            },
            new double[][] {
                {
                    0.0135768673449479432,
                    -0.0102420478179088271,
                    0.0476738772902957239,
                    -0.0114785152552295147,
                    -0.0140198588928754103
                },
                {
                    0.00161790040171908748,
                    0.0501728645173710582,
                    -0.094331819181611437,
                    -0.00766883074918016289,
                    0.0247085784265185268
                },
                {
                    0.0791578533474472076,
                    -0.230539534043417947,
                    0.1027030453801259,
                    0.0193984639988289509,
                    0.0818003537037511708
                },
                {
                    0.412256082680461452,
                    0.37789390224886125,
                    0.466744130332494359,
                    0.407601171280199067,
                    0.199682427886802526
                },
                {1, 1, 0, 1, 0}
            });

    /** The method with accurate stages. */
    public RadauIIA9() {
        this(StageSolver.standard());
    }

    /** The method with its stages solved in a given way. */
    public RadauIIA9(StageSolver stages) {
        super(TABLEAU, stages);
    }

    @Override
    public RadauIIA9 with(StageSolver other) {
        return new RadauIIA9(other);
    }
}
