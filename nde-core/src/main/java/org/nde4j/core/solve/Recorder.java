package org.nde4j.core.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sees every accepted step of a solve and keeps what one output asks for. */
abstract class Recorder {
    private static final double[] NONE = {};

    private final Readout function;
    private final List<double[]> states = new ArrayList<>();
    private double[] times = new double[2];
    private double[] within = NONE;
    private double[] weights = NONE;

    Recorder(Readout function) {
        this.function = function;
    }

    /**
     * The recorder of an output.
     *
     * @param output what it asks for
     * @param function what is kept in the place of the state; null for the state itself
     * @param ledger where saves are written down
     * @param from where the solve starts
     * @param to where it ends
     */
    static Recorder of(SaveAt output, Readout function, Ledger ledger, double from, double to) {
        if (output instanceof SaveAt.Of of) {
            return of(of.at(), function, ledger, from, to);
        }
        if (output instanceof SaveAt.Times given) {
            return new AtTimes(given.times(), from, to, function, ledger);
        }
        if (output instanceof SaveAt.Steps steps) {
            return new AtSteps(steps.every(), function, ledger);
        }
        return output instanceof SaveAt.Dense ? new Everywhere(ledger) : new AtEnd(function, ledger);
    }

    /** The solve stands at its start. */
    void start(double time, double[] state) {}

    /** A step was accepted and ends at {@code end}, a part theta of its length; the stepper still stands at its start. */
    void accepted(double start, double length, double end, double theta, Stepper stepper) {}

    /** An event set the state. */
    void set(double time, double[] before, double[] after) {}

    /** What was kept of a solve that ended. */
    Saved saved(double time, double[] state) {
        return new Saved(Arrays.copyOf(times, states.size()), states.toArray(double[][]::new), null);
    }

    final void keep(double time, double[] state) {
        if (states.size() == times.length) {
            times = Arrays.copyOf(times, 2 * times.length);
        }
        times[states.size()] = time;
        states.add(function == null ? state.clone() : function.at(time, state));
    }

    /** The state within a step, valid until the next call. */
    final double[] at(double theta, Stepper stepper) {
        if (theta == 1) {
            return stepper.next();
        }
        int size = stepper.state().length;
        int pieces = stepper.interpolant().pieces();
        within = within.length == size ? within : new double[size];
        weights = weights.length == pieces ? weights : new double[pieces];
        stepper.interpolant().weights(theta, weights);
        stepper.combine(weights, within);
        return within;
    }

    final boolean isKept(double time) {
        return !states.isEmpty() && times[states.size() - 1] == time;
    }

    private static final class AtEnd extends Recorder {
        private final Ledger ledger;

        AtEnd(Readout function, Ledger ledger) {
            super(function);
            this.ledger = ledger;
        }

        @Override
        Saved saved(double time, double[] state) {
            ledger.saveEnd();
            keep(time, state);
            return super.saved(time, state);
        }
    }

    private static final class AtTimes extends Recorder {
        private final double[] at;
        private final double sign;
        private final Ledger ledger;
        private int next;

        AtTimes(double[] at, double from, double to, Readout function, Ledger ledger) {
            super(function);
            this.at = at;
            this.sign = to < from ? -1 : 1;
            this.ledger = ledger;
        }

        @Override
        void start(double time, double[] state) {
            while (next < at.length && sign * at[next] <= sign * time) {
                if (at[next] == time) {
                    keep(time, state);
                }
                next++; // what lies before was kept by the solve that this one goes on from
            }
        }

        @Override
        void accepted(double start, double length, double end, double theta, Stepper stepper) {
            while (next < at.length && sign * at[next] <= sign * end) {
                double where = at[next] == end ? theta : (at[next] - start) / length;
                ledger.save(where);
                keep(at[next], at(where, stepper));
                next++;
            }
        }
    }

    private static final class AtSteps extends Recorder {
        private final int every;
        private final Ledger ledger;

        AtSteps(int every, Readout function, Ledger ledger) {
            super(function);
            this.every = every;
            this.ledger = ledger;
        }

        @Override
        void start(double time, double[] state) {
            keep(time, state);
        }

        @Override
        void accepted(double start, double length, double end, double theta, Stepper stepper) {
            if (theta != 1 || ledger.steps() % every == 0) {
                ledger.save(theta);
                keep(end, at(theta, stepper));
            }
        }

        @Override
        void set(double time, double[] before, double[] after) {
            if (!isKept(time)) {
                keep(time, before);
            }
            keep(time, after);
        }

        @Override
        Saved saved(double time, double[] state) {
            if (!isKept(time)) {
                ledger.saveEnd();
                keep(time, state);
            }
            return super.saved(time, state);
        }
    }

    private static final class Everywhere extends Recorder {
        private final Ledger ledger;
        private DenseOutput dense;

        Everywhere(Ledger ledger) {
            super(null);
            this.ledger = ledger;
        }

        @Override
        void start(double time, double[] state) {
            dense = new DenseOutput(time, state);
        }

        @Override
        void accepted(double start, double length, double end, double theta, Stepper stepper) {
            dense.add(start, length, end, stepper);
        }

        @Override
        Saved saved(double time, double[] state) {
            ledger.saveEnd();
            keep(time, state);
            Saved end = super.saved(time, state);
            return new Saved(end.times(), end.states(), dense);
        }
    }
}
