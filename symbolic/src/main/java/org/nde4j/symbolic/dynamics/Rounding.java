package org.nde4j.symbolic.dynamics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Replaces fitted constants by exact ones where the data allow it: zero, whole numbers, simple fractions and decimals,
 * multiples of pi.
 *
 * <p>A value is proposed only if it is within two standard errors and if the standard error is so much smaller than the
 * spacing of such values that hitting one by chance is unlikely. It is accepted if, with all other constants fitted
 * again, twice the log-likelihood falls by less than 3.84, the 95 % point of chi-squared with one degree of freedom
 * (likelihood-ratio test, S. S. Wilks 1938, doi:10.1214/aoms/1177732360).
 */
final class Rounding {
    private static final double LIMIT = 3.84;
    private static final double NEAR = 2;
    private static final double CHANCE = 0.1; // the share of the line that lies within two standard errors of a value
    private static final double LEAST_ERROR = 1e-2; // of the noise: numerical error of solver and data counts as such

    private final Judge judge;

    Rounding(Judge judge) {
        this.judge = judge;
    }

    private record Proposal(int position, double value, double distance) {}

    /** Rounds what can be rounded. */
    TrajectoryFit.Fitted round(TrajectoryFit.Fitted fitted) {
        TrajectoryFit.Fitted now = fitted;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Proposal proposal : proposals(now)) {
                TrajectoryFit.Fitted rounded = attempt(now, proposal);
                if (rounded != null) {
                    now = rounded;
                    changed = true;
                    break;
                }
            }
        }
        return now;
    }

    private TrajectoryFit.Fitted attempt(TrajectoryFit.Fitted now, Proposal proposal) {
        EquationSystem fixed = now.system().fixing(proposal.position(), proposal.value());
        TrajectoryFit.Fitted rounded = judge.refine(fixed, now.starts(), 8);
        double unit = Math.max(LEAST_ERROR, now.chi2());
        return rounded.squares() - now.squares() < LIMIT * unit ? rounded : null;
    }

    /** The standard errors of the free constants; infinite where the data say nothing. */
    static double[] standardErrors(TrajectoryFit.Fitted fitted) {
        double[][] covariance = covariance(fitted);
        double[] errors = new double[covariance.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = Math.sqrt(covariance[i][i]);
        }
        return errors;
    }

    /** The covariance of the free constants, from the information matrix. */
    static double[][] covariance(TrajectoryFit.Fitted fitted) {
        int k = fitted.information().length;
        double[][] scaled = new double[k][k];
        double[] size = new double[k];
        for (int i = 0; i < k; i++) {
            size[i] = Math.sqrt(Math.max(fitted.information()[i][i], 1e-300));
        }
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                scaled[i][j] = fitted.information()[i][j] / size[i] / size[j] + (i == j ? 1e-13 : 0);
            }
        }
        double[][] covariance = new double[k][k];
        double unit = Math.max(LEAST_ERROR, fitted.chi2());
        try {
            Cholesky factor = new Cholesky(scaled);
            for (int i = 0; i < k; i++) {
                double[] e = new double[k];
                e[i] = 1;
                double[] column = factor.solve(e);
                for (int j = 0; j < k; j++) {
                    covariance[i][j] = unit * column[j] / size[i] / size[j];
                }
            }
        } catch (ArithmeticException singular) {
            for (int i = 0; i < k; i++) {
                covariance[i][i] = Double.POSITIVE_INFINITY;
            }
        }
        return covariance;
    }

    private List<Proposal> proposals(TrajectoryFit.Fitted now) {
        int[] free = now.system().free();
        double[] constants = now.system().constants();
        double[] errors = standardErrors(now);
        List<Proposal> all = new ArrayList<>();
        for (int i = 0; i < free.length; i++) {
            propose(all, free[i], constants[free[i]], errors[i]);
        }
        all.sort(Comparator.comparingDouble(Proposal::distance).thenComparingInt(Proposal::position));
        return all;
    }

    private static void propose(List<Proposal> all, int position, double value, double error) {
        for (double special : new double[] {0, 1, -1}) {
            // Zero drops a term and one a factor: the simplest of all, and tried however little the data say.
            boolean wide = Double.isInfinite(error) || error > Math.abs(value);
            if (Math.abs(value - special) <= NEAR * error && (special == 0 || wide)) {
                all.add(new Proposal(position, special, special == 0 ? 0 : 1));
            }
        }
        double[] spacings = {1, 0.5, 0.25, 1.0 / 3, 0.1, 0.05, 0.01, 0.001, Math.PI / 2};
        for (double spacing : spacings) {
            double nearest = Math.rint(value / spacing) * spacing;
            nearest = spacing == 0.1 || spacing <= 0.05 ? Math.rint(nearest * 1e6) / 1e6 : nearest;
            boolean telling = 4 * error <= CHANCE * spacing;
            if (telling && nearest != 0 && Math.abs(value - nearest) <= NEAR * error) {
                all.add(new Proposal(position, nearest, 2 + all.size() * 1e-3));
                return;
            }
        }
    }
}
