package org.nde4j.core.solve.delay;

import java.util.Arrays;
import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Dde;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.program.Workspace;
import org.nde4j.core.solve.Interpolant;
import org.nde4j.core.solve.Stepper;
import org.nde4j.core.solve.Tolerance;

/**
 * The bench of the method of steps: the bench of the method below, and the past that its field looks up.
 *
 * <p>Later steps look into the dense output of this one, so it must be as good as the step: the error estimate of a state is
 * the greater of the method's own and of what the defect of the dense output p, h (p' - f(p)), adds to it within the step (W. H. Enright,
 * H. Hayashi, <em>A delay differential equation solver based on a continuous Runge-Kutta method with defect control</em>,
 * Numer. Algorithms 16 (1997), doi:10.1023/A:1019107718128).
 */
class DelayStepper implements Stepper {
    private static final int ITERATIONS = 20;
    private static final double[] LOOKED_AT = {0.25, 0.7}; // where no usual interpolant is better than elsewhere
    private static final double SHARE = 0.25; // of the step in which a defect of one sign adds up

    private final Dde dde;
    private final Stepper base;
    private final Past past;
    private final int levels;
    private final Tolerance tolerance;
    private final Workspace lookups;
    private final double[] before;
    private final double[] change;
    private final double[] failed;
    private final double[] error;
    private final double[] within;
    private final double[] slope;
    private final boolean controlled;
    private Breaks breaks;
    private double time;
    private double length;
    private boolean converged;
    private int cutLevel;
    private double cut = Double.NaN;

    DelayStepper(Dde dde, Stepper base, Past past, int levels, Tolerance tolerance, boolean controlled) {
        this.dde = dde;
        this.base = base;
        this.past = past;
        this.levels = levels;
        this.tolerance = tolerance;
        this.lookups = new Workspace(lookups(dde, base.batch()));
        this.before = new double[base.batch() * base.states()];
        this.change = new double[before.length];
        this.failed = new double[before.length];
        this.error = new double[before.length];
        this.within = new double[before.length];
        this.slope = new double[before.length];
        this.controlled = controlled;
        Arrays.fill(failed, Double.NaN);
    }

    /* From (t, y, parameters) to the times that are looked up. */
    private static Program lookups(Dde dde, int batch) {
        Trace trace = new Trace();
        Value t = trace.input("t", Shape.of(batch, 1));
        Value y = trace.input("y", Shape.of(batch, dde.size()));
        List<Value> parameters = dde.inputs(trace);
        return trace.program(dde.times(trace, t, y, parameters).toArray(Value[]::new));
    }

    @Override
    public int batch() {
        return base.batch();
    }

    @Override
    public int states() {
        return base.states();
    }

    @Override
    public void parameters(double[]... parameters) {
        base.parameters(parameters);
        for (int i = 0; i < parameters.length; i++) {
            lookups.bind(2 + i, parameters[i]);
        }
    }

    @Override
    public double[] stops(double from, double to) {
        past.clear();
        breaks = new Breaks(from, dde.breaks(), levels);
        return dde.isConstant() ? breaks.propagate(dde.constants(), from, to) : new double[0];
    }

    @Override
    public void start(double at, double[] state) {
        time = at;
        past.restart(at);
        base.start(at, state);
    }

    @Override
    public void attempt(double tried) {
        cutLevel = tried == cut ? cutLevel : 0;
        length = tried;
        past.open(tried);
        base.attempt(tried);
        converged = !past.ahead() || iterate();
        if (converged && controlled) {
            System.arraycopy(base.error(), 0, error, 0, error.length);
            widen();
        }
        cut = converged && !dde.isConstant() && breaks != null ? crossing() : Double.NaN;
    }

    /* The step looks into itself: it is tried again with its own dense output until that does not change. */
    private boolean iterate() {
        for (int i = 0; i < ITERATIONS; i++) {
            System.arraycopy(base.next(), 0, before, 0, before.length);
            past.correct(time, length, base);
            base.attempt(length);
            double[] next = base.next();
            for (int j = 0; j < change.length; j++) {
                change[j] = next[j] - before[j];
            }
            double size = tolerance.norm(before, next, change, change.length);
            if (size <= 0.01) {
                return true;
            }
            if (!(size < Double.POSITIVE_INFINITY)) {
                return false;
            }
        }
        return false;
    }

