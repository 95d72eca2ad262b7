package org.nde4j.core.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sees every accepted step of a solve and keeps what was asked for. */
final class Recorder {
    private final SaveAt saveAt;
    private final double[] at;
    private final Ledger ledger;
    private final DenseOutput dense;
    private final List<double[]> states = new ArrayList<>();
    private double[] times = new double[16];
    private int next;

    Recorder(SaveAt saveAt, Ledger ledger) {
        this.saveAt = saveAt;
        this.ledger = ledger;
        this.at = saveAt instanceof SaveAt.Times given ? given.times() : new double[0];
        this.dense = saveAt instanceof SaveAt.Dense ? new DenseOutput() : null;
    }

    /** Whether the dense pieces of the steps are needed. */
    static boolean interpolates(SaveAt saveAt) {
        return saveAt instanceof SaveAt.Times || saveAt instanceof SaveAt.Dense;
    }

    void start(double time, double[] state) {
        if (saveAt instanceof SaveAt.Steps || next < at.length && at[next] == time) {
            keep(time, state.clone());
            next++;
        }
    }

    /** A step from {@code start} to {@code end} was accepted; the stepper still stands at its start. */
    void accepted(double start, double length, double end, Stepper stepper) {
        double sign = length < 0 ? -1 : 1;
        while (next < at.length && sign * at[next] <= sign * end) {
            double theta = at[next] == end ? 1 : (at[next] - start) / length;
            ledger.save(theta);
            keep(at[next], within(theta, stepper));
            next++;
        }
        if (saveAt instanceof SaveAt.Steps steps && ledger.steps() % steps.every() == 0) {
            ledger.save(1);
            keep(end, stepper.next().clone());
        }
        if (dense != null) {
            dense.add(start, length, stepper);
        }
    }

    private double[] within(double theta, Stepper stepper) {
        if (theta == 1) {
            return stepper.next().clone();
        }
        double[] weights = new double[stepper.interpolant().pieces()];
        stepper.interpolant().weights(theta, weights);
        double[] y = new double[stepper.state().length];
        stepper.combine(weights, y);
        return y;
    }

    private void keep(double time, double[] state) {
        if (states.size() == times.length) {
            times = Arrays.copyOf(times, 2 * times.length);
        }
        times[states.size()] = time;
        states.add(state);
    }

    /** What was kept; where only the end was asked for, the state in which the solve ended. */
    Solution solution(double time, double[] state, Solution.Statistics statistics) {
        boolean last = !(saveAt instanceof SaveAt.Times) && (states.isEmpty() || times[states.size() - 1] != time);
        if (last) {
            if (ledger.steps() > 0) {
                ledger.save(1);
            }
            keep(time, state.clone());
        }
        return new Solution(
                Arrays.copyOf(times, states.size()), states.toArray(double[][]::new), dense, ledger, statistics);
    }
}
