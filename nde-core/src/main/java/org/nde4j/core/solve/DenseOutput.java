package org.nde4j.core.solve;

import java.util.ArrayList;
import java.util.List;

/** A solution as a function of time, from the dense pieces of every step. Immutable once the solve has ended. */
public final class DenseOutput {
    private final List<Interpolant> interpolants = new ArrayList<>();
    private final List<double[]> spans = new ArrayList<>(); // start, length, end
    private final List<double[][]> pieces = new ArrayList<>();
    private final double from;
    private final double[] first;

    DenseOutput(double from, double[] first) {
        this.from = from;
        this.first = first.clone();
    }

    void add(double start, double length, double end, Stepper stepper) {
        double[][] copy = new double[stepper.interpolant().pieces()][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = stepper.piece(i).clone();
        }
        interpolants.add(stepper.interpolant());
        spans.add(new double[] {start, length, end});
        pieces.add(copy);
    }

    /** The time at which it begins. */
    public double from() {
        return from;
    }

    /** The time at which it ends. */
    public double to() {
        return spans.isEmpty() ? from : spans.get(spans.size() - 1)[2];
    }

    /**
     * The state at a time; where an event set the state, the one after it.
     *
     * @param time between {@link #from} and {@link #to}
     * @return the states, [B, n]
     */
    public double[] at(double time) {
        int step = find(time);
        if (step < 0) {
            return first.clone();
        }
        double[] weights = new double[pieces.get(step).length];
        interpolants.get(step).weights(theta(step, time), weights);
        return sum(pieces.get(step), weights, 1);
    }

    /**
     * The derivative of the solution at a time, that of the interpolant; zero if the solve took no step.
     *
     * @param time between {@link #from} and {@link #to}
     * @return the derivatives, [B, n]
     */
    public double[] derivative(double time) {
        int step = find(time);
        if (step < 0) {
            return new double[first.length];
        }
        double[] weights = new double[pieces.get(step).length];
        interpolants.get(step).slopes(theta(step, time), weights);
        return sum(pieces.get(step), weights, spans.get(step)[1]);
    }

    private double theta(int step, double time) {
        double[] span = spans.get(step);
        return Math.max(0, Math.min(1, (time - span[0]) / span[1]));
    }

    private static double[] sum(double[][] pieces, double[] weights, double divisor) {
        double[] y = new double[pieces[0].length];
        for (int j = 0; j < weights.length; j++) {
            double w = weights[j] / divisor;
            for (int i = 0; i < y.length; i++) {
                y[i] = Math.fma(w, pieces[j][i], y[i]);
            }
        }
        return y;
    }

    private int find(double time) {
        double sign = to() < from ? -1 : 1;
        if (!(sign * time >= sign * from && sign * time <= sign * to())) {
            throw new IllegalArgumentException(
                    "time " + time + " is outside the solution, which goes from " + from + " to " + to());
        }
        int low = 0;
        int high = spans.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (sign * spans.get(middle)[0] <= sign * time) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return spans.isEmpty() ? -1 : low;
    }
}