    /* The error estimate is at least what the defect of the dense output says. */
    private void widen() {
        Interpolant dense = base.interpolant();
        double[] weights = new double[dense.pieces()];
        past.correct(time, length, base);
        for (double theta : LOOKED_AT) {
            dense.weights(theta, weights);
            base.combine(weights, within);
            dense.slopes(theta, weights);
            base.combine(weights, slope); // h p'
            double[] f = base.derivative(time + theta * length, within);
            for (int i = 0; i < error.length; i++) {
                double defect = SHARE * (slope[i] - length * f[i]);
                error[i] = Math.abs(defect) > Math.abs(error[i]) ? defect : error[i];
            }
        }
    }

    /* Where in the step a varying delay first looks back across a time where the solution is less smooth. */
    private double crossing() {
        double first = Double.NaN;
        for (int j = 0; j < lookups.program().outputs().size(); j++) {
            double from = lookup(j, 0);
            double to = lookup(j, 1);
            var hit = breaks.between(from, to);
            if (hit != null) {
                double theta = bisect(j, hit.getKey(), from < hit.getKey());
                if (!(theta >= first)) {
                    first = theta;
                    cutLevel = hit.getValue() + 1;
                }
            }
        }
        return first > 1e-6 && first < 1 - 1e-6 ? first * length : Double.NaN; // else the step ends there as it is
    }

    private double bisect(int delay, double at, boolean rising) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60 && high - low > 1e-15; i++) {
            double middle = (low + high) / 2;
            boolean under = lookup(delay, middle) < at;
            low = under == rising ? middle : low;
            high = under == rising ? high : middle;
        }
        return high;
    }

    private double lookup(int delay, double theta) {
        Arrays.fill(lookups.input(0), time + theta * length);
        double[] weights = new double[base.interpolant().pieces()];
        base.interpolant().weights(theta, weights);
        base.combine(weights, lookups.input(1));
        lookups.run();
        return lookups.output(delay)[0];
    }

    @Override
    public double cut() {
        return cut;
    }

    @Override
    public void accept(double at) {
        past.add(time, length, base);
        if (dde.isConstant()) {
            double longest = Arrays.stream(dde.constants()).max().orElse(0);
            past.forget(at - Math.copySign(2 * longest, length));
        }
        base.accept(at);
        if (breaks != null && !dde.isConstant()) {
            register(at);
        }
        time = at;
    }

    /* A step that was cut ends at a new time where the solution is less smooth. */
    private void register(double at) {
        if (cutLevel > 0) {
            breaks.add(at, cutLevel);
            cutLevel = 0;
        }
    }

    @Override
    public double[] state() {
        return base.state();
    }

    @Override
    public double[] derivative() {
        return base.derivative();
    }

    @Override
    public double[] derivative(double at, double[] state) {
        return base.derivative(at, state);
    }

    @Override
    public double[] next() {
        return converged ? base.next() : failed;
    }

    @Override
    public double[] error() {
        return converged ? error : failed;
    }

    @Override
    public int order() {
        return base.order();
    }

    @Override
    public Interpolant interpolant() {
        return base.interpolant();
    }

    @Override
    public double[] piece(int i) {
        return base.piece(i);
    }

    @Override
    public double stiffness() {
        return base.stiffness();
    }

    @Override
    public double[] memory() {
        return base.memory();
    }

    @Override
    public void resume(double at, double[] state, double[] memory) {
        throw new UnsupportedOperationException(
                "a delay equation cannot be resumed: its past is not in the snapshot; solve "
                        + "from the start, or to the later end at once");
    }

    @Override
    public Work work() {
        return base.work();
    }

    @Override
    public String firstNonFinite() {
        return converged
                ? base.firstNonFinite()
                : "the state within a step that is longer than a delay, whose iteration did not converge";
    }
}
