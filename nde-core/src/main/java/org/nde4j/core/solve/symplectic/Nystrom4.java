package org.nde4j.core.solve.symplectic;

/** Nystrom's classical method: order 4, three forces a step. */
public final class Nystrom4 extends NystromMethod {
    private static final double[] NONE = {};
    private static final NystromTableau TABLEAU = new NystromTableau(
            4,
            new double[] {0, 0.5, 1},
            new double[][] {{}, {0.125}, {0, 0.5}},
            new double[] {1.0 / 6, 1.0 / 3, 0},
            new double[] {1.0 / 6, 2.0 / 3, 1.0 / 6},
            NONE,
            NONE);

    /** The method. */
    public Nystrom4() {
        super(TABLEAU);
    }
}
