package org.nde4j.core.solve;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.calculus.Calculus;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Program;

/**
 * Watches the signs of the values of events along the dense output, and finds where they change.
 *
 * <p>A value that is exactly zero has the sign that it had before. At a start the sign is that of the side to which the value
 * goes: where the value is zero, or as close to it as it is left by an event that happened there, its derivative along the
 * solution decides.
 */
final class Crossings {
    private static final int PARTS = 9;
    static final int SAME = 8; // times that are this many resolutions apart are one
    private static final double NEAR = 1e-8; // of the step before: what may lie between an event and its root

    private final int[] events; // the number of each in the list of the solve
    private final Trigger.Direction[] directions;
    private final boolean[] cuts;
    private final Readout values;
    private final Program rates;
    private Readout slopes;
    private double[][] parameters = {};
    private final double[] signs;
    private final double[] since; // where in the step a sign was seen last
    private final double[] now;
    private final double[] last; // the values at the part before
    private final boolean[] atStart;
    private final boolean[] returns; // whether leaving zero, after a zero slope, is the event
    private final double[] state;
    private double[] weights = {};
    private double[] thetas = new double[4];
    private int[] found = new int[4];
    private int count;

    Crossings(List<Event> all, Field field) {
        this.events = IntStream.range(0, all.size())
                .filter(i -> all.get(i).trigger() instanceof Trigger.Crossing)
                .toArray();
        Formula[] formulas = new Formula[events.length];
        this.directions = new Trigger.Direction[events.length];
        this.cuts = new boolean[events.length];
        this.atStart = new boolean[events.length];
        for (int k = 0; k < events.length; k++) {
            Event event = all.get(events[k]);
            Trigger.Crossing crossing = (Trigger.Crossing) event.trigger();
            formulas[k] = crossing.value();
            directions[k] = crossing.direction();
            cuts[k] = event.cuts();
            atStart[k] = crossing.atStart();
        }
        Program program = Readout.program(field, 1, formulas);
        for (int k = 0; k < events.length; k++) {
            if (program.outputs().get(k).shape().size() != 1) {
                throw new IllegalArgumentException(
                        "the value of event '" + all.get(events[k]).name() + "' has shape "
                                + program.outputs().get(k).shape() + "; an event needs a single number, [1, 1]");
            }
        }
        this.values = new Readout(program);
        this.rates = Calculus.jvp(program, 0, 1);
        this.signs = new double[events.length];
        this.since = new double[events.length];
        this.now = new double[events.length];
        this.last = new double[events.length];
        this.returns = new boolean[events.length];
        this.state = new double[field.size()];
    }

    void parameters(double[]... newParameters) {
        parameters = newParameters;
        values.parameters(newParameters);
        slopes = null;
    }

    /** How many changes the last look found. */
    int count() {
        return count;
    }

    /** The number of the event of a change. */
    int event(int i) {
        return events[found[i]];
    }

    /** Where in the step a change is. */
    double theta(int i) {
        return thetas[i];
    }

    /**
     * The solve starts somewhere, at the beginning or anew.
     *
     * @param derivative there
     * @param happened which events of the solve just happened there; null at the beginning
     * @param length of the step before
     */
    void start(double time, double[] at, double[] derivative, boolean[] happened, double length) {
        evaluate(time, at);
        for (int k = 0; k < events.length; k++) {
            boolean again = happened != null && happened[events[k]];
            double value = now[k];
            returns[k] = false;
            if (!again && (value != 0 || happened != null)) {
                signs[k] = value == 0 ? signs[k] : Math.signum(value);
                continue;
            }
            double slope = slope(k, time, at, derivative);
            boolean near = Math.abs(value) <= NEAR * Math.abs(length * slope) || value == 0;
            signs[k] = Math.signum(near ? slope : value);
            returns[k] = (again || atStart[k]) && signs[k] == 0;
        }
    }

