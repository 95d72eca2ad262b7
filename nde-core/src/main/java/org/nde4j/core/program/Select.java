package org.nde4j.core.program;

import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.kernel.Loops;

/**
 * {@code a} where the condition is not zero, else {@code b}, element by element.
 *
 * @param condition 0 or not
 * @param a taken where it is not 0
 * @param b taken where it is 0
 */
public record Select(Value condition, Value a, Value b) implements Op.Elementwise {
    @Override
    public List<Value> operands() {
        return List.of(condition, a, b);
    }

    @Override
    public Op with(List<Value> operands) {
        return new Select(operands.get(0), operands.get(1), operands.get(2));
    }

    @Override
    public Shape shape() {
        return a.shape();
    }

    @Override
    public Step bind(Binding binding) {
        int condition = binding.full(0);
        int a = binding.full(1);
        int b = binding.full(2);
        int to = binding.result();
        return (memory, start, end) -> Loops.select(
                memory[condition], start, memory[a], start, memory[b], start, memory[to], start, end - start);
    }

    @Override
    public Scalar scalar(Scalars s, Scalar... x) {
        return s.select(x[0], x[1], x[2]);
    }

    @Override
    public Value tangent(Tangents tangents, Value result) {
        Value da = tangents.of(a);
        Value db = tangents.of(b);
        if (da == null && db == null) {
            return null;
        }
        Trace t = tangents.trace();
        Value zero = t.fill(0, shape());
        return t.select(condition, da == null ? zero : da, db == null ? zero : db);
    }

    @Override
    public void transpose(Cotangents cotangents, Value cotangent) {
        Trace t = cotangents.trace();
        Value zero = t.fill(0, shape());
        if (cotangents.linear(a)) {
            cotangents.add(a, t.select(condition, cotangent, zero));
        }
        if (cotangents.linear(b)) {
            cotangents.add(b, t.select(condition, zero, cotangent));
        }
    }
}
