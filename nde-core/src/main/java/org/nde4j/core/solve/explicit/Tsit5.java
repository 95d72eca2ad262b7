package org.nde4j.core.solve.explicit;

/**
 * The 5(4) pair of Tsitouras: order 5, six evaluations a step, the last reused as the next first, with an interpolant of
 * order 4 of its own. The first choice where nothing speaks for another.
 *
 * <p>Ch. Tsitouras, <em>Runge-Kutta pairs of order 5(4) satisfying only the first column simplifying assumption</em>,
 * Comput. Math. Appl. 62 (2011), doi:10.1016/j.camwa.2011.06.002.
 */
public final class Tsit5 extends ExplicitRungeKutta {
    private static final double[] B = {
        0.09646076681806523, 0.01, 0.4798896504144996, 1.379008574103742, -3.290069515436081, 2.324710524099774, 0
    };
    private static final Tableau TABLEAU = new Tableau(
            5,
            new double[][] {
                {},
                {0.161},
                {-0.008480655492356989, 0.335480655492357},
                {2.8971530571054935, -6.359448489975075, 4.3622954328695815},
                {5.325864828439257, -11.748883564062828, 7.4955393428898365, -0.09249506636175525},
                {5.86145544294642, -12.92096931784711, 8.159367898576159, -0.071584973281401, -0.028269050394068383},
                {0.09646076681806523, 0.01, 0.4798896504144996, 1.379008574103742, -3.290069515436081, 2.324710524099774
                }
            },
            B,
            new double[] {
                -0.00178001105222577714,
                -0.0008164344596567469,
                0.007880878010261995,
                -0.1447110071732629,
                0.5823571654525552,
                -0.45808210592918697,
                1.0 / 66,
                0
            });

    /** The method. */
    public Tsit5() {
        super(TABLEAU);
    }

    @Override
    boolean ownInterpolant() {
        return true;
    }

    @Override
    public int denseOrder() {
        return 4;
    }

    @Override
    public void interpolate(double theta, double[] weights) {
        double square = theta * theta;
        weights[0] = 1;
        weights[1] = -1.0530884977290216
                * theta
                * (theta - 1.3299890189751412)
                * (square - 1.4364028541716351 * theta + 0.7139816917074209);
        weights[2] = 0.1017 * square * (square - 2.1966568338249754 * theta + 1.2949852507374631);
        weights[3] = 2.490627285651252793 * square * (square - 2.38535645472061657 * theta + 1.57803468208092486);
        weights[4] = -16.54810288924490272 * (theta - 1.21712927295533244) * (theta - 0.61620406037800089) * square;
        weights[5] = 47.37952196281928122 * (theta - 1.203071208372362603) * (theta - 0.658047292653547382) * square;
        weights[6] = -34.87065786149660974 * (theta - 1.2) * (theta - 0.666666666666666667) * square;
        weights[7] = 2.5 * (theta - 1) * (theta - 0.6) * square;
    }
}
