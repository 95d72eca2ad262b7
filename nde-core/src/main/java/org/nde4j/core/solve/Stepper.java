package org.nde4j.core.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.RowWorkspace;

/**
 * The bench of a method on a field: where a batch of trajectories stands, and an attempt at its next step. One per
 * thread.
 */
public final class Stepper {
    private final Step step;
    private final Recording recording;
    private final RowWorkspace bench;
    private final RowWorkspace slope;
    private final double[] t;
    private final double[] h;
    private final double[] y;
    private final double[] f;
    private int steps;
    private long evaluations;

    /**
     * A bench for {@code batch} trajectories.
     *
     * @param solver the method
     * @param field the field
     * @param batch the number of trajectories, B
     * @param output what a step gives
     */
    public Stepper(Solver solver, Field field, int batch, Solver.Output output) {
        this(solver, field, batch, output, Recording.NONE);
    }

    Stepper(Solver solver, Field field, int batch, Solver.Output output, Recording recording) {
        int rows = rows(field, batch);
        this.recording = recording;
        this.step = solver.step(field, batch, output);
        this.bench = new RowWorkspace(
                n -> recording.extend(solver.step(field, n, output).program(), n),
                batch,
                rows,
                roles(Step.PARAMETERS, field),
                outputs(step.program().outputs().size(), recording.kept()));
        this.slope = new RowWorkspace(field::program, batch, rows, roles(2, field), outputs(1, 0));
        this.t = new double[batch];
        this.h = new double[batch];
        this.y = new double[batch * field.size()];
        this.f = new double[y.length];
        bench.bind(0, t);
        bench.bind(1, h);
        bench.bind(2, y);
        bench.bind(3, f);
        slope.bind(0, t);
        slope.bind(1, y);
    }

    /** How many rows of a field are stepped together. */
    public static int rows(Field field, int batch) {
        return RowWorkspace.length(field.program(batch), batch);
    }

    private static List<RowWorkspace.Role> roles(int states, Field field) {
        List<RowWorkspace.Role> roles = new ArrayList<>(Collections.nCopies(states, RowWorkspace.Role.ROWS));
        roles.addAll(Collections.nCopies(field.parameters().size(), RowWorkspace.Role.WHOLE));
        return roles;
    }

    private static List<RowWorkspace.Role> outputs(int states, int kept) {
        List<RowWorkspace.Role> roles = new ArrayList<>(Collections.nCopies(states, RowWorkspace.Role.ROWS));
        roles.addAll(Collections.nCopies(kept, RowWorkspace.Role.TAPE));
        return roles;
    }

    /** The step that it takes. */
    public Step step() {
        return step;
    }

    /** Reads the parameters from the given arrays, one for each parameter of the field, from now on. */
    public void parameters(double[]... parameters) {
        for (int i = 0; i < parameters.length; i++) {
            bench.bind(Step.PARAMETERS + i, parameters[i]);
            slope.bind(2 + i, parameters[i]);
        }
    }

    /** Stands at a state, all rows at one time; evaluates the derivative. */
    public void start(double time, double[] state) {
        Arrays.fill(t, time);
        begin(state);
    }

    /** Stands at a state, each row at a time of its own; evaluates the derivative. */
    public void start(double[] times, double[] state) {
        System.arraycopy(times, 0, t, 0, t.length);
        begin(state);
    }

    private void begin(double[] state) {
        steps = 0;
        System.arraycopy(state, 0, y, 0, y.length);
        slope.run();
        evaluations++;
        System.arraycopy(slope.output(0), 0, f, 0, f.length);
    }

    /** Stands at a state whose derivative is known, each row at a time of its own. */
    public void resume(double[] times, double[] state, double[] derivative) {
        System.arraycopy(times, 0, t, 0, t.length);
        System.arraycopy(state, 0, y, 0, y.length);
        System.arraycopy(derivative, 0, f, 0, f.length);
    }

    /** Tries a step of one length for all rows. */
    public void attempt(double length) {
        Arrays.fill(h, length);
        run();
    }

    /** Tries a step of a length for each row. */
    public void attempt(double[] lengths) {
        System.arraycopy(lengths, 0, h, 0, h.length);
        run();
    }

    private void run() {
        for (int part = 0; part < bench.parts(); part++) {
            bench.run(part, recording.tape(steps, part));
        }
        evaluations += step.evaluations();
    }

    /** Takes the step that was tried last, to {@code time} in all rows. */
    public void accept(double time) {
        Arrays.fill(t, time);
        take();
    }

    /** Takes the step that was tried last; each row is then at its time plus its length. */
    public void accept() {
        for (int i = 0; i < t.length; i++) {
            t[i] += h[i];
        }
        take();
    }

    private void take() {
        System.arraycopy(next(), 0, y, 0, y.length);
        System.arraycopy(bench.output(1), 0, f, 0, f.length);
        steps++;
    }

    /** The states, [B, n]; not to be modified. */
    public double[] state() {
        return y;
    }

    /** The derivatives at the states, [B, n]; not to be modified. */
    public double[] derivative() {
        return f;
    }

    /** The states at the end of the step that was tried last. */
    public double[] next() {
        return bench.output(0);
    }

    /** The error estimate of the step that was tried last. */
    public double[] error() {
        return bench.output(2);
    }

    /** A dense piece of the step that was tried last. */
    public double[] piece(int i) {
        return bench.output(step.firstPiece() + i);
    }

    /** The state within the step that was tried last: the sum of the dense pieces with the given weights. */
    public void interpolate(double[] weights, double[] to) {
        Arrays.fill(to, 0, y.length, 0);
        for (int j = 0; j < weights.length; j++) {
            double[] piece = piece(j);
            double w = weights[j];
            for (int i = 0; i < y.length; i++) {
                to[i] = Math.fma(w, piece[i], to[i]);
            }
        }
    }

    /** How often the field was evaluated so far, a batch counting once. */
    public long evaluations() {
        return evaluations;
    }

    /** The first operation of the step that was tried last whose result is not finite, in words. */
    public String firstNonFinite() {
        var let = bench.firstNonFinite();
        return let == null ? "none" : let.toString();
    }
}
