package org.nde4j.symbolic.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.random.Streams;
import org.nde4j.core.train.TimeSeries;
import org.nde4j.core.train.Trajectory;

/**
 * Who sees which data: what networks and constants are fitted to, what the system is chosen by, and what nobody sees
 * before the end.
 *
 * <p>Of many trajectories some are held out whole; of few, the end of each is, so that holding out means forecasting.
 *
 * @param series all data
 * @param fitted for each trajectory the number of its first points that belong to training
 * @param chosen for each trajectory the number of its first points that belong to training or validation; the others
 *     are the test
 */
public record Split(TimeSeries series, int[] fitted, int[] chosen) {
    private static final int MANY = 6;

    /**
     * The split of a series.
     *
     * @param validation the share of the validation, 0 to below 1
     * @param test the share of the test, 0 to below 1; the two together at most 0.8
     * @param seed decides which of many trajectories are held out
     */
    public static Split of(TimeSeries series, double validation, double test, long seed) {
        if (!(validation >= 0 && test >= 0 && validation + test <= 0.8)) {
            throw new IllegalArgumentException("shares of " + validation + " for validation and " + test
                    + " for the test; they must not be negative, and at most 0.8 together");
        }
        int count = series.trajectories().size();
        int[] length =
                series.trajectories().stream().mapToInt(Trajectory::length).toArray();
        return count >= MANY
                ? byTrajectory(series, length, validation, test, seed)
                : byTime(series, length, validation, test);
    }

    private static Split byTrajectory(TimeSeries series, int[] length, double validation, double test, long seed) {
        int count = length.length;
        int[] order = Streams.of(seed).stream("split").permutation(count);
        int tests = test == 0 ? 0 : Math.max(1, (int) Math.rint(test * count));
        int validations = validation == 0 ? 0 : Math.max(1, (int) Math.rint(validation * count));
        int[] fitted = length.clone();
        int[] chosen = length.clone();
        for (int i = 0; i < tests + validations; i++) {
            fitted[order[i]] = 0;
            chosen[order[i]] = i < tests ? 0 : length[order[i]];
        }
        return new Split(series, fitted, chosen);
    }

    private static Split byTime(TimeSeries series, int[] length, double validation, double test) {
        int[] fitted = new int[length.length];
        int[] chosen = new int[length.length];
        for (int i = 0; i < length.length; i++) {
            int tests = length[i] < 5 ? 0 : (int) Math.rint(test * length[i]);
            int validations = length[i] < 5 ? 0 : (int) Math.rint(validation * length[i]);
            chosen[i] = length[i] - tests;
            fitted[i] = chosen[i] - validations;
        }
        return new Split(series, fitted, chosen);
    }

    /** What networks and constants are fitted to; a trajectory without any such points is left out. */
    public TimeSeries training() {
        return parts(fitted);
    }

    /** What the chosen system is fitted to in the end: training and validation. */
    public TimeSeries known() {
        return parts(chosen);
    }

    private TimeSeries parts(int[] to) {
        List<Trajectory> parts = new ArrayList<>();
        for (int i = 0; i < to.length; i++) {
            if (to[i] > 0) {
                parts.add(series.trajectories().get(i).slice(0, to[i]));
            }
        }
        return series.with(parts);
    }

    /** The same split of at most so many trajectories to fit to and so many others to validate by. */
    Split atMost(int fits, int validations) {
        List<Integer> kept = new ArrayList<>();
        int fit = 0;
        int validation = 0;
        for (int i = 0; i < fitted.length; i++) {
            if (fitted[i] > 0 ? fit++ < fits : chosen[i] > 0 && validation++ < validations) {
                kept.add(i);
            }
        }
        return new Split(
                series.subset(kept),
                kept.stream().mapToInt(i -> fitted[i]).toArray(),
                kept.stream().mapToInt(i -> chosen[i]).toArray());
    }

    /** Whether anything is held out for the choice. */
    public boolean validates() {
        return !Arrays.equals(fitted, chosen);
    }

    /** Whether anything is held out to the end. */
    public boolean tests() {
        return IntStream.range(0, chosen.length)
                .anyMatch(i -> chosen[i] < series.trajectories().get(i).length());
    }

    /** To what a point belongs: train, validation or test. */
    public String part(int trajectory, int point) {
        return point < fitted[trajectory] ? "train" : point < chosen[trajectory] ? "validation" : "test";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Split that
                && series.equals(that.series)
                && Arrays.equals(fitted, that.fitted)
                && Arrays.equals(chosen, that.chosen);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * series.hashCode() + Arrays.hashCode(fitted)) + Arrays.hashCode(chosen);
    }
}
