package org.nde4j.core.solve.reversible;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.Solver;
import org.nde4j.core.solve.Step;

/** A step of a reversible method being written, forwards or back: its inputs, and what is written often. */
final class Page {
    final Trace trace = new Trace();
    final Field field;
    final int batch;
    final int n;
    final Value t;
    final Value h;
    final Value y;
    final Value carry;
    final List<Value> parameters;

    Page(Solver method, Field field, int batch) {
        Method.refuseMass(method, field);
        this.field = field;
        this.batch = batch;
        n = field.size();
        t = trace.input("t", Shape.of(batch, 1));
        h = trace.input("h", Shape.of(batch, 1));
        y = trace.input("y", Shape.of(batch, n));
        carry = trace.input("carry", Shape.of(batch, method.carry(field)));
        parameters = field.inputs(trace);
    }

    /** The carry at the start of a solve: from (t, y, parameters) to what is written. */
    static Program start(Field field, int batch, Field.Body carry) {
        Trace trace = new Trace();
        Value t = trace.input("t", Shape.of(batch, 1));
        Value y = trace.input("y", Shape.of(batch, field.size()));
        return trace.program(carry.write(trace, t, y, field.inputs(trace)));
    }

    /** Columns of the carry, n of them, the i-th lot. */
    Value carried(int i) {
        return trace.slice(carry, 1, i * n, (i + 1) * n);
    }

    /** A column for all states. */
    Value wide(Value column) {
        return trace.spread(trace.reshape(column, Shape.of(batch)), Shape.of(batch, n), 0);
    }

    /** factor h x. */
    Value scaled(double factor, Value x) {
        Value product = trace.mul(wide(h), x);
        return factor == 1 ? product : trace.scale(product, factor);
    }

    /** The time a part of the way into the step. */
    Value at(double c) {
        return c == 0 ? t : c == 1 ? trace.add(t, h) : trace.combine(new double[] {1, c}, t, h);
    }

    Value slope(double c, Value state) {
        return field.write(trace, at(c), state, parameters);
    }

    /** The step to an end, with Hermite's dense output from slopes at both ends. */
    Step step(Output output, Value end, Value carried, Value error, Value first, Value last, int evaluations) {
        List<Value> outputs = new ArrayList<>(List.of(end, carried));
        if (output.error()) {
            outputs.add(error);
        }
        if (output.dense()) {
            outputs.addAll(Arrays.asList(y, end, scaled(1, first), scaled(1, last)));
        }
        return new Step(trace.program(outputs.toArray(Value[]::new)), batch, n, output, evaluations);
    }
}
