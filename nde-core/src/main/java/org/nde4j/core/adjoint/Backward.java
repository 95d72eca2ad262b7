package org.nde4j.core.adjoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.calculus.Calculus;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.RowWorkspace;
import org.nde4j.core.program.RowWorkspace.Role;
import org.nde4j.core.solve.Ledger;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.ProgramStepper;
import org.nde4j.core.solve.Solver;
import org.nde4j.core.solve.Step;

/**
 * The exact gradient of what a solve computed: the transposed step program, walked backwards over the ledger. Nothing
 * here knows the method. One per thread.
 */
final class Backward {
    private final Solver solver;
    private final Tape tape;
    private final Replay replay;
    private final RowWorkspace ahead;
    private final RowWorkspace back;
    private final RowWorkspace begin;
    private final double[][] spare;
    private final double[] start;
    private final double[] length;
    private final double[] weights;
    private final int size;
    private final int firstCotangent;

    Backward(Solver solver, Field field, int batch, int checkpoints, Tape tape) {
        int rows = ProgramStepper.rows(field, batch);
        int count = field.parameters().size();
        int pieces = tape.output().dense() ? solver.interpolant().pieces() : 0;
        List<Role> inputs = roles(Step.PARAMETERS, Role.ROWS, count, Role.WHOLE);
        List<Role> sums = roles(2, Role.ROWS, count, Role.WHOLE);
        this.solver = solver;
        this.tape = tape;
        this.replay = new Replay(new ProgramStepper(solver, field, batch, Output.STATE), batch, checkpoints);
        this.ahead = new RowWorkspace(tape::ahead, batch, rows, inputs, roles(tape.kept(), Role.TAPE, 0, Role.TAPE));
        List<Role> all = new ArrayList<>(inputs);
        all.addAll(roles(tape.kept(), Role.TAPE, 2 + pieces, Role.ROWS));
        this.back = new RowWorkspace(n -> tape.pullback(n).back(), batch, rows, all, sums);
        List<Role> point = roles(2, Role.ROWS, count, Role.WHOLE);
        point.add(Role.ROWS);
        this.begin = new RowWorkspace(
                n -> begin(solver, field, n), batch, rows, point, roles(1, Role.ROWS, count, Role.WHOLE));
        this.spare = tape.memory();
        this.start = new double[batch];
        this.length = new double[batch];
        this.weights = new double[solver.interpolant().pieces()];
        this.size = batch * field.size();
        this.firstCotangent = Step.PARAMETERS + count + tape.kept();
    }

    private static List<Role> roles(int first, Role one, int then, Role other) {
        List<Role> roles = new ArrayList<>(Collections.nCopies(first, one));
        roles.addAll(Collections.nCopies(then, other));
        return roles;
    }

    /* From (t, y, parameters, cotangent of the carry) to the cotangents of y and the parameters. */
    private static Program begin(Solver solver, Field field, int rows) {
        int[] wrt = IntStream.range(1, 2 + field.parameters().size()).toArray();
        Program carry = Calculus.vjp(solver.start(field, rows), wrt);
        return carry.keeping(IntStream.range(1, carry.outputs().size()).toArray());
    }

    private double[] cotangent(int output) {
        return back.input(firstCotangent + output);
    }

    /** What a pull computed and how much it took. */
    record Gradient(double[] start, double[][] parameters, int mostStored, long recomputed) {}

    /**
     * Pulls cotangents of saved states back to the start and the parameters.
     *
     * @param ledger of the solve, with checkpoints
     * @param taped whether it is the solve that the tape was recorded in
     * @param saved cotangents of all saved states one after another, the last {@code ledger.saves()} of which lie in
     *     steps; at most one before them is the start itself
     * @param parameters the parameters of the solve
     */
    Gradient pull(Ledger ledger, boolean taped, double[] saved, double[][] parameters) {
        double[] state = new double[size];
        double[] carry = new double[replay.carry().length];
        double[][] gradients = new double[parameters.length][];
        Arrays.setAll(gradients, i -> new double[parameters[i].length]);
        int offset = saved.length / size - ledger.saves();
        int save = ledger.saves() - 1;
        if (ledger.steps() > 0) {
            replay.open(ledger, parameters);
        }
        for (int step = ledger.steps() - 1; step >= 0; step--) {
            System.arraycopy(state, 0, cotangent(0), 0, size);
            System.arraycopy(carry, 0, cotangent(1), 0, carry.length);
            for (int i = 2; i < back.inputs() - firstCotangent; i++) {
                Arrays.fill(cotangent(i), 0);
            }
            for (; save >= 0 && ledger.saveStep(save) == step; save--) {
                weigh(ledger.saveTheta(save), saved, (offset + save) * size);
            }
            replay.to(step);
            run(ledger, step, taped, parameters);
            System.arraycopy(back.output(0), 0, state, 0, size);
            System.arraycopy(back.output(1), 0, carry, 0, carry.length);
            accumulate(back, 2, gradients);
        }
        if (ledger.steps() > 0) {
            startCarry(state, carry, gradients, parameters);
        }
        for (int i = 0; i < offset * size; i++) {
            state[i % size] += saved[i];
        }
        return new Gradient(state, gradients, replay.most(), replay.recomputed());
    }

    private void weigh(double theta, double[] saved, int from) {
        if (theta == 1) {
            axpy(1, saved, from, cotangent(0), size);
            return;
        }
        solver.interpolant().weights(theta, weights);
        for (int j = 0; j < weights.length; j++) {
            axpy(weights[j], saved, from, cotangent(2 + j), size);
        }
    }

    private static void axpy(double a, double[] x, int from, double[] y, int size) {
        for (int i = 0; i < size; i++) {
            y[i] = Math.fma(a, x[from + i], y[i]);
        }
    }

    /* Part after part: the values of the way forward from the tape, or computed again, then the way back. */
    private void run(Ledger ledger, int step, boolean taped, double[][] parameters) {
        ledger.rows(step, start, length);
        bind(ahead, parameters);
        bind(back, parameters);
        boolean kept = taped && tape.has(step);
        for (int part = 0; part < back.parts(); part++) {
            double[][] values = kept ? tape.tape(step, part) : spare;
            if (!kept) {
                ahead.run(part, values);
            }
            back.run(part, values);
        }
    }

    private void bind(RowWorkspace bench, double[][] parameters) {
        bench.bind(0, start);
        bench.bind(1, length);
        bench.bind(2, replay.state());
        bench.bind(3, replay.carry());
        for (int i = 0; i < parameters.length; i++) {
            bench.bind(Step.PARAMETERS + i, parameters[i]);
        }
    }

    private static void accumulate(RowWorkspace bench, int first, double[][] gradients) {
        for (int i = 0; i < gradients.length; i++) {
            axpy(1, bench.output(first + i), 0, gradients[i], gradients[i].length);
        }
    }

    /* The carry at the very start was computed there, so its cotangent goes to the start. */
    private void startCarry(double[] state, double[] carry, double[][] gradients, double[][] parameters) {
        begin.bind(0, start);
        begin.bind(1, replay.state());
        for (int i = 0; i < parameters.length; i++) {
            begin.bind(2 + i, parameters[i]);
        }
        begin.bind(2 + parameters.length, carry);
        begin.run();
        axpy(1, begin.output(0), 0, state, state.length);
        accumulate(begin, 1, gradients);
    }
}
