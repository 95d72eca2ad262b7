package org.nde4j.core.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Field;
import org.nde4j.core.solve.Ledger;
import org.nde4j.core.solve.Outcome;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.work.Workers;

/**
 * Solves many trajectories, each by itself: its steps follow its own errors, its events stop nobody else, and one that
 * fails is one failed outcome among others. Threads take the trajectories as they get free; what they compute does not
 * depend on which does which.
 *
 * @param solve how each is solved
 */
public record Ensemble(Solve solve) {
    private static final int LOTS_PER_THREAD = 8; // short enough to end together, long enough not to be noticed

    /**
     * Solves with the same parameters for all.
     *
     * @param workers the threads
     * @param field the field
     * @param from where they start
     * @param to where they end
     * @param starts the states, [N, n]
     * @param parameters one array for each parameter of the field
     * @return an outcome for each, in order
     */
    public List<Outcome> run(
            Workers workers, Field field, double from, double to, Array starts, double[]... parameters) {
        return run(workers, field, from, to, starts, i -> parameters);
    }

    /**
     * Solves with parameters for each.
     *
     * @param workers the threads
     * @param field the field
     * @param from where they start
     * @param to where they end
     * @param starts the states, [N, n]
     * @param parameters for trajectory i one array for each parameter of the field; called from several threads
     * @return an outcome for each, in order
     */
    public List<Outcome> run(
            Workers workers, Field field, double from, double to, Array starts, IntFunction<double[][]> parameters) {
        if (starts.shape().rank() != 2 || starts.shape().dim(1) != field.size()) {
            throw new IllegalArgumentException("the starts have shape " + starts.shape() + ", the field has "
                    + field.size() + " states; give one row for each trajectory, such as "
                    + Shape.of(2, field.size()) + " for two");
        }
        int count = starts.shape().dim(0);
        int lot = Math.max(1, count / (LOTS_PER_THREAD * workers.threads()));
        ConcurrentLinkedQueue<Solve.Bench> idle = new ConcurrentLinkedQueue<>();
        List<Callable<List<Outcome>>> lots = new ArrayList<>();
        for (int first = 0; first < count; first += lot) {
            int begin = first;
            int end = Math.min(count, first + lot);
            lots.add(() -> {
                Solve.Bench waiting = idle.poll();
                Solve.Bench bench = waiting == null ? solve.open(field, 1) : waiting;
                List<Outcome> outcomes = new ArrayList<>();
                for (int i = begin; i < end; i++) {
                    double[] start = Arrays.copyOfRange(starts.values(), i * field.size(), (i + 1) * field.size());
                    Ledger ledger = new Ledger(solve.checkpoints());
                    outcomes.add(bench.run(from, to, start, ledger, parameters.apply(i)));
                }
                idle.add(bench);
                return outcomes;
            });
        }
        List<Outcome> all = new ArrayList<>(count);
        workers.all(lots).forEach(all::addAll);
        return all;
    }
}