    /** Whether an event leaves zero in its direction at the start of a solve. */
    boolean leaves(int event, double time, double[] at, double[] derivative) {
        int k = Arrays.binarySearch(events, event);
        evaluate(time, at);
        double slope = now[k] == 0 ? slope(k, time, at, derivative) : 0;
        return slope != 0 && directions[k].includes(slope);
    }

    private double slope(int k, double time, double[] at, double[] derivative) {
        if (slopes == null) {
            slopes = new Readout(rates);
            slopes.parameters(parameters);
        }
        slopes.tangents(2 + parameters.length, derivative);
        slopes.run(time, at);
        return slopes.value(events.length + k)[0];
    }

    /**
     * Looks at an attempt that was accepted.
     *
     * @param to where it ends
     * @param closing whether that is a time that it was made for: a value that is zero there has changed its sign
     * @param resolution how well times can be told apart
     */
    void look(Stepper stepper, double start, double length, double to, boolean closing, double resolution) {
        count = 0;
        Arrays.fill(since, 0);
        boolean cut = false;
        double same = PARTS * SAME * resolution / Math.abs(length);
        for (int part = 1; part <= PARTS && !cut; part++) {
            double theta = part == PARTS ? 1 : (double) part / PARTS;
            System.arraycopy(now, 0, last, 0, now.length);
            evaluate(part == PARTS ? to : start + theta * length, within(stepper, theta));
            for (int k = 0; k < events.length; k++) {
                boolean zero = closing && part == PARTS && Math.abs(now[k]) <= same * Math.abs(now[k] - last[k]);
                double sign = zero ? -signs[k] : Math.signum(now[k]);
                if (sign == 0 || Double.isNaN(sign)) {
                    continue;
                }
                boolean changed = sign != signs[k] && (signs[k] != 0 || returns[k]);
                signs[k] = sign;
                returns[k] = false;
                if (changed && directions[k].includes(sign)) {
                    add(k, zero ? 1 : root(k, stepper, start, length, theta, sign, resolution));
                    cut |= cuts[k];
                }
                since[k] = theta;
            }
        }
        sort();
    }

    private double root(
            int k, Stepper stepper, double start, double length, double to, double sign, double resolution) {
        double width = Math.max(0x1p-52, resolution / Math.abs(length));
        double[] all = now.clone();
        double theta = Root.before(
                x -> {
                    evaluate(stepper, start, length, x);
                    return now[k];
                },
                since[k],
                to,
                sign,
                width);
        System.arraycopy(all, 0, now, 0, now.length);
        return theta;
    }

    private void add(int k, double theta) {
        if (count == thetas.length) {
            thetas = Arrays.copyOf(thetas, 2 * count);
            found = Arrays.copyOf(found, 2 * count);
        }
        thetas[count] = theta;
        found[count++] = k;
    }

    /* By place; what is found within one part is in the order of the events. */
    private void sort() {
        for (int i = 1; i < count; i++) {
            for (int j = i; j > 0 && thetas[j] < thetas[j - 1]; j--) {
                double theta = thetas[j];
                int k = found[j];
                thetas[j] = thetas[j - 1];
                found[j] = found[j - 1];
                thetas[j - 1] = theta;
                found[j - 1] = k;
            }
        }
    }

    /** The state within a step, valid until the next call. */
    double[] within(Stepper stepper, double theta) {
        if (theta == 1) {
            return stepper.next();
        }
        if (theta == 0) {
            return stepper.state();
        }
        int pieces = stepper.interpolant().pieces();
        weights = weights.length == pieces ? weights : new double[pieces];
        stepper.interpolant().weights(theta, weights);
        stepper.combine(weights, state);
        return state;
    }

    private void evaluate(Stepper stepper, double start, double length, double theta) {
        evaluate(start + theta * length, within(stepper, theta));
    }

    private void evaluate(double time, double[] at) {
        values.run(time, at);
        for (int k = 0; k < now.length; k++) {
            now[k] = values.value(k)[0];
        }
    }
}
