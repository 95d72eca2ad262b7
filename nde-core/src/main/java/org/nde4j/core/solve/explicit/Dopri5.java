package org.nde4j.core.solve.explicit;

import org.nde4j.core.solve.Interpolant;

/**
 * The 5(4) pair of Dormand and Prince: order 5, six evaluations a step, the last reused as the next first, with
 * Shampine's dense output of order 4 in Hairer's form.
 *
 * <p>J. R. Dormand, P. J. Prince, <em>A family of embedded Runge-Kutta formulae</em>, J. Comput. Appl. Math. 6 (1980),
 * doi:10.1016/0771-050X(80)90013-3. Dense output: E. Hairer, S. P. Nørsett, G. Wanner, <em>Solving Ordinary Differential
 * Equations I</em>, 2nd ed. 1993, section II.6.
 */
public final class Dopri5 extends ExplicitRungeKutta {
    private static final double[] B = {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84, 0};
    private static final Tableau TABLEAU = new Tableau(
            5,
            new double[][] {
                {},
                {1.0 / 5},
                {3.0 / 40, 9.0 / 40},
                {44.0 / 45, -56.0 / 15, 32.0 / 9},
                {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
                {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
                {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84}
            },
            B,
            new double[] {71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40, 0});
    private static final double[] D = {
        -12715105075.0 / 11282082432.0,
        0,
        87487479700.0 / 32700410799.0,
        -10690763975.0 / 1880347072.0,
        701980252875.0 / 199316789632.0,
        -1453857185.0 / 822651844.0,
        69997945.0 / 29380423.0
    };

    private static final Interpolant INTERPOLANT = interpolant(B, D);

    /** The method. */
    public Dopri5() {
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
    public Interpolant interpolant() {
        return INTERPOLANT;
    }

    /* Stage i: b cubic(theta) + d (theta (1 - theta))^2, and for the derivatives at the ends Hermite's cubics. */
    private static Interpolant interpolant(double[] b, double[] d) {
        double[][] rows = new double[1 + b.length][];
        rows[0] = new double[] {1};
        for (int i = 0; i < b.length; i++) {
            rows[1 + i] = new double[] {0, 0, 3 * b[i] + d[i], -2 * b[i] - 2 * d[i], d[i]};
        }
        rows[1][1] += 1;
        rows[1][2] -= 2;
        rows[1][3] += 1;
        rows[7][2] -= 1;
        rows[7][3] += 1;
        return Interpolant.of(rows);
    }
}
