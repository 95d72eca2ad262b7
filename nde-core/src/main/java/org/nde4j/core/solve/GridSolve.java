package org.nde4j.core.solve;

import java.util.Arrays;
import org.nde4j.core.equation.Field;

/**
 * Many trajectories side by side, each on time points of its own: between neighboring points every trajectory takes the
 * same number of equal steps. What measured series with irregular times are trained on.
 *
 * @param solver the method
 * @param times for each trajectory its time points, strictly monotone; shorter ones end with NaN, and stay where they
 *     are from there on
 * @param substeps how many steps between two points, at least 1
 */
public record GridSolve(Solver solver, double[][] times, int substeps) {
    /** Checks the times. */
    public GridSolve {
        int points = times[0].length;
        for (int i = 0; i < times.length; i++) {
            if (times[i].length != points || points < 1 || Double.isNaN(times[i][0])) {
                throw new IllegalArgumentException("trajectory " + i + " has " + times[i].length
                        + " time points, the first has " + points + "; give all the same number, padded with NaN");
            }
        }
        if (substeps < 1) {
            throw new IllegalArgumentException("substeps must be at least 1, got " + substeps);
        }
    }

    /** The number of trajectories, B. */
    public int batch() {
        return times.length;
    }

    /** The number of time points, L. */
    public int points() {
        return times[0].length;
    }

    /** A bench for a field. */
    public Bench open(Field field) {
        return open(field, Recording.NONE);
    }

    /** A bench for a field, whose steps are recorded. */
    public Bench open(Field field, Recording recording) {
        return new Bench(this, field, recording);
    }

    /** The loop, with its buffers. One per thread. */
    public static final class Bench {
        private final GridSolve grid;
        private final ProgramStepper stepper;
        private final double[][] starts;
        private final double[][] lengths;

        private Bench(GridSolve grid, Field field, Recording recording) {
            this.grid = grid;
            this.stepper = new ProgramStepper(grid.solver, field, grid.batch(), Output.STATE, recording);
            int steps = (grid.points() - 1) * grid.substeps;
            starts = new double[steps][grid.batch()];
            lengths = new double[steps][grid.batch()];
            at(grid.times);
        }

        /** Solves at other times from now on, as many trajectories with as many points. */
        public void at(double[][] times) {
            for (int row = 0; row < grid.batch(); row++) {
                divide(row, times[row]);
            }
        }

        private void divide(int row, double[] points) {
            double stays = points[0];
            for (int k = 1, step = 0; k < points.length; k++) {
                double h = (points[k] - points[k - 1]) / grid.substeps;
                for (int j = 0; j < grid.substeps; j++, step++) {
                    boolean moves = !Double.isNaN(points[k]);
                    starts[step][row] = moves ? points[k - 1] + j * h : stays;
                    lengths[step][row] = moves ? h : 0;
                }
                stays = Double.isNaN(points[k]) ? stays : points[k];
            }
        }

        /**
         * Solves.
         *
         * @param start the states at the first time points, [B, n]
         * @param ledger cleared and written
         * @param parameters one array for each parameter of the field
         * @return the states at all points, [L, B, n], the start first
         */
        public double[] run(double[] start, Ledger ledger, double[]... parameters) {
            int size = start.length;
            double[] states = Arrays.copyOf(start, grid.points() * size);
            ledger.clear();
            stepper.parameters(parameters);
            if (starts.length > 0) {
                stepper.start(starts[0], start);
            }
            for (int step = 0; step < starts.length; step++) {
                ledger.step(starts[step], lengths[step], stepper.state(), stepper.memory());
                stepper.attempt(lengths[step]);
                stepper.accept();
                if ((step + 1) % grid.substeps == 0) {
                    ledger.save(1);
                    System.arraycopy(stepper.state(), 0, states, (step + 1) / grid.substeps * size, size);
                }
            }
            return states;
        }
    }
}
