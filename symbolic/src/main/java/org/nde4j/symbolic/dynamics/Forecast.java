package org.nde4j.symbolic.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.equation.Field;
import org.nde4j.core.solve.Ledger;
import org.nde4j.core.solve.Outcome;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.SaveAt;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.explicit.Tsit5;
import org.nde4j.core.train.Trajectory;

/**
 * What a field says about every trajectory of a split: solved from its start over all its times, the held-out ones
 * included.
 */
final class Forecast {
    private static final int MOST_STEPS = 20_000;

    private final Split split;
    private final double[] unit;
    private final List<double[][]> predictions = new ArrayList<>(); // NaN from where the solve failed

    /**
     * Forecasts.
     *
     * @param field the field
     * @param parameters its parameters
     * @param starts the start of each trajectory
     * @param split the data
     * @param unit the deviation of each state, which sets the tolerance and the unit of errors
     */
    Forecast(Field field, double[][] parameters, double[][] starts, Split split, double[] unit) {
        this.split = split;
        this.unit = unit;
        for (int k = 0; k < starts.length; k++) {
            Trajectory trajectory = split.series().trajectories().get(k);
            predictions.add(solve(field, parameters, starts[k], trajectory.times(), 1e-8));
        }
    }

    /**
     * Solves from a start over given times.
     *
     * @return the states [times][n]; NaN from where the solve failed
     */
    static double[][] solve(Field field, double[][] parameters, double[] start, double[] times, double tolerance) {
        double[][] states = new double[times.length][field.size()];
        Arrays.stream(states).forEach(row -> Arrays.fill(row, Double.NaN));
        Solve solve = Solve.with(new Tsit5(), PidController.of(tolerance, tolerance))
                .saving(SaveAt.times(times))
                .atMost(MOST_STEPS);
        Outcome outcome = solve.open(field, 1).run(times[0], times[times.length - 1], start, new Ledger(0), parameters);
        double[][] saved = outcome.solution().states();
        System.arraycopy(saved, 0, states, 0, Math.min(saved.length, states.length));
        return states;
    }

    /** The states that are forecast for a trajectory, [times][n]. */
    double[][] states(int trajectory) {
        return predictions.get(trajectory);
    }

    /**
     * The sum of squared errors and their number of one part of the data, for each state.
     *
     * @param deviations the unit of the error of every measurement, [trajectory][times][n]
     */
    Squares[] squares(String part, double[][][] deviations) {
        double[] sums = new double[unit.length];
        int[] counts = new int[unit.length];
        for (int k = 0; k < predictions.size(); k++) {
            double[][] measured = split.series().trajectories().get(k).values();
            for (int i = 0; i < measured.length; i++) {
                for (int s = 0; s < unit.length && part.equals(split.part(k, i)); s++) {
                    if (!Double.isNaN(measured[i][s])) {
                        double error = (predictions.get(k)[i][s] - measured[i][s]) / deviations[k][i][s];
                        sums[s] += error * error;
                        counts[s]++;
                    }
                }
            }
        }
        Squares[] squares = new Squares[unit.length];
        Arrays.setAll(squares, s -> new Squares(Double.isNaN(sums[s]) ? Double.POSITIVE_INFINITY : sums[s], counts[s]));
        return squares;
    }

    /** A sum of squares of so many errors. */
    record Squares(double sum, int count) {
        double mean() {
            return count == 0 ? 0 : sum / count;
        }

        static Squares together(Squares[] all) {
            return new Squares(
                    Arrays.stream(all).mapToDouble(Squares::sum).sum(),
                    Arrays.stream(all).mapToInt(Squares::count).sum());
        }
    }

    /**
     * The share of the variance that is explained, of given parts of the data together: 1 minus the squared errors over
     * the squared deviations from the mean of the training data, both in units of each state's deviation. NaN where
     * there are no such data, minus infinity where the solve failed.
     */
    double r2(String... parts) {
        double errors = 0;
        double total = 0;
        double[] mean = trainingMean();
        for (int k = 0; k < predictions.size(); k++) {
            double[][] measured = split.series().trajectories().get(k).values();
            for (int i = 0; i < measured.length; i++) {
                if (!Arrays.asList(parts).contains(split.part(k, i))) {
                    continue;
                }
                for (int s = 0; s < mean.length; s++) {
                    if (!Double.isNaN(measured[i][s])) {
                        double error = (predictions.get(k)[i][s] - measured[i][s]) / unit[s];
                        double spread = (measured[i][s] - mean[s]) / unit[s];
                        errors += error * error;
                        total += spread * spread;
                    }
                }
            }
        }
        return total == 0 ? Double.NaN : Double.isNaN(errors) ? Double.NEGATIVE_INFINITY : 1 - errors / total;
    }

    private double[] trainingMean() {
        double[] mean = new double[unit.length];
        for (int s = 0; s < mean.length; s++) {
            int state = s;
            mean[s] = IntStream.range(0, predictions.size())
                    .mapToObj(k -> IntStream.range(0, predictions.get(k).length)
                            .filter(i -> split.part(k, i).equals("train"))
                            .mapToDouble(
                                    i -> split.series().trajectories().get(k).values()[i][state]))
                    .flatMapToDouble(x -> x)
                    .filter(v -> !Double.isNaN(v))
                    .average()
                    .orElse(0);
        }
        return mean;
    }
}
