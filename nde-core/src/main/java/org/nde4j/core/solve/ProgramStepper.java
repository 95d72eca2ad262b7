package org.nde4j.core.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.nde4j.core.condition.Newton;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Call;
import org.nde4j.core.program.RowWorkspace;

/** The bench of a method whose step is a program. Rows may stand at times of their own. */
public final class ProgramStepper implements Stepper {
    private final Step step;
    private final Recording recording;
    private final RowWorkspace bench;
    private final RowWorkspace begin;
    private final RowWorkspace slope;
    private final Solver solver;
    private final double[] t;
    private final double[] h;
    private double[] y;
    private double[] carry;
    private final Field field;
    private double[][] parameters = {};
    private Slope probe;
    private int steps;
    private final long factorizations;
    private long evaluations;
    private long attempts;

    /**
     * A bench for {@code batch} trajectories.
     *
     * @param solver the method
     * @param field the field
     * @param batch the number of trajectories, B
     * @param output what a step gives
     */
    public ProgramStepper(Solver solver, Field field, int batch, Output output) {
        this(solver, field, batch, output, Recording.NONE);
    }

    ProgramStepper(Solver solver, Field field, int batch, Output output, Recording recording) {
        int rows = rows(field, batch);
        this.recording = recording;
        this.step = solver.step(field, batch, output);
        this.bench = new RowWorkspace(
                n -> recording.extend(solver.step(field, n, output).program(), n),
                batch,
                rows,
                roles(Step.PARAMETERS, field),
                outputs(step.program().outputs().size(), recording.kept()));
        this.factorizations = step.factorizations();
        this.solver = solver;
        this.field = field;
        this.begin = new RowWorkspace(n -> solver.start(field, n), batch, rows, roles(2, field), outputs(1, 0));
        this.slope = solver.carriesDerivative() && solver.carry(field) == field.size()
                ? begin
                : new RowWorkspace(field::program, batch, rows, roles(2, field), outputs(1, 0));
        this.t = new double[batch];
        this.h = new double[batch];
        this.y = new double[batch * field.size()];
        this.carry = new double[batch * solver.carry(field)];
        bench.bind(0, t);
        bench.bind(1, h);
        bench.bind(2, y);
        bench.bind(3, carry);
        begin.bind(0, t);
        slope.bind(0, t);
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

    @Override
    public int batch() {
        return step.batch();
    }

    @Override
    public int states() {
        return step.states();
    }

    @Override
    public int order() {
        return solver.errorOrder();
    }

    @Override
    public Interpolant interpolant() {
        return solver.interpolant();
    }

    @Override
    public void parameters(double[]... values) {
        parameters = values;
        for (int i = 0; i < values.length; i++) {
            bench.bind(Step.PARAMETERS + i, values[i]);
            begin.bind(2 + i, values[i]);
            slope.bind(2 + i, values[i]);
        }
    }

    @Override
    public void start(double time, double[] state) {
        Arrays.fill(t, time);
        begin(state);
    }

    /** Stands at a state, each row at a time of its own. */
    public void start(double[] times, double[] state) {
        System.arraycopy(times, 0, t, 0, t.length);
        begin(state);
    }

    private void begin(double[] state) {
        steps = 0;
        System.arraycopy(state, 0, y, 0, y.length);
        begin.bind(1, y);
        begin.run();
        evaluations++;
        System.arraycopy(begin.output(0), 0, carry, 0, carry.length);
    }

    @Override
    public void resume(double time, double[] state, double[] memory) {
        Arrays.fill(t, time);
        System.arraycopy(state, 0, y, 0, y.length);
        System.arraycopy(memory, 0, carry, 0, carry.length);
    }

    /** Stands where another bench of the same method stood, each row at a time of its own. */
    public void resume(double[] times, double[] state, double[] memory) {
        System.arraycopy(times, 0, t, 0, t.length);
        System.arraycopy(state, 0, y, 0, y.length);
        System.arraycopy(memory, 0, carry, 0, carry.length);
    }

    @Override
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
        attempts++;
    }

    @Override
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
        y = bench.feed(2, 0);
        carry = bench.feed(3, 1);
        steps++;
    }

    @Override
    public double[] state() {
        return y;
    }

    @Override
    public double[] derivative() {
        if (slope == begin) {
            return carry;
        }
        slope.bind(1, y);
        slope.run();
        evaluations++;
        return slope.output(0);
    }

    @Override
    public double[] derivative(double time, double[] state) {
        if (probe == null) {
            probe = new Slope(field, step.batch());
        }
        evaluations++;
        return probe.at(time, state, parameters);
    }

    @Override
    public double[] memory() {
        return carry;
    }

    @Override
    public double[] next() {
        return bench.output(0);
    }

    @Override
    public double[] error() {
        return bench.output(2);
    }

    @Override
    public double stiffness() {
        if (!step.output().stiffness()) {
            return Double.NaN;
        }
        return Arrays.stream(bench.output(step.stiffness()), 0, t.length).max().orElse(Double.NaN);
    }

    @Override
    public double[] piece(int i) {
        return bench.output(step.firstPiece() + i);
    }

    @Override
    public Work work() {
        long iterations = bench.iterations();
        return new Work(evaluations + iterations, attempts * step.jacobians(), attempts * factorizations, iterations);
    }

    @Override
    public String firstNonFinite() {
        var let = bench.firstNonFinite();
        if (let != null && let.op() instanceof Call call && call.f() instanceof Newton newton) {
            return newton.failure();
        }
        return let == null ? "none" : let.toString();
    }

    /** Whether the first operation of the step that was tried last whose result is not finite is an iteration. */
    boolean failsInNewton() {
        var let = bench.firstNonFinite();
        return let != null && let.op() instanceof Call call && call.f() instanceof Newton;
    }
}
