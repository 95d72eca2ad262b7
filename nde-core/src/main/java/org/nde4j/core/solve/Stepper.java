package org.nde4j.core.solve;

import java.util.Arrays;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Workspace;

/**
 * The bench of a method on a field: where a batch of trajectories stands, and an attempt at its next step. One per
 * thread.
 */
public final class Stepper {
    private final Step step;
    private final Workspace bench;
    private final Workspace slope;
    private final double[] t;
    private final double[] h;
    private final double[] y;
    private final double[] f;
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
        this.step = solver.step(field, batch, output);
        this.bench = new Workspace(step.program());
        this.slope = new Workspace(field.program(batch));
        this.t = bench.input(0);
        this.h = bench.input(1);
        this.y = bench.input(2);
        this.f = bench.input(3);
        slope.bind(0, t);
        slope.bind(1, y);
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
        bench.run();
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
