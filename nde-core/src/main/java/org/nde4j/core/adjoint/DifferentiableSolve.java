package org.nde4j.core.adjoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Differentiable;
import org.nde4j.core.solve.GridSolve;
import org.nde4j.core.solve.Ledger;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.SaveAt;
import org.nde4j.core.solve.Solution;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.SolveFailed;
import org.nde4j.core.solve.Solver;

/**
 * A solve that can be differentiated: from the start [B, n] and the parameters of the field to the saved states
 * [S, B, n].
 *
 * <p>The gradient is that of the numbers that were computed, to rounding: the discrete adjoint, with the steps taken as
 * they were. Memory is bounded by the number of checkpoints, not of steps; what is missing is computed again.
 *
 * <p>P. Kidger, <em>On Neural Differential Equations</em>, 2021, section 5.1.1 (discretize-then-optimize).
 */
public final class DifferentiableSolve implements Differentiable {
    /** How many states are kept unless something else is asked for. */
    public static final int CHECKPOINTS = 64;

    private final Field field;
    private final int batch;
    private final int saves;
    private final int checkpoints;
    private final Function<Tape, Forward> forward;
    private final Supplier<Tape> tapes;
    private final Function<Tape, Backward> backward;
    private final ConcurrentLinkedQueue<Bench> idle = new ConcurrentLinkedQueue<>();

    private DifferentiableSolve(
            Solver solver,
            Field field,
            int batch,
            int saves,
            int checkpoints,
            Output output,
            Function<Tape, Forward> forward) {
        this.field = field;
        this.batch = batch;
        this.saves = saves;
        this.checkpoints = checkpoints;
        this.forward = forward;
        this.tapes = () -> new Tape(solver, field, batch, output, checkpoints);
        this.backward = tape -> new Backward(solver, field, batch, checkpoints, tape);
    }

    /**
     * A solve with one step length for all trajectories.
     *
     * @param solve the recipe, saving at times or at the end; its checkpoints, or {@link #CHECKPOINTS} if it has none
     * @param field the field
     * @param batch the number of trajectories, B
     * @param from where it starts
     * @param to where it ends
     */
    public static DifferentiableSolve of(Solve solve, Field field, int batch, double from, double to) {
        if (!solve.events().isEmpty() || solve.stops().jumps().length > 0) {
            throw new IllegalArgumentException(
                    "a solve with events or jumps cannot be differentiated as a whole: the times of "
                            + "its events depend on start and parameters; solve from one to the next without them");
        }
        int saves;
        if (solve.saveAt() instanceof SaveAt.Times given) {
            saves = given.times().length;
        } else if (solve.saveAt() instanceof SaveAt.End) {
            saves = 1;
        } else {
            throw new IllegalArgumentException("a differentiable solve saves at given times or at the end, not "
                    + solve.saveAt() + "; its number of outputs must be known beforehand");
        }
        int checkpoints = solve.checkpoints() == 0 ? CHECKPOINTS : solve.checkpoints();
        boolean dense = solve.saveAt() instanceof SaveAt.Times;
        Output output = dense ? Output.DENSE : Output.STATE;
        return new DifferentiableSolve(solve.solver(), field, batch, saves, checkpoints, output, tape -> {
            Solve.Bench bench = solve.open(field, batch, tape);
            return (start, ledger, parameters) -> {
                Solution solution =
                        bench.run(from, to, start, ledger, parameters).orThrow();
                double[] all = new double[saves * start.length];
                for (int i = 0; i < saves; i++) {
                    System.arraycopy(solution.states()[i], 0, all, i * start.length, start.length);
                }
                return all;
            };
        });
    }

    /**
     * A solve in which each trajectory has time points of its own; all points are saved, the start first.
     *
     * @param grid the recipe
     * @param field the field
     * @param checkpoints how many states to keep, at least 2
     */
    public static DifferentiableSolve of(GridSolve grid, Field field, int checkpoints) {
        Output output = Output.STATE;
        return new DifferentiableSolve(
                grid.solver(),
                field,
                grid.batch(),
                grid.points(),
                checkpoints,
                output,
                tape -> grid.open(field, tape)::run);
    }

    /* A solve of either kind: writes the ledger, returns the saved states. */
    @FunctionalInterface
    private interface Forward {
        double[] run(double[] start, Ledger ledger, double[]... parameters);
    }

    private final class Bench {
        private final Tape tape = tapes.get();
        private final Forward ahead = forward.apply(tape);
        private Backward back;
        private Ledger last;

        Backward back() {
            if (back == null) {
                back = backward.apply(tape);
            }
            return back;
        }
    }

    @Override
    public String name() {
        return "solve";
    }

    @Override
    public List<Shape> inputs() {
        List<Shape> shapes = new ArrayList<>(List.of(Shape.of(batch, field.size())));
        shapes.addAll(field.parameters());
        return shapes;
    }

    @Override
    public List<Shape> outputs() {
        return List.of(Shape.of(saves, batch, field.size()));
    }

    /**
     * Solves.
     *
     * @throws SolveFailed if the end is not reached, with the reason and the partial solution
     */
    @Override
    public Result at(double[][] inputs) {
        Bench bench = take();
        Ledger ledger = new Ledger(checkpoints);
        double[][] parameters = Arrays.copyOfRange(inputs, 1, inputs.length);
        bench.last = ledger;
        try {
            double[] states = bench.ahead.run(inputs[0], ledger, parameters);
            return new Result(new double[][] {states}, ledger, parameters, bench);
        } finally {
            idle.add(bench);
        }
    }

    private Bench take() {
        Bench bench = idle.poll();
        return bench == null ? new Bench() : bench;
    }

    /** The saved states, and what the derivative reads. */
    public final class Result implements Evaluation {
        private final double[][] outputs;
        private final Ledger ledger;
        private final double[][] parameters;
        private final Bench home;
        private int mostStored;
        private long recomputed;

        private Result(double[][] outputs, Ledger ledger, double[][] parameters, Bench home) {
            this.outputs = outputs;
            this.ledger = ledger;
            this.parameters = parameters;
            this.home = home;
        }

        @Override
        public double[][] outputs() {
            return outputs;
        }

        /** The steps that were taken. */
        public Ledger ledger() {
            return ledger;
        }

        /** The greatest number of states that the last pull held at once. */
        public int mostStored() {
            return mostStored;
        }

        /** How many steps the last pull computed again, beside those that it transposed. */
        public long recomputed() {
            return recomputed;
        }

        @Override
        public double[][] push(double[][] tangents) {
            throw new UnsupportedOperationException(
                    "a solve has no forward derivative by itself; solve the field's Sensitivity instead");
        }

        @Override
        public double[][] pull(double[][] cotangents) {
            Bench bench = idle.remove(home) ? home : take();
            try {
                boolean taped = bench.last == ledger;
                Backward.Gradient gradient = bench.back().pull(ledger, taped, cotangents[0], parameters);
                mostStored = gradient.mostStored();
                recomputed = gradient.recomputed();
                double[][] all = new double[1 + parameters.length][];
                all[0] = gradient.start();
                System.arraycopy(gradient.parameters(), 0, all, 1, parameters.length);
                return all;
            } finally {
                idle.add(bench);
            }
        }
    }
}
