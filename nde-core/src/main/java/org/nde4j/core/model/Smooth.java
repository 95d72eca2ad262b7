package org.nde4j.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nde4j.core.path.LocalPolynomial;
import org.nde4j.core.train.TimeSeries;
import org.nde4j.core.train.Trajectory;
import org.nde4j.core.train.Window;

/** Smooth curves through every state of every trajectory of a series: states, slopes and noise at any time. */
public final class Smooth {
    private final TimeSeries series;
    private final List<LocalPolynomial[]> curves = new ArrayList<>();

    private Smooth(TimeSeries series) {
        this.series = series;
        for (Trajectory trajectory : series.trajectories()) {
            LocalPolynomial[] row = new LocalPolynomial[series.states()];
            for (int s = 0; s < row.length; s++) {
                double[] values = trajectory.state(s);
                if (Arrays.stream(values).allMatch(Double::isNaN)) {
                    throw new IllegalArgumentException("trajectory " + trajectory.id() + " has no value of "
                            + series.stateNames().get(s) + "; leave out the trajectory or the state");
                }
                row[s] = LocalPolynomial.fit(trajectory.times(), values);
            }
            curves.add(row);
        }
    }

    /** The curves through a series. */
    public static Smooth of(TimeSeries series) {
        return new Smooth(series);
    }

    /** The series that was smoothed. */
    public TimeSeries series() {
        return series;
    }

    /** The states of a trajectory at a time, [n]. */
    public double[] states(int trajectory, double time) {
        return Arrays.stream(curves.get(trajectory))
                .mapToDouble(c -> c.value(time))
                .toArray();
    }

    /** The slopes of a trajectory at a time, [n]. */
    public double[] slopes(int trajectory, double time) {
        return Arrays.stream(curves.get(trajectory))
                .mapToDouble(c -> c.slope(time))
                .toArray();
    }

    /** How far the measurements are off the curves. */
    public Noise noise() {
        int n = series.states();
        double[] floor = new double[n];
        double[] share = new double[n];
        for (int s = 0; s < n; s++) {
            int state = s;
            double[][] errors = curves.stream()
                    .flatMap(row -> Arrays.stream(row[state].errors()))
                    .toArray(double[][]::new);
            double[] likeliest = Noise.likeliest(column(errors, 0), column(errors, 1));
            floor[s] = likeliest[0];
            share[s] = likeliest[1];
        }
        return new Noise(floor, share);
    }

    private static double[] column(double[][] rows, int j) {
        return Arrays.stream(rows).mapToDouble(row -> row[j]).toArray();
    }

    /** The standard deviation of what was measured of each state; 1 where it does not vary. */
    public double[] deviation() {
        double[] deviation = new double[series.states()];
        for (int s = 0; s < deviation.length; s++) {
            int state = s;
            double[] values = series.trajectories().stream()
                    .flatMapToDouble(tr -> Arrays.stream(tr.state(state)))
                    .filter(v -> !Double.isNaN(v))
                    .toArray();
            double mean = Arrays.stream(values).sum() / values.length;
            double square =
                    Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length;
            deviation[s] = square > 0 ? Math.sqrt(square) : 1;
        }
        return deviation;
    }

    /**
     * The standard deviation of every measurement of a trajectory, [times][n], where the smooth curve tells its size.
     *
     * @param noise how far measurements are off
     */
    public double[][] deviations(int trajectory, Noise noise) {
        double[] times = series.trajectories().get(trajectory).times();
        double[][] deviations = new double[times.length][series.states()];
        for (int i = 0; i < times.length; i++) {
            double[] y = states(trajectory, times[i]);
            Arrays.setAll(deviations[i], s -> noise.deviation(s, y[s]));
        }
        return deviations;
    }

    /**
     * Cuts every trajectory into windows of the given number of points, each beginning where the last one ends; the last
     * one of a trajectory may be shorter. Starts are the smooth states.
     *
     * @param points at least 2
     */
    public List<Window> windows(int points) {
        List<Window> windows = new ArrayList<>();
        for (int k = 0; k < series.trajectories().size(); k++) {
            Trajectory trajectory = series.trajectories().get(k);
            for (int from = 0; from == 0 || from < trajectory.length() - 1; from += points - 1) {
                int to = Math.min(trajectory.length(), from + points);
                double[] times = Arrays.copyOf(Arrays.copyOfRange(trajectory.times(), from, to), points);
                Arrays.fill(times, to - from, points, Double.NaN);
                double[][] values = padded(trajectory.values(), from, to, points);
                windows.add(new Window(
                        times, values, states(k, times[0]), to < trajectory.length() ? windows.size() + 1 : -1));
            }
        }
        return windows;
    }

    /**
     * The standard deviations of the measurements in the same windows, [points][n] each, NaN where padded.
     *
     * @param points at least 2
     * @param noise how far measurements are off
     */
    public List<double[][]> windowDeviations(int points, Noise noise) {
        List<double[][]> windows = new ArrayList<>();
        for (int k = 0; k < series.trajectories().size(); k++) {
            double[][] all = deviations(k, noise);
            for (int from = 0; from == 0 || from < all.length - 1; from += points - 1) {
                windows.add(padded(all, from, Math.min(all.length, from + points), points));
            }
        }
        return windows;
    }

    private double[][] padded(double[][] rows, int from, int to, int points) {
        double[][] padded = Arrays.copyOf(Arrays.copyOfRange(rows, from, to), points);
        for (int p = to - from; p < points; p++) {
            padded[p] = new double[series.states()];
            Arrays.fill(padded[p], Double.NaN);
        }
        return padded;
    }
}
