package org.nde4j.core.solve.multistep;

import java.util.Arrays;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.program.Workspace;
import org.nde4j.core.solve.Stepper;
import org.nde4j.core.solve.Tolerance;
import org.nde4j.core.solve.stiff.StageMatrix;

/**
 * Newton's iteration for d in M (psi + d) = c f(t, p + d), with a Jacobian that is kept as long as it serves and factors
 * that are kept as long as c stays.
 *
 * <p>The Jacobian, c, the rate of convergence and whether the Jacobian is that of where the method stands lie in the memory
 * of the method; whatever an attempt changes there leaves a repetition of the attempt the same to the last bit.
 */
final class Corrector {
    private static final int FEW = 4; // where a step may be made shorter
    private static final int MANY = 25;
    private static final double ENOUGH = 0.1; // of the tolerance
    private static final double ROUNDING = 100 * 0x1p-52;

    private final double[] memory;
    private final int scaleAt;
    private final int rateAt;
    private final int currentAt;
    private final Tolerance tolerance;
    private final int most;
    private final Workspace jacobian;
    private final Workspace factors;
    private final Workspace newton;
    private final double[] right;
    private boolean factored;
    private double rate;
    private double last;
    private long evaluations;
    private long jacobians;
    private long factorizations;
    private long iterations;

    /** A bench whose Jacobian lies at the beginning of the memory, and three numbers at a place in it. */
    Corrector(StageMatrix matrix, int batch, Tolerance tolerance, boolean controlled, double[] memory, int numbers) {
        Field field = matrix.field();
        this.memory = memory;
        this.scaleAt = numbers;
        this.rateAt = numbers + 1;
        this.currentAt = numbers + 2;
        this.tolerance = tolerance;
        this.most = controlled ? FEW : MANY;
        this.jacobian = new Workspace(jacobian(matrix, field, batch));
        this.factors = new Workspace(factors(matrix, batch));
        this.newton = new Workspace(newton(matrix, field, batch));
        this.right = new double[batch * field.size()];
        factors.bind(0, memory);
        newton.bind(2, right);
    }

    private static Program jacobian(StageMatrix matrix, Field field, int batch) {
        Trace trace = new Trace();
        Value t = trace.input("t", Shape.of(batch, 1));
        Value y = trace.input("y", Shape.of(batch, field.size()));
        return trace.program(matrix.jacobian(trace, t, y, field.inputs(trace)));
    }

    private static Program factors(StageMatrix matrix, int batch) {
        Trace trace = new Trace();
        Value j = trace.input("jacobian", Shape.of(batch, matrix.jacobianWidth()));
        Value c = trace.input("c", Shape.of(batch, 1));
        Value a = matrix.minus(trace, j, c);
        return trace.program(a, matrix.factor(trace, a));
    }

    /* From (t, y, right, c, A, factors, parameters) to the solution of A delta = c f(t, y) - M right. */
    private static Program newton(StageMatrix matrix, Field field, int batch) {
        Trace trace = new Trace();
        Shape shape = Shape.of(batch, field.size());
        Value t = trace.input("t", Shape.of(batch, 1));
        Value y = trace.input("y", shape);
        Value right = trace.input("right", shape);
        Value c = trace.input("c", Shape.of(batch, 1));
        Value a = trace.input("matrix", Shape.of(batch, matrix.width()));
        Value f = trace.input("factors", Shape.of(batch, matrix.factors()));
        var parameters = field.inputs(trace);
        Value wide = trace.spread(trace.reshape(c, Shape.of(batch)), shape, 0);
        Value slope = trace.mul(wide, field.write(trace, t, y, parameters));
        Value residual = trace.sub(slope, matrix.massTimes(trace, right));
        return trace.program(matrix.solve(trace, a, f, residual, parameters));
    }

    void parameters(double[]... values) {
        for (int i = 0; i < values.length; i++) {
            jacobian.bind(2 + i, values[i]);
            newton.bind(6 + i, values[i]);
        }
    }

    /** The memory was written anew; zeros if nothing is known. */
    void resume() {
        factored = false;
    }

    /** The attempt was taken: the Jacobian is one of before, and the rate is known. */
    void accept() {
        memory[rateAt] = rate;
        memory[currentAt] = 0;
    }

    /** Evaluates the Jacobian where the method stands. */
    private void evaluate(double time, double[] y) {
        Arrays.fill(jacobian.input(0), time);
        jacobian.bind(1, y);
        jacobian.run();
        jacobians++;
        double[] j = jacobian.output(0);
        System.arraycopy(
                j, 0, memory, 0, jacobian.program().outputs().get(0).shape().size());
        memory[currentAt] = 1;
        memory[scaleAt] = 0;
        factored = false;
    }

