package org.nde4j.symbolic.dynamics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Replaces fitted constants by exact ones where the data allow it: zero, whole numbers, simple fractions and decimals,
 * multiples of pi.
 *
 * <p>A value is proposed only if it is within two standard errors (and the solver's own error) and if the standard error is so much smaller than the
 * spacing of such values that hitting one by chance is unlikely: at most 4 % for each spacing, 9 % for all together. (One
 * is proposed up to a standard error of 0.05, zero always.) It is accepted if, with all other constants fitted
 * again, twice the log-likelihood falls by less than 3.84, the 95 % point of chi-squared with one degree of freedom
 * (likelihood-ratio test, S. S. Wilks 1938, doi:10.1214/aoms/1177732360).
 */
final class Rounding {
    private static final double LIMIT = 3.84;
    private static final double NEAR = 2;
    private static final double SOLVED = 1e-6; // relative: the solver's own error, which is not noise, may be as large
    private static final double LEAST_UNIT = 3e-2; // of the noise: the same for the squares
    private static final double NEAR_ONE = 0.05; // one drops a factor, and is frequent: the data may say less
    private static final double CHANCE = 0.04; // the share of the line that lies within two standard errors of a value
    private static final double[] SPACINGS = {1, 0.5, 0.25, 1.0 / 3, 0.1, 0.05, 0.01, 0.001, Math.PI / 2};

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
        double unit = Math.max(LEAST_UNIT, Covariance.unit(now));
        return rounded.squares() - now.squares() < LIMIT * unit ? rounded : null;
    }

    private List<Proposal> proposals(TrajectoryFit.Fitted now) {
        int[] free = now.system().free();
        double[] constants = now.system().constants();
        double[] errors = Covariance.of(now).errors();
        List<Proposal> all = new ArrayList<>();
        for (int i = 0; i < free.length; i++) {
            propose(all, free[i], constants[free[i]], errors[i]);
        }
        all.sort(Comparator.comparingDouble(Proposal::distance).thenComparingInt(Proposal::position));
        return all;
    }

    private static void propose(List<Proposal> all, int position, double value, double error) {
        if (Math.abs(value) <= NEAR * error) {
            all.add(new Proposal(position, 0, 0)); // the simplest of all, tried however little the data say
        }
        double unit = Math.copySign(1, value);
        if (Math.abs(value - unit) <= NEAR * error + SOLVED && (error <= NEAR_ONE || error > Math.abs(value))) {
            all.add(new Proposal(position, unit, 1));
        }
        for (double spacing : SPACINGS) {
            double nearest = multiple(value, spacing);
            boolean telling = 2 * NEAR * error <= CHANCE * spacing;
            boolean near = Math.abs(value - nearest) <= NEAR * error + SOLVED * Math.abs(value);
            if (telling && nearest != 0 && near) {
                all.add(new Proposal(position, nearest, 2 + 1 / spacing));
                return;
            }
        }
    }

    private static double multiple(double value, double spacing) {
        double nearest = Math.rint(value / spacing);
        boolean decimal = Math.rint(1 / spacing) == 1 / spacing;
        return decimal ? nearest / Math.rint(1 / spacing) : nearest * spacing;
    }
}
