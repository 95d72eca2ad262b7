package org.nde4j.core.solve.stiff;

/**
 * The method Rodas4 of Hairer and Wanner: order 4 with an embedded method of order 3, six stages, L-stable, stiffly
 * accurate, with dense output of order 3.
 *
 * <p>E. Hairer, G. Wanner, <em>Solving Ordinary Differential Equations II</em>, 2nd ed. 1996, section VI.4,
 * doi:10.1007/978-3-642-05221-7.
 */
public final class Rodas4 extends RosenbrockMethod {
    private static final double[][] A = {
        {},
        {1.544},
        {0.9466785280815826, 0.2557011698983284},
        {3.314825187068521, 2.896124015972201, 0.9986419139977817},
        {1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895},
        {1.221224509226641, 6.019134481288629, 12.53708332932087, -0.687886036105895, 1}
    };
    private static final double[][] C = {
        {},
        {-5.6688},
        {-2.430093356833875, -0.2063599157091915},
        {-0.1073529058151375, -9.594562251023355, -20.47028614809616},
        {7.496443313967647, -10.24680431464352, -33.99990352819905, 11.7089089320616},
        {8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054}
    };
    private static final double[] NODES = {0, 0.386, 0.21, 0.63, 1, 1};
    private static final double[] RATES = {0.25, -0.1043, 0.1035, -0.0362, 0, 0};
    private static final double[][] DENSE = {
        {10.12623508344586, -7.487995877610167, -34.80091861555747, -7.992771707568823, 1.025137723295662, 0},
        {-0.6762803392801253, 6.087714651680015, 16.43084320892478, 24.76722511418386, -6.594389125716872, 0}
    };
    private static final RosenbrockTableau TABLEAU =
            RosenbrockTableau.stifflyAccurate(4, 3, 0.25, A, C, NODES, RATES, DENSE);

    /** The method. */
    public Rodas4() {
        this(LinearAlgebra.automatic());
    }

    /** The method with a choice of linear algebra. */
    public Rodas4(LinearAlgebra algebra) {
        super(TABLEAU, algebra);
    }
}
