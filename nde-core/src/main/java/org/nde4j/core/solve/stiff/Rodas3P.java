package org.nde4j.core.solve.stiff;

/**
 * The method Rodas3P of Steinebach: order 3 with an embedded method of order 2, five stages, L-stable, stiffly accurate.
 * For loose tolerances.
 *
 * <p>G. Steinebach, <em>Rosenbrock methods within OrdinaryDiffEq.jl: overview, recent developments and applications</em>,
 * Proc. JuliaCon Conf., 2024.
 */
public final class Rodas3P extends RosenbrockMethod {
    private static final double[][] A = {{}, {4.0 / 3}, {0, 0}, {2.90625, 3.375, 0.40625}, {2.90625, 3.375, 0.40625, 0}
    };
    private static final double[][] C = {
        {}, {-4}, {8.25, 6.75}, {1.21875, -5.0625, -1.96875}, {4.03125, -15.1875, -4.03125, 6}
    };
    private static final double[] NODES = {0, 4.0 / 9, 0, 1, 1};
    private static final double[] RATES = {1.0 / 3, -1.0 / 9, 1, 0, 0};
    private static final double[] B = {2.90625, 3.375, 0.40625, 0, 1};
    private static final double[] ERROR = {0, 0, 0, -1, 1};
    private static final double[][] DENSE = {{1.78125, 6.75, 0.15625, -6, -1}, {4.21875, -15.1875, -3.09375, 9, 0}};
    private static final RosenbrockTableau TABLEAU =
            new RosenbrockTableau(3, 3, 1.0 / 3, A, C, NODES, RATES, B, ERROR, DENSE);

    /** The method. */
    public Rodas3P() {
        this(LinearAlgebra.automatic());
    }

    /** The method with a choice of linear algebra. */
    public Rodas3P(LinearAlgebra algebra) {
        super(TABLEAU, algebra);
    }
}
