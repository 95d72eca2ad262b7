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

    /** The standard deviation of the noise of each state, over all trajectories. */
    public double[] noise() {
        double[] noise = new double[series.states()];
        for (int s = 0; s < noise.length; s++) {
            double sum = 0;
            for (LocalPolynomial[] row : curves) {
                sum += row[s].noise() * row[s].noise();
            }
            noise[s] = Math.sqrt(sum / curves.size());
        }
        return noise;
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
                boolean more = to < trajectory.length();
                double[] times = new double[points];
                double[][] values = new double[points][series.states()];
                for (int p = 0; p < points; p++) {
                    boolean there = from + p < to;
                    times[p] = there ? trajectory.times()[from + p] : Double.NaN;
                    if (there) {
                        values[p] = trajectory.values()[from + p];
                    } else {
                        Arrays.fill(values[p], Double.NaN);
                    }
                }
                windows.add(new Window(times, values, states(k, times[0]), more ? windows.size() + 1 : -1));
            }
        }
        return windows;
    }
}
