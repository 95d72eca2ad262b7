package org.nde4j.core.solve.symplectic;

import java.util.Arrays;
import java.util.List;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.Solver;
import org.nde4j.core.solve.Step;

/**
 * A symplectic method for separable systems dq/dt = g(t, v), dv/dt = a(t, q): kicks v += d h a(q) and drifts
 * q += c h g(v) in turn, a kick first. Without error estimate: to change the step spoils what it is for.
 *
 * <p>E. Hairer, Ch. Lubich, G. Wanner, <em>Geometric Numerical Integration</em>, 2nd ed. 2006, sections II.4-5 and VI.
 */
public abstract class SymplecticMethod implements Solver {
    private final int order;
    private final double[] kicks;
    private final double[] drifts;

    /**
     * A method.
     *
     * @param order its order
     * @param kicks d, one a stage; each sums to 1
     * @param drifts c, one a stage
     */
    protected SymplecticMethod(int order, double[] kicks, double[] drifts) {
        this.order = order;
        this.kicks = kicks;
        this.drifts = drifts;
        check("kicks", kicks);
        check("drifts", drifts);
        if (kicks.length != drifts.length) {
            throw new IllegalArgumentException("kicks and drifts come in pairs, got " + kicks.length + " kicks and "
                    + drifts.length + " drifts; end with a zero where there is one less");
        }
    }

    private static void check(String what, double[] weights) {
        double sum = Arrays.stream(weights).sum();
        if (!(Math.abs(sum - 1) < 1e-12)) { // rounding of weights of order 1
            throw new IllegalArgumentException("the " + what + " sum to " + sum + "; they must sum to 1");
        }
    }

    /** The composition of velocity Verlet steps with the given relative lengths. */
    static double[][] verlet(double... lengths) {
        int n = lengths.length;
        double[] kicks = new double[n + 1];
        for (int i = 0; i < n; i++) {
            kicks[i] += lengths[i] / 2;
            kicks[i + 1] += lengths[i] / 2;
        }
        return new double[][] {kicks, Arrays.copyOf(lengths, n + 1)};
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public boolean estimatesError() {
        return false;
    }

    @Override
    public int denseOrder() {
        return Math.min(3, order);
    }

    @Override
    public Step step(Field field, int batch, Output output) {
        Halves s = new Halves(this, field, batch);
        Value q = s.positions(s.y);
        Value v = s.momenta(s.y);
        Value force = s.momenta(s.carry);
        double kicked = 0;
        double drifted = 0;
        int evaluations = 0;
        for (int i = 0; i < kicks.length; i++) {
            v = moved(s, v, kicks[i], force);
            kicked += kicks[i];
            q = drifts[i] == 0 ? q : moved(s, q, drifts[i], s.velocity(snapped(kicked), v));
            drifted += drifts[i];
            boolean again = drifts[i] != 0;
            force = again ? s.force(snapped(drifted), q) : force;
            evaluations += again ? 1 : 0;
        }
        return s.step(output, q, v, force, List.of(), evaluations);
    }

    private static Value moved(Halves s, Value x, double weight, Value slope) {
        return weight == 0 ? x : s.trace.add(x, s.trace.scale(s.scaled(slope), weight));
    }

    /* Sums of weights that mean 0 or 1 are so only to rounding. */
    private static double snapped(double c) {
        double whole = Math.rint(c);
        return Math.abs(c - whole) < 1e-13 ? whole : c;
    }

    @Override
    public boolean equals(Object other) {
        return other != null
                && getClass() == other.getClass()
                && Arrays.equals(kicks, ((SymplecticMethod) other).kicks)
                && Arrays.equals(drifts, ((SymplecticMethod) other).drifts);
    }

    @Override
    public int hashCode() {
        return getClass().getName().hashCode() + Arrays.hashCode(kicks);
    }

    @Override
    public String toString() {
        return name();
    }
}
