package org.nde4j.symbolic.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.nde4j.core.equation.Field;
import org.nde4j.core.model.NeuralOde;
import org.nde4j.core.model.Smooth;
import org.nde4j.core.random.Streams;
import org.nde4j.core.train.Trajectory;
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

    /** Trains the members and samples their fields. */
    static Teacher train(
            DistillSettings settings, Smooth smooth, Field known, long seed, Workers workers, Journal journal) {
        List<Callable<NeuralOde.Trained>> tasks = new ArrayList<>();
        for (int i = 0; i < settings.members(); i++) {
            long own = Streams.of(seed).stream("member", i).nextLong();
            Journal part = journal.scoped("member-" + i);
            tasks.add(() -> settings.network().train(smooth, known, own, part));
        }
        List<NeuralOde.Trained> members = workers.all(tasks);
        double[][] points = sample(smooth, settings.samples(), settings.network().positive());
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

    /* Points along the smooth curves, evenly spaced in time over all trajectories together: where the data are. */
    private static double[][] sample(Smooth smooth, int count, boolean positive) {
        List<Trajectory> all = smooth.series().trajectories();
        double total = all.stream().mapToDouble(tr -> tr.times()[tr.length() - 1] - tr.times()[0]).sum();
        List<double[]> points = new ArrayList<>();
        double step = total / count;
        double offset = step / 2;
        for (int k = 0; k < all.size(); k++) {
            double[] times = all.get(k).times();
            double length = times[times.length - 1] - times[0];
            for (; offset < length; offset += step) {
                double[] y = smooth.states(k, times[0] + offset);
                boolean inside = !positive || java.util.Arrays.stream(y).allMatch(v -> v > 0);
                if (inside) {
                    points.add(y);
                }
            }
            offset -= length;
        }
        return points.toArray(double[][]::new);
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