    private void factor(double c) {
        if (factored && memory[scaleAt] == c) {
            return;
        }
        if (memory[scaleAt] != c) {
            memory[rateAt] = 0;
        }
        memory[scaleAt] = c;
        Arrays.fill(factors.input(1), c);
        factors.run();
        factorizations++;
        factored = true;
        Arrays.fill(newton.input(3), c);
        newton.bind(4, factors.output(0));
        newton.bind(5, factors.output(1));
    }

    /** A step of linearly implicit Euler from where the method stands, over c; its change is written. */
    void euler(double time, double[] y, double c, double[] change) {
        evaluate(time, y);
        factor(c);
        Arrays.fill(right, 0);
        System.arraycopy(delta(time + c, y), 0, change, 0, change.length);
    }

    /**
     * Solves.
     *
     * @param from where the method stands
     * @param y its state there
     * @param to the time of the equation
     * @param c signed
     * @param psi what is known of the derivative
     * @param p the prediction
     * @param d written
     * @param next p + d is written
     * @return whether it converged
     */
    boolean solve(double from, double[] y, double to, double c, double[] psi, double[] p, double[] d, double[] next) {
        if (memory[scaleAt] == 0) {
            evaluate(from, y);
        }
        factor(c);
        if (iterate(y, to, psi, p, d, next)) {
            return true;
        }
        if (memory[currentAt] == 1) {
            return false;
        }
        evaluate(from, y);
        factor(c);
        return iterate(y, to, psi, p, d, next);
    }

    private boolean iterate(double[] y, double time, double[] psi, double[] p, double[] d, double[] next) {
        rate = memory[rateAt];
        Arrays.fill(d, 0);
        System.arraycopy(p, 0, next, 0, p.length);
        double negligible = ROUNDING * tolerance.norm(y, p, p, p.length);
        double before = 0;
        for (int left = most - 1; left >= 0; left--) {
            double size = improve(y, time, psi, p, d, next);
            last = size;
            if (size <= negligible) {
                return true;
            }
            if (before > 0) {
                rate = Math.max(0.9 * rate, size / before);
            }
            double rest = size * rate / (1 - rate);
            if (rate > 0 && rate < 1 && rest <= ENOUGH) {
                return true;
            }
            boolean hopeless = before > 0 && (rate > 0.9 || rest * power(rate, left) > ENOUGH);
            if (hopeless || !(size < Double.POSITIVE_INFINITY)) {
                return false;
            }
            before = size;
        }
        return false;
    }

    private static double power(double x, int exponent) {
        double product = 1;
        for (int i = 0; i < exponent; i++) {
            product *= x;
        }
        return product;
    }

    /* One iteration; gives its size relative to the tolerance. */
    private double improve(double[] y, double time, double[] psi, double[] p, double[] d, double[] next) {
        for (int i = 0; i < d.length; i++) {
            right[i] = psi[i] + d[i];
        }
        double[] delta = delta(time, next);
        double size = tolerance.norm(y, p, delta, d.length);
        if (size < Double.POSITIVE_INFINITY) {
            for (int i = 0; i < d.length; i++) {
                d[i] += delta[i];
                next[i] = p[i] + d[i];
            }
        }
        return size;
    }

    private double[] delta(double time, double[] y) {
        Arrays.fill(newton.input(0), time);
        newton.bind(1, y);
        newton.run();
        evaluations++;
        iterations++;
        return newton.output(0);
    }

    /** The work. */
    Stepper.Work work() {
        return new Stepper.Work(evaluations, jacobians, factorizations, iterations);
    }

    /** Why it did not converge. */
    String trouble() {
        if (last < Double.POSITIVE_INFINITY) {
            return "Newton's iteration does not converge: its last correction was " + last
                    + " times the tolerance, at a rate of " + rate
                    + "; the field may be discontinuous there, or the tolerance below what rounding allows: loosen it, or "
                    + "stop before";
        }
        return "Newton's iteration does not give finite numbers (first operation that does not: " + firstNonFinite()
                + "): the matrix M - c J is singular, or the field is not defined there; check the index of algebraic "
                + "equations, and the domain of the field";
    }

    /** The first line of the iteration that did not give a number. */
    String firstNonFinite() {
        var let = newton.firstNonFinite();
        return let == null ? "none" : let.toString();
    }
}
