package org.nde4j.core.solve;

import java.util.ArrayList;
import java.util.List;

/** A solution as a function of time, from the dense pieces of every step. Immutable once the solve has ended. */
public final class DenseOutput {
    private final List<Interpolant> interpolants = new ArrayList<>();
    private final List<double[]> starts = new ArrayList<>();
    private final List<double[][]> pieces = new ArrayList<>();

    DenseOutput() {}

    void add(double start, double length, Stepper stepper) {
        double[][] copy = new double[stepper.interpolant().pieces()][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = stepper.piece(i).clone();
        }
        interpolants.add(stepper.interpolant());
        starts.add(new double[] {start, length});
        pieces.add(copy);
    }

    /** The time at which it begins. */
    public double from() {
        return starts.get(0)[0];
    }

    /** The time at which it ends. */
    public double to() {
        double[] last = starts.get(starts.size() - 1);
        return last[0] + last[1];
    }

    /**
     * The state at a time.
     *
     * @param time between {@link #from} and {@link #to}
     * @return the states, [B, n]
     */
    public double[] at(double time) {
        int step = find(time);
        double[] weights = new double[pieces.get(step).length];
        interpolants.get(step).weights(theta(step, time), weights);
        return sum(pieces.get(step), weights, 1);
    }

    /**
     * The derivative of the solution at a time, that of the interpolant.
     *
     * @param time between {@link #from} and {@link #to}
     * @return the derivatives, [B, n]
     */
    public double[] derivative(double time) {
        int step = find(time);
        double[] weights = new double[pieces.get(step).length];
        interpolants.get(step).slopes(theta(step, time), weights);
        return sum(pieces.get(step), weights, starts.get(step)[1]);
    }

    private double theta(int step, double time) {
        return (time - starts.get(step)[0]) / starts.get(step)[1];
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
        double sign = starts.get(0)[1] < 0 ? -1 : 1;
        if (!(sign * time >= sign * from() && sign * time <= sign * to())) {
            throw new IllegalArgumentException(
                    "time " + time + " is outside the solution, which goes from " + from() + " to " + to());
        }
        int low = 0;
        int high = starts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (sign * starts.get(middle)[0] <= sign * time) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
