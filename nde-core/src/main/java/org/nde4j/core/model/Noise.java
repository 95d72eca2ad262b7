package org.nde4j.core.model;

import java.util.Arrays;
import org.nde4j.core.kernel.Elementary;

/**
 * How far measurements of each state are off: the standard deviation of a value v is sqrt(floor^2 + (share v)^2), so
 * that instruments that are off by a fixed amount and such that are off by a percentage are both described.
 *
 * @param floor the deviation at zero, for each state, not negative
 * @param share the relative deviation of large values, for each state, not negative
 */
public record Noise(double[] floor, double[] share) {
    private static final double[] RATIOS = {0, 0.3, 1, 3, 10, 30, 100, 1e3, 1e4};
    private static final int MANY = 40; // values, to tell a share from a floor
    private static final double PRICE = 6; // of -2 log likelihood, which a second number has to earn

    /** The standard deviation of a measurement of a state whose value is about this. */
    public double deviation(int state, double value) {
        return Math.hypot(floor[state], share[state] * value);
    }

    /** The same, at least so large everywhere. */
    public Noise atLeast(double[] least) {
        double[] more = floor.clone();
        Arrays.setAll(more, s -> Math.hypot(floor[s], least[s]));
        return new Noise(more, share);
    }

    /** The same times a factor for each state. */
    public Noise times(double[] factor) {
        double[] floors = floor.clone();
        double[] shares = share.clone();
        for (int s = 0; s < factor.length; s++) {
            floors[s] *= factor[s];
            shares[s] *= factor[s];
        }
        return new Noise(floors, shares);
    }

    /**
     * The likeliest floor and share for errors of normal distribution, {floor, share}. The share is zero unless it makes
     * the errors clearly likelier.
     *
     * @param values about which was measured
     * @param errors how far the measurements are off
     */
    static double[] likeliest(double[] values, double[] errors) {
        double square = Arrays.stream(values).map(v -> v * v).sum() / values.length;
        double[] best = {rms(errors), 0};
        double least = Double.POSITIVE_INFINITY;
        for (double ratio : Arrays.copyOf(RATIOS, values.length < MANY ? 1 : RATIOS.length)) {
            double variance = 0;
            double spread = 0;
            for (int i = 0; i < values.length; i++) {
                double relative = 1 + (square > 0 ? ratio * values[i] * values[i] / square : 0);
                variance += errors[i] * errors[i] / relative / values.length;
                spread += Elementary.log(relative);
            }
            double surprise = values.length * Elementary.log(Math.max(variance, 1e-300)) + spread;
            surprise += ratio > 0 ? PRICE : 0;
            if (surprise < least) {
                least = surprise;
                best = new double[] {Math.sqrt(variance), square > 0 ? Math.sqrt(variance * ratio / square) : 0};
            }
        }
        return best;
    }

    private static double rms(double[] errors) {
        return Math.sqrt(Arrays.stream(errors).map(e -> e * e).sum() / Math.max(1, errors.length));
    }
}
