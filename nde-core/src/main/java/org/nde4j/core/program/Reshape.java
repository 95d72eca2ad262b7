package org.nde4j.core.program;

import java.util.List;
import org.nde4j.core.array.Shape;

/**
 * The same elements in the same order under another shape; costs nothing, since both share their storage.
 *
 * @param a the array
 * @param shape the new shape, of the same size
 */
public record Reshape(Value a, Shape shape) implements Op {
    @Override
    public List<Value> operands() {
        return List.of(a);
    }

    @Override
    public Op with(List<Value> operands) {
        return new Reshape(operands.get(0), shape);
    }

    @Override
    public Step bind(Binding binding) {
        return (memory, start, end) -> {};
    }

    @Override
    public Scalar[] scalars(Scalars s, Scalar[]... x) {
        return x[0];
    }

    @Override
    public Value tangent(Tangents tangents, Value result) {
        Value da = tangents.of(a);
        return da == null ? null : tangents.trace().reshape(da, shape);
    }

    @Override
    public void transpose(Cotangents cotangents, Value cotangent) {
        cotangents.add(a, cotangents.trace().reshape(cotangent, a.shape()));
    }

    @Override
    public String settings() {
        return shape.toString();
    }
}
