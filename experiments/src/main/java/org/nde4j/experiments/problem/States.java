package org.nde4j.experiments.problem;

import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * What the right-hand side of an equation is written from. States and constants are counted from 1, as they are in
 * print.
 */
final class States {
    private final Trace trace;
    private final Value time;
    private final Value states;
    private final List<Value> parameters;

    States(Trace trace, Value time, Value states, List<Value> parameters) {
        this.trace = trace;
        this.time = time;
        this.states = states;
        this.parameters = parameters;
    }

    /** The number of states. */
    int count() {
        return states.shape().dim(1);
    }

    /** The time. */
    Columns t() {
        return columns(time);
    }

    /** State {@code i}, from 1. */
    Columns y(int i) {
        return columns(trace.slice(states, 1, i - 1, i));
    }

    /** All states side by side. */
    Columns all() {
        return columns(states);
    }

    /** Constant {@code i} of the equation, from 1: an element of its one parameter. */
    Columns p(int i) {
        return columns(trace.like(trace.slice(parameters.get(0), 0, i - 1, i), time));
    }

    /** A column that holds one number. */
    Columns constant(double number) {
        return columns(trace.fill(number, Shape.of(states.shape().dim(0), 1)));
    }

    private Columns columns(Value value) {
        return new Columns(trace, value);
    }
}
