package org.nde4j.core.solve.symplectic;

import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Field;
import org.nde4j.core.equation.Partitioned;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.Step;

/** A step being written whose state falls into positions q and momenta v. */
final class Halves {
    final Trace trace = new Trace();
    final Partitioned field;
    final int batch;
    final Value t;
    final Value h;
    final Value y;
    final Value carry;
    final List<Value> parameters;
    private final Value wide;

    Halves(Method method, Field given, int batch) {
        if (!(given instanceof Partitioned partitioned)) {
            throw new IllegalArgumentException(method.name()
                    + " steps positions and momenta in turn, and this field does not tell which is which; write it as a "
                    + "Partitioned field, or use a method for any field such as Tsit5");
        }
        this.field = partitioned;
        this.batch = batch;
        t = trace.input("t", Shape.of(batch, 1));
        h = trace.input("h", Shape.of(batch, 1));
        y = trace.input("y", Shape.of(batch, field.size()));
        carry = trace.input("carry", Shape.of(batch, field.size()));
        parameters = field.inputs(trace);
        wide = trace.spread(trace.reshape(h, Shape.of(batch)), Shape.of(batch, field.half()), 0);
    }

    Value positions(Value state) {
        return trace.slice(state, 1, 0, field.half());
    }

    Value momenta(Value state) {
        return trace.slice(state, 1, field.half(), field.size());
    }

    /** h times x. */
    Value scaled(Value x) {
        return trace.mul(wide, x);
    }

    /** The time c in the step. */
    Value at(double c) {
        return c == 0 ? t : c == 1 ? trace.add(t, h) : trace.combine(new double[] {1, c}, t, h);
    }

    Value velocity(double c, Value v) {
        return field.velocity(trace, at(c), v, parameters);
    }

    Value force(double c, Value q) {
        return field.force(trace, at(c), q, parameters);
    }

    /** The step to (q, v), whose force at the end is given. */
    Step step(Output output, Value q, Value v, Value force, List<Value> error, int evaluations) {
        Value end = trace.concat(1, q, v);
        Value slope = trace.concat(1, velocity(1, v), force);
        List<Value> outputs = new java.util.ArrayList<>(List.of(end, slope));
        if (output.error()) {
            outputs.add(trace.concat(1, error.get(0), error.get(1)));
        }
        if (output.dense()) {
            Value both = trace.spread(trace.reshape(h, Shape.of(batch)), Shape.of(batch, field.size()), 0);
            outputs.addAll(List.of(y, end, trace.mul(both, carry), trace.mul(both, slope)));
        }
        return new Step(trace.program(outputs.toArray(Value[]::new)), batch, field.size(), output, evaluations);
    }
}
