package org.nde4j.symbolic.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.nde4j.core.model.NeuralOde;
import org.nde4j.core.model.Smooth;
import org.nde4j.core.random.Streams;
import org.nde4j.core.work.Journal;
import org.nde4j.core.work.Workers;

/**
 * Several networks trained on the same data, and what they say together about the field along the data: their mean is
 * what is regressed, their spread how far to trust it.
 *
 * @param members the networks
 * @param points the sampled states, [rows][n]
 * @param slopes the mean of the members there, [rows][n]
 * @param spread the standard deviation of the members there, [rows][n]
 */
record Teacher(List<NeuralOde.Trained> members, double[][] points, double[][] slopes, double[][] spread) {
    private static final int FINE = 8; // places between two measurements where a point may be

    /** Trains the members and samples their fields. */
    static Teacher train(
            DistillSettings settings, Smooth smooth, Known known, long seed, Workers workers, Journal journal) {
        List<Callable<NeuralOde.Trained>> tasks = new ArrayList<>();
        for (int i = 0; i < settings.members(); i++) {
            long own = Streams.of(seed).stream("member", i).nextLong();
            Journal part = journal.scoped("member-" + i);
            tasks.add(() -> settings.network().train(smooth, known.field(), known.complete(), own, part));
        }
        List<NeuralOde.Trained> members = workers.all(tasks);
        double[][] points =
                sample(smooth, settings.samples(), settings.network().positive());
        int n = smooth.series().states();
        double[][] mean = new double[points.length][n];
        double[][] square = new double[points.length][n];
        for (NeuralOde.Trained member : members) {
            double[][] slopes = member.slopes(points);
            for (int i = 0; i < points.length; i++) {
                for (int s = 0; s < n; s++) {
                    mean[i][s] += slopes[i][s] / members.size();
                    square[i][s] += slopes[i][s] * slopes[i][s] / members.size();
                }
            }
        }
        for (int i = 0; i < points.length; i++) {
            for (int s = 0; s < n; s++) {
                square[i][s] = Math.sqrt(Math.max(0, square[i][s] - mean[i][s] * mean[i][s]));
            }
        }
        return new Teacher(members, points, mean, square);
    }

    /*
     * Points along the smooth curves, evenly spaced over all trajectories together: half by time, half by the way that
     * was gone, so that neither where a system rests nor where it rushes is left out.
     */
    private static double[][] sample(Smooth smooth, int count, boolean positive) {
        double[] unit = smooth.deviation();
        List<double[]> fine = new ArrayList<>();
        List<Double> lengths = new ArrayList<>();
        List<Double> ways = new ArrayList<>();
        for (int k = 0; k < smooth.series().trajectories().size(); k++) {
            double[] times = smooth.series().trajectories().get(k).times();
            for (int i = 1; i < times.length; i++) {
                for (int j = 0; j < FINE; j++) {
                    double step = (times[i] - times[i - 1]) / FINE;
                    double[] y = smooth.states(k, times[i - 1] + (j + 0.5) * step);
                    double[] slope = smooth.slopes(k, times[i - 1] + (j + 0.5) * step);
                    double speed = 0;
                    for (int s = 0; s < y.length; s++) {
                        speed += slope[s] * slope[s] / unit[s] / unit[s];
                    }
                    fine.add(y);
                    lengths.add(step);
                    ways.add(step * Math.sqrt(speed));
                }
            }
        }
        double time = lengths.stream().mapToDouble(v -> v).sum();
        double way =
                Math.max(Double.MIN_NORMAL, ways.stream().mapToDouble(v -> v).sum());
        List<double[]> points = new ArrayList<>();
        double due = 0.5;
        double passed = 0;
        for (int i = 0; i < fine.size(); i++) {
            passed += count * 0.5 * (lengths.get(i) / time + ways.get(i) / way);
            if (passed >= due) {
                due += Math.max(1, Math.floor(passed - due) + 1);
                if (!positive || Arrays.stream(fine.get(i)).allMatch(v -> v > 0)) {
                    points.add(fine.get(i));
                }
            }
        }
        return points.toArray(double[][]::new);
    }

    /** What the members say of a state at all points, [rows]; a new array. */
    double[] slopes(int state) {
        return Arrays.stream(slopes).mapToDouble(row -> row[state]).toArray();
    }

    /** The points, [n][rows]. */
    double[][] columns() {
        return IntStream.range(0, points[0].length)
                .mapToObj(s -> Arrays.stream(points).mapToDouble(row -> row[s]).toArray())
                .toArray(double[][]::new);
    }

    /** The share of the variance of the members' mean that a system explains, least over the states. */
    double agreement(EquationSystem system) {
        double[][] theirs = NeuralOde.slopes(system.field(), system.parameters(), points);
        double least = 1;
        for (int s = 0; s < points[0].length; s++) {
            double mean = 0;
            for (double[] row : slopes) {
                mean += row[s] / slopes.length;
            }
            double error = 0;
            double total = 0;
            for (int i = 0; i < slopes.length; i++) {
                double e = theirs[i][s] - slopes[i][s];
                double d = slopes[i][s] - mean;
                error += e * e;
                total += d * d;
            }
            least = Math.min(least, total > 0 ? 1 - error / total : 1);
        }
        return least;
    }

    /** The weight of each point in the regression of a state: one over the variance of the members, bounded. */
    double[] weights(int state) {
        double size = 0;
        for (double[] row : slopes) {
            size += row[state] * row[state] / slopes.length;
        }
        double[] weights = new double[points.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 / (spread[i][state] * spread[i][state] + 1e-3 * size + 1e-300);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= weights.length / sum;
        }
        return weights;
    }
}
