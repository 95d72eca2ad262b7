package org.nde4j.core.solve.stiff;

/**
 * The method Rodas4P of Steinebach: as Rodas4, and it keeps its order on parabolic equations in many states, where others
 * lose it.
 *
 * <p>G. Steinebach, <em>Order reduction of ROW methods for DAEs and method of lines applications</em>, preprint 1741,
 * Technische Hochschule Darmstadt, 1995.
 */
public final class Rodas4P extends RosenbrockMethod {
    private static final double[][] A = {
        {},
        {3},
        {1.831036793486759, 0.4955183967433795},
        {2.304376582692669, -0.05249275245743001, -1.176798761832782},
        {-7.170454962423024, -4.741636671481785, -16.31002631330971, -1.062004044111401},
        {-7.170454962423024, -4.741636671481785, -16.31002631330971, -1.062004044111401, 1}
    };
    private static final double[][] C = {
        {},
        {-12},
        {-8.791795173947035, -2.207865586973518},
        {10.81793056857153, 6.780270611428266, 19.5348594464241},
        {34.19095006749676, 15.49671153725963, 54.7476087596413, 14.16005392148534},
        {34.62605830930532, 15.30084976114473, 56.99955578662667, 18.40807009793095, -5.714285714285717}
    };
    private static final double[] NODES = {0, 0.75, 0.21, 0.63, 1, 1};
    private static final double[] RATES = {0.25, -0.5, -0.023504, -0.0362, 0, 0};
    private static final double[][] DENSE = {
        {25.09876703708589, 11.62013104361867, 28.49148307714626, -5.664021568594133, 0, 0},
        {1.638054557396973, -0.7373619806678748, 8.47791821923899, 15.9925314877952, -1.882352941176471, 0}
    };
    private static final RosenbrockTableau TABLEAU =
            RosenbrockTableau.stifflyAccurate(4, 3, 0.25, A, C, NODES, RATES, DENSE);

    /** The method. */
    public Rodas4P() {
        this(LinearAlgebra.automatic());
    }

    /** The method with a choice of linear algebra. */
    public Rodas4P(LinearAlgebra algebra) {
        super(TABLEAU, algebra);
    }
}
