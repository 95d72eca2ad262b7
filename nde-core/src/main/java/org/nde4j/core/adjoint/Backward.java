package org.nde4j.core.adjoint;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.nde4j.core.calculus.Calculus;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Workspace;
import org.nde4j.core.solve.Ledger;
import org.nde4j.core.solve.Solver;
import org.nde4j.core.solve.Step;
import org.nde4j.core.solve.Stepper;

/**
 * The exact gradient of what a solve computed: the transposed step program, walked backwards over the ledger. Nothing
 * here knows the method. One per thread.
 */
final class Backward {
    private final Solver solver;
    private final Field field;
    private final int batch;
    private final Replay replay;
    private final Workspace slope;
    private final double[] start;
    private final double[] length;
    private final double[] weights;
    private final Reverse plain;
    private Reverse dense;

    Backward(Solver solver, Field field, int batch, int checkpoints) {
        this.solver = solver;
        this.field = field;
        this.batch = batch;
        this.replay = new Replay(new Stepper(solver, field, batch, Solver.Output.STATE), checkpoints);
        Program derivative =
                Calculus.vjp(field.program(batch), wrt(1, field.parameters().size()));
        this.slope = new Workspace(derivative.keeping(
                IntStream.range(1, derivative.outputs().size()).toArray()));
        this.start = new double[batch];
        this.length = new double[batch];
        this.weights = new double[solver.pieces()];
        this.plain = new Reverse(solver.step(field, batch, Solver.Output.STATE));
    }

    /* The numbers of the state (and the derivative) and of all parameters among the inputs of a program. */
    private static int[] wrt(int first, int parameters) {
        return IntStream.range(first, first + 1 + parameters).toArray();
    }

    /** The transposed step: cotangents of its outputs in, cotangents of state, derivative and parameters out. */
    private final class Reverse {
        private final Workspace bench;
        private final int firstCotangent;
        private final int pieces;

        Reverse(Step step) {
            int outputs = step.program().outputs().size();
            Program vjp =
                    Calculus.vjp(step.program(), wrt(2, 1 + field.parameters().size()));
            bench = new Workspace(
                    vjp.keeping(IntStream.range(outputs, vjp.outputs().size()).toArray()));
            firstCotangent = step.program().inputs().size();
            pieces = outputs - 2;
        }

        double[] cotangent(int output) {
            return bench.input(firstCotangent + output);
        }

        void clearPieces() {
            for (int i = 0; i < pieces; i++) {
                Arrays.fill(cotangent(2 + i), 0);
            }
        }
    }

    /** What a pull computed and how much it took. */
    record Gradient(double[] start, double[][] parameters, int mostStored, long recomputed) {}

    /**
     * Pulls cotangents of saved states back to the start and the parameters.
     *
     * @param ledger of the solve, with checkpoints
     * @param saved cotangents of all saved states one after another, the last {@code ledger.saves()} of which lie in
     *     steps; at most one before them is the start itself
     * @param parameters the parameters of the solve
     */
    Gradient pull(Ledger ledger, double[] saved, double[][] parameters) {
        int size = batch * field.size();
        double[] state = new double[size];
        double[] derivative = new double[size];
        double[][] gradients = new double[parameters.length][];
        Arrays.setAll(gradients, i -> new double[parameters[i].length]);
        int offset = saved.length / size - ledger.saves();
        int save = ledger.saves() - 1;
        if (ledger.steps() > 0) {
            replay.open(ledger, parameters);
        }
        for (int step = ledger.steps() - 1; step >= 0; step--) {
            int first = save;
            boolean inside = false;
            while (first >= 0 && ledger.saveStep(first) == step) {
                inside |= ledger.saveTheta(first) != 1;
                first--;
            }
            Reverse reverse = inside ? dense() : plain;
            System.arraycopy(state, 0, reverse.cotangent(0), 0, size);
            System.arraycopy(derivative, 0, reverse.cotangent(1), 0, size);
            reverse.clearPieces();
            for (; save > first; save--) {
                weigh(reverse, ledger.saveTheta(save), saved, (offset + save) * size, size);
            }
            replay.to(step);
            run(reverse, ledger, step, parameters);
            System.arraycopy(reverse.bench.output(0), 0, state, 0, size);
            System.arraycopy(reverse.bench.output(1), 0, derivative, 0, size);
            accumulate(reverse.bench, 2, gradients);
        }
        if (ledger.steps() > 0) {
            startDerivative(state, derivative, gradients, parameters);
        }
        for (int i = 0; i < offset * size; i++) {
            state[i % size] += saved[i];
        }
        return new Gradient(state, gradients, replay.most(), replay.recomputed());
    }

    private Reverse dense() {
        if (dense == null) {
            dense = new Reverse(solver.step(field, batch, Solver.Output.DENSE));
        }
        return dense;
    }

    private void weigh(Reverse reverse, double theta, double[] saved, int from, int size) {
        if (theta == 1) {
            axpy(1, saved, from, reverse.cotangent(0), size);
            return;
        }
        solver.interpolate(theta, weights);
        for (int j = 0; j < weights.length; j++) {
            axpy(weights[j], saved, from, reverse.cotangent(2 + j), size);
        }
    }

    private static void axpy(double a, double[] x, int from, double[] y, int size) {
        for (int i = 0; i < size; i++) {
            y[i] = Math.fma(a, x[from + i], y[i]);
        }
    }

    private void run(Reverse reverse, Ledger ledger, int step, double[][] parameters) {
        Workspace bench = reverse.bench;
        ledger.rows(step, start, length);
        bench.bind(0, start);
        bench.bind(1, length);
        bench.bind(2, replay.state());
        bench.bind(3, replay.derivative());
        for (int i = 0; i < parameters.length; i++) {
            bench.bind(Step.PARAMETERS + i, parameters[i]);
        }
        bench.run();
    }

    private static void accumulate(Workspace bench, int first, double[][] gradients) {
        for (int i = 0; i < gradients.length; i++) {
            axpy(1, bench.output(first + i), 0, gradients[i], gradients[i].length);
        }
    }

    /* The derivative at the very start was evaluated there, so its cotangent goes to the start. */
    private void startDerivative(double[] state, double[] derivative, double[][] gradients, double[][] parameters) {
        slope.bind(0, start);
        slope.bind(1, replay.state());
        for (int i = 0; i < parameters.length; i++) {
            slope.bind(2 + i, parameters[i]);
        }
        slope.bind(2 + parameters.length, derivative);
        slope.run();
        axpy(1, slope.output(0), 0, state, state.length);
        accumulate(slope, 1, gradients);
    }
}
