package org.nde4j.implicit.problem;

import java.util.ArrayList;
import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.condition.Condition;
import org.nde4j.core.program.Input;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * A fixed point z = f(z, x) of a layer.
 *
 * <p>S. Bai, J. Z. Kolter, V. Koltun, <em>Deep Equilibrium Models</em>, NeurIPS 2019, arXiv:1909.01377.
 */
public final class Equilibrium {
    private Equilibrium() {}

    /**
     * The condition z - f(z, x) = 0.
     *
     * @param layer f, a program from z and the parameters to something of the shape of z
     */
    public static Condition of(Program layer) {
        Trace trace = new Trace();
        List<Value> arguments = new ArrayList<>();
        for (Input in : layer.inputs()) {
            arguments.add(trace.input(in.name(), in.value().shape()));
        }
        Value z = arguments.get(0);
        List<Value> next = trace.inline(layer, arguments);
        Shape shape = next.get(0).shape();
        if (next.size() != 1 || !shape.equals(z.shape())) {
            throw new IllegalArgumentException(
                    "a layer with a fixed point gives one array of the shape of its first " + "input, " + z.shape()
                            + ", got " + next.stream().map(Value::shape).toList());
        }
        return new Condition(trace.program(trace.sub(z, next.get(0))));
    }
}
