package org.nde4j.core.adjoint;

import org.nde4j.core.equation.Field;
import org.nde4j.core.solve.GridSolve;
import org.nde4j.core.solve.Ledger;
import org.nde4j.core.solve.Output;

/**
 * A {@link GridSolve} and its exact gradient, for whoever walks through many batches of trajectories: times, starts and
 * parameters change from call to call, the buffers stay. One per thread.
 */
public final class GridGradient {
    private final GridSolve.Bench ahead;
    private final Backward back;
    private final Ledger ledger;
    private double[][] parameters;

    /**
     * The bench.
     *
     * @param grid the recipe, with times of the right shape
     * @param field the field
     * @param checkpoints how many states to keep, at least 2
     */
    public GridGradient(GridSolve grid, Field field, int checkpoints) {
        Tape tape = new Tape(grid.solver(), field, grid.batch(), Output.STATE, checkpoints);
        ahead = grid.open(field, tape);
        back = new Backward(grid.solver(), field, grid.batch(), checkpoints, tape);
        ledger = new Ledger(checkpoints);
    }

    /**
     * Solves.
     *
     * @param times for each trajectory its points
     * @param start the states at the first points, [B, n]
     * @param weights one array for each parameter of the field
     * @return the states at all points, [L, B, n], the start first
     */
    public double[] solve(double[][] times, double[] start, double[][] weights) {
        parameters = weights;
        ahead.at(times);
        return ahead.run(start, ledger, weights);
    }

    /**
     * Pulls cotangents of the states of the last solve back.
     *
     * @param cotangents of all states, [L, B, n]
     * @return the cotangent of the start, then those of the parameters
     */
    public double[][] pull(double[] cotangents) {
        Backward.Gradient gradient = back.pull(ledger, true, cotangents, parameters);
        double[][] all = new double[1 + parameters.length][];
        all[0] = gradient.start();
        System.arraycopy(gradient.parameters(), 0, all, 1, parameters.length);
        return all;
    }
}
