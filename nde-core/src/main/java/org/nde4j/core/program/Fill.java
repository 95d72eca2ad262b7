package org.nde4j.core.program;

import java.util.Arrays;
import java.util.List;
import org.nde4j.core.array.Shape;

/**
 * An array with one number in all places. The only constant there is: arrays come in as inputs, so that nothing that
 * should have a gradient can be captured by accident.
 *
 * @param value the number
 * @param shape the shape
 */
public record Fill(double value, Shape shape) implements Op.Elementwise {
    @Override
    public List<Value> operands() {
        return List.of();
    }

    @Override
    public Op with(List<Value> operands) {
        return this;
    }

    @Override
    public Step bind(Binding binding) {
        int to = binding.result();
        return (memory, from, end) -> Arrays.fill(memory[to], from, end, value);
    }

    @Override
    public Scalar scalar(Scalars s, Scalar... x) {
        return s.constant(value);
    }

    @Override
    public Value tangent(Tangents tangents, Value result) {
        return null;
    }

    @Override
    public String settings() {
        return Double.toString(value);
    }
}
