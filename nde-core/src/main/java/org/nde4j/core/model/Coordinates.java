package org.nde4j.core.model;

import java.util.Arrays;
import org.nde4j.core.array.Shape;
import org.nde4j.core.kernel.Elementary;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * The units in which a network sees a system: states shifted and scaled to order one, of their logarithms where they
 * are positive by nature, and derivatives scaled to order one too. What a network says in them is translated back, so
 * that a field made of it speaks the units of the data.
 *
 * @param logarithmic whether states are positive and seen by their logarithms
 * @param center the middle of each state (or of its logarithm)
 * @param spread the standard deviation of each state (or of its logarithm), positive
 * @param rate the size of the derivative of each scaled state, positive
 * @param silent the states about whose derivative the network has nothing to say
 */
public record Coordinates(boolean logarithmic, double[] center, double[] spread, double[] rate, boolean[] silent) {
    /** Values that change less than this part of their size are taken as constant. */
    private static final double CONSTANT = 1e-12;

    /**
     * The coordinates in which given states have mean 0 and deviation 1, and given slopes root mean square 1.
     *
     * @param states [rows][n]
     * @param slopes [rows][n], of the states themselves
     * @param logarithmic whether to take logarithms; all states must then be positive
     */
    public static Coordinates of(double[][] states, double[][] slopes, boolean logarithmic) {
        int n = states[0].length;
        double[] center = new double[n];
        double[] spread = new double[n];
        double[] rate = new double[n];
        for (int s = 0; s < n; s++) {
            double[] x = column(states, s);
            double[] v = column(slopes, s);
            if (logarithmic) {
                for (int i = 0; i < x.length; i++) {
                    v[i] /= x[i];
                    x[i] = Elementary.log(x[i]);
                }
            }
            center[s] = Arrays.stream(x).sum() / x.length;
            spread[s] = size(x, center[s]);
            spread[s] = spread[s] > CONSTANT * Math.abs(center[s]) ? spread[s] : 1;
            rate[s] = size(v, 0) / spread[s];
            rate[s] = rate[s] > 0 ? rate[s] : 1;
        }
        return new Coordinates(logarithmic, center, spread, rate, new boolean[n]);
    }

    /** The same with the network silent about some states. */
    public Coordinates silencing(boolean[] states) {
        return new Coordinates(logarithmic, center, spread, rate, states);
    }

    private static double[] column(double[][] rows, int s) {
        return Arrays.stream(rows).mapToDouble(row -> row[s]).toArray();
    }

    private static double size(double[] x, double about) {
        return Math.sqrt(Arrays.stream(x).map(v -> (v - about) * (v - about)).sum() / x.length);
    }

    /** The scaled states [B, n] of states [B, n]. */
    public Value scaled(Trace t, Value y) {
        Value x = logarithmic ? t.log(y) : y;
        return t.div(t.sub(x, row(t, center, y)), row(t, spread, y));
    }

    /** The derivative [B, n] of states [B, n] whose scaled derivative a network gave in units of the rate. */
    public Value derivative(Trace t, Value network, Value y) {
        double[] unit = new double[rate.length];
        Arrays.setAll(unit, s -> silent[s] ? 0 : rate[s] * spread[s]);
        Value slope = t.mul(network, row(t, unit, y));
        return logarithmic ? t.mul(slope, y) : slope;
    }

    /** What a network should give for a derivative of a state. */
    double target(double slope, double state, int s) {
        return silent[s] ? 0 : slope / (rate[s] * spread[s]) / (logarithmic ? state : 1);
    }

    private static Value row(Trace t, double[] numbers, Value like) {
        Value[] parts =
                Arrays.stream(numbers).mapToObj(v -> t.fill(v, Shape.of(1))).toArray(Value[]::new);
        return t.spread(t.concat(0, parts), like.shape(), 1);
    }
}
