package org.nde4j.experiments.problem;

import java.util.stream.Stream;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.UnaryFunction;
import org.nde4j.core.program.Value;

/**
 * Some columns of numbers, [B, m], with arithmetic: what equations are written in. Nearly always it is one column, a
 * state of all trajectories.
 *
 * @param trace where results are written
 * @param value the numbers, [B, m]
 */
record Columns(Trace trace, Value value) {
    Columns plus(Columns other) {
        return of(trace.add(value, other.value));
    }

    Columns plus(double number) {
        return of(trace.shift(value, number));
    }

    Columns minus(Columns other) {
        return of(trace.sub(value, other.value));
    }

    Columns minus(double number) {
        return plus(-number);
    }

    /** {@code number} - this. */
    Columns from(double number) {
        return of(trace.affine(value, -1, number));
    }

    Columns negated() {
        return of(trace.neg(value));
    }

    Columns times(Columns other) {
        return of(trace.mul(value, other.value));
    }

    Columns times(double number) {
        return of(trace.scale(value, number));
    }

    Columns over(Columns other) {
        return of(trace.div(value, other.value));
    }

    Columns over(double number) {
        return over(constant(number));
    }

    /** {@code number} / this. */
    Columns under(double number) {
        return constant(number).over(this);
    }

    /** To a whole power. */
    Columns power(int exponent) {
        return of(trace.power(value, exponent));
    }

    /** To any power; the base is not negative. */
    Columns power(double exponent) {
        return of(trace.pow(value, constant(exponent).value));
    }

    Columns squared() {
        return times(this);
    }

    Columns sqrt() {
        return of(trace.sqrt(value));
    }

    Columns exp() {
        return of(trace.exp(value));
    }

    Columns sin() {
        return of(trace.sin(value));
    }

    Columns cos() {
        return of(trace.cos(value));
    }

    Columns abs() {
        return of(trace.abs(value));
    }

    /** -1, 0 or 1. */
    Columns sign() {
        return of(trace.map(UnaryFunction.SIGN, value));
    }

    /** {@code yes} where this is less than {@code bound}, else {@code no}. */
    Columns below(double bound, Columns yes, Columns no) {
        return of(trace.select(trace.less(value, constant(bound).value), yes.value, no.value));
    }

    /** The columns {@code from} to {@code to} (exclusive), counted from 0. */
    Columns slice(int from, int to) {
        return of(trace.slice(value, 1, from, to));
    }

    /** Chosen columns, counted from 0. */
    Columns gather(int... columns) {
        return of(trace.gather(value, 1, columns));
    }

    /** These columns and then others. */
    Columns followedBy(Columns other) {
        return of(trace.concat(1, value, other.value));
    }

    /** What all neighbors on a grid have more; see {@link Grid#differences}. */
    Columns differences(Grid grid, Columns... outside) {
        return of(grid.differences(trace, value, values(outside)));
    }

    /** The same number everywhere, in the shape of this. */
    Columns constant(double number) {
        return of(trace.fill(number, value.shape()));
    }

    /** The combination of columns with fixed coefficients. */
    static Columns combine(double[] coefficients, Columns... terms) {
        return terms[0].of(terms[0].trace.combine(coefficients, values(terms)));
    }

    private static Value[] values(Columns... all) {
        return Stream.of(all).map(Columns::value).toArray(Value[]::new);
    }

    private Columns of(Value result) {
        return new Columns(trace, result);
    }
}
