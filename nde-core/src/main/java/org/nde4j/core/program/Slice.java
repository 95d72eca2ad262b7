package org.nde4j.core.program;

import java.util.Arrays;
import java.util.List;
import org.nde4j.core.array.Shape;

/**
 * A range along an axis; the transpose of {@link Pad}.
 *
 * @param a the array
 * @param axis the axis
 * @param from the first index
 * @param to the index after the last
 */
public record Slice(Value a, int axis, int from, int to) implements Op {
    @Override
    public List<Value> operands() {
        return List.of(a);
    }

    @Override
    public Op with(List<Value> operands) {
        return new Slice(operands.get(0), axis, from, to);
    }

    @Override
    public Shape shape() {
        return a.shape().with(axis, to - from);
    }

    @Override
    public Step bind(Binding binding) {
        int source = binding.full(0);
        int target = binding.result();
        int inner = a.shape().inner(axis);
        int outer = a.shape().outer(axis);
        int row = a.shape().dim(axis) * inner;
        int width = (to - from) * inner;
        int first = from * inner;
        return (memory, start, end) -> copy(memory[source], first, row, memory[target], 0, width, width, outer);
    }

    /** Copies {@code count} rows of {@code width} elements between arrays whose rows lie at different distances. */
    static void copy(double[] x, int xo, int xRow, double[] y, int yo, int yRow, int width, int count) {
        if (width == 1) {
            for (int i = 0; i < count; i++) {
                y[yo + i * yRow] = x[xo + i * xRow];
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            System.arraycopy(x, xo + i * xRow, y, yo + i * yRow, width);
        }
    }

    @Override
    public Scalar[] scalars(Scalars s, Scalar[]... x) {
        int inner = a.shape().inner(axis);
        int width = (to - from) * inner;
        int row = a.shape().dim(axis) * inner;
        Scalar[] y = new Scalar[a.shape().outer(axis) * width];
        Arrays.setAll(y, i -> x[0][i / width * row + from * inner + i % width]);
        return y;
    }

    @Override
    public Value tangent(Tangents tangents, Value result) {
        Value da = tangents.of(a);
        return da == null ? null : tangents.trace().slice(da, axis, from, to);
    }

    @Override
    public void transpose(Cotangents cotangents, Value cotangent) {
        cotangents.add(
                a, cotangents.trace().pad(cotangent, axis, from, a.shape().dim(axis) - to));
    }

    @Override
    public String settings() {
        return "axis " + axis + ", " + from + " to " + to;
    }
}
