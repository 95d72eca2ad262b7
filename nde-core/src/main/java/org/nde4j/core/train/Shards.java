package org.nde4j.core.train;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.nde4j.core.work.Workers;

/**
 * The mean of several objectives, worked on by several threads: the shards of a batch, or trajectories of different
 * lengths. Losses and gradients are added in the order of the shards, so the number of threads does not change a bit.
 */
public final class Shards implements Objective {
    private final Workers workers;
    private final List<Objective> shards;
    private double[][][] gradients; // by shard

    /**
     * The mean of these objectives.
     *
     * @param workers the threads
     * @param shards at least one, no two of them sharing a buffer
     */
    public Shards(Workers workers, List<? extends Objective> shards) {
        if (shards.isEmpty()) {
            throw new IllegalArgumentException("there are no shards; give at least one objective");
        }
        this.workers = workers;
        this.shards = List.copyOf(shards);
    }

    @Override
    public double gradient(long step, double[][] parameters, double[][] total) {
        if (gradients == null) {
            gradients = shards.stream().map(s -> like(parameters)).toArray(double[][][]::new);
        }
        List<Double> losses = all(i -> shards.get(i).gradient(step, parameters, gradients[i]));
        for (int k = 0; k < total.length; k++) {
            for (int j = 0; j < total[k].length; j++) {
                total[k][j] = mean(k, j);
            }
        }
        return mean(losses);
    }

    @Override
    public double validate(double[][] parameters) {
        return mean(all(i -> shards.get(i).validate(parameters)));
    }

    private List<Double> all(IntToDoubleFunction task) {
        return workers.all(IntStream.range(0, shards.size())
                .mapToObj(i -> (Callable<Double>) () -> task.applyAsDouble(i))
                .toList());
    }

    private double mean(int parameter, int element) {
        double sum = 0;
        for (double[][] g : gradients) {
            sum += g[parameter][element];
        }
        return sum / shards.size();
    }

    private static double mean(List<Double> numbers) {
        double sum = 0;
        for (double x : numbers) {
            sum += x;
        }
        return sum / numbers.size();
    }

    private static double[][] like(double[][] parameters) {
        return Arrays.stream(parameters).map(p -> new double[p.length]).toArray(double[][]::new);
    }
}
