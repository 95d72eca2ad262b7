package org.nde4j.core.program;

import java.util.Arrays;
import java.util.List;
import org.nde4j.core.array.Shape;

/**
 * Zeros before and after along an axis; the transpose of {@link Slice}.
 *
 * @param a the array
 * @param axis the axis
 * @param before how many zeros before
 * @param after how many zeros after
 */
public record Pad(Value a, int axis, int before, int after) implements Op {
    @Override
    public List<Value> operands() {
        return List.of(a);
    }

    @Override
    public Op with(List<Value> operands) {
        return new Pad(operands.get(0), axis, before, after);
    }

    @Override
    public Shape shape() {
        return a.shape().with(axis, before + a.shape().dim(axis) + after);
    }

    @Override
    public Step bind(Binding binding) {
        int source = binding.full(0);
        int target = binding.result();
        int inner = a.shape().inner(axis);
        int outer = a.shape().outer(axis);
        int width = a.shape().dim(axis) * inner;
        int row = shape().dim(axis) * inner;
        int first = before * inner;
        return (memory, start, end) -> {
            Arrays.fill(memory[target], 0, outer * row, 0);
            Slice.copy(memory[source], 0, width, memory[target], first, row, width, outer);
        };
    }

    @Override
    public Scalar[] scalars(Scalars s, Scalar[]... x) {
        int inner = a.shape().inner(axis);
        int width = a.shape().dim(axis) * inner;
        int row = shape().dim(axis) * inner;
        Scalar[] y = new Scalar[shape().size()];
        Arrays.fill(y, s.constant(0));
        for (int i = 0; i < x[0].length; i++) {
            y[i / width * row + before * inner + i % width] = x[0][i];
        }
        return y;
    }

    @Override
    public Value tangent(Tangents tangents, Value result) {
        Value da = tangents.of(a);
        return da == null ? null : tangents.trace().pad(da, axis, before, after);
    }

    @Override
    public void transpose(Cotangents cotangents, Value cotangent) {
        cotangents.add(
                a,
                cotangents
                        .trace()
                        .slice(cotangent, axis, before, before + a.shape().dim(axis)));
    }

    @Override
    public String settings() {
        return "axis " + axis + ", " + before + " before, " + after + " after";
    }
}
