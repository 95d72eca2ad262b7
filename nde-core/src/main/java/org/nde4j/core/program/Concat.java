package org.nde4j.core.program;

import java.util.List;
import org.nde4j.core.array.Shape;

/**
 * Arrays one after another along an axis.
 *
 * @param values at least one array, of equal shapes but for that axis
 * @param axis the axis
 */
public record Concat(List<Value> values, int axis) implements Op {
    /** Copies the list. */
    public Concat {
        values = List.copyOf(values);
    }

    @Override
    public List<Value> operands() {
        return values;
    }

    @Override
    public Op with(List<Value> operands) {
        return new Concat(operands, axis);
    }

    @Override
    public Shape shape() {
        int length = values.stream().mapToInt(v -> v.shape().dim(axis)).sum();
        return values.get(0).shape().with(axis, length);
    }

    @Override
    public Step bind(Binding binding) {
        int n = values.size();
        int[] from = new int[n];
        int[] width = new int[n];
        int inner = shape().inner(axis);
        for (int i = 0; i < n; i++) {
            from[i] = binding.full(i);
            width[i] = values.get(i).shape().dim(axis) * inner;
        }
        int to = binding.result();
        int outer = shape().outer(axis);
        int row = shape().dim(axis) * inner;
        return (memory, start, end) -> {
            int at = 0;
            for (int i = 0; i < n; i++) {
                Slice.copy(memory[from[i]], 0, width[i], memory[to], at, row, width[i], outer);
                at += width[i];
            }
        };
    }

    @Override
    public Scalar[] scalars(Scalars s, Scalar[]... x) {
        Scalar[] y = new Scalar[shape().size()];
        int inner = shape().inner(axis);
        int row = shape().dim(axis) * inner;
        int at = 0;
        for (int k = 0; k < x.length; k++) {
            int width = values.get(k).shape().dim(axis) * inner;
            for (int i = 0; i < x[k].length; i++) {
                y[i / width * row + at + i % width] = x[k][i];
            }
            at += width;
        }
        return y;
    }

    @Override
    public Value tangent(Tangents tangents, Value result) {
        if (values.stream().allMatch(v -> tangents.of(v) == null)) {
            return null;
        }
        Trace t = tangents.trace();
        return t.concat(
                axis,
                values.stream()
                        .map(v -> tangents.of(v) == null ? t.fill(0, v.shape()) : tangents.of(v))
                        .toArray(Value[]::new));
    }

    @Override
    public void transpose(Cotangents cotangents, Value cotangent) {
        int at = 0;
        for (Value v : values) {
            int end = at + v.shape().dim(axis);
            if (cotangents.linear(v)) {
                cotangents.add(v, cotangents.trace().slice(cotangent, axis, at, end));
            }
            at = end;
        }
    }

    @Override
    public String settings() {
        return "axis " + axis;
    }
}
