package org.nde4j.core.program;

import java.util.Arrays;
import java.util.List;
import org.nde4j.core.array.Shape;

/**
 * Adds each index along an axis to a chosen index of zeros; the transpose of {@link Gather}.
 *
 * @param a the array
 * @param axis the axis
 * @param indices index i of {@code a} is added to index {@code indices[i]} of the result
 * @param length the length of the result along the axis
 */
public record Scatter(Value a, int axis, List<Integer> indices, int length) implements Op {
    /** Copies the list. */
    public Scatter {
        indices = List.copyOf(indices);
    }

    @Override
    public List<Value> operands() {
        return List.of(a);
    }

    @Override
    public Op with(List<Value> operands) {
        return new Scatter(operands.get(0), axis, indices, length);
    }

    @Override
    public Shape shape() {
        return a.shape().with(axis, length);
    }

    private int[] chosen() {
        return indices.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public Step bind(Binding binding) {
        int from = binding.full(0);
        int to = binding.result();
        int[] chosen = chosen();
        int inner = a.shape().inner(axis);
        int outer = a.shape().outer(axis);
        int row = length * inner;
        return (memory, start, end) -> {
            double[] x = memory[from];
            double[] y = memory[to];
            Arrays.fill(y, 0, outer * row, 0);
            for (int o = 0; o < outer; o++) {
                for (int i = 0; i < chosen.length; i++) {
                    int at = o * row + chosen[i] * inner;
                    for (int j = 0; j < inner; j++) {
                        y[at + j] += x[(o * chosen.length + i) * inner + j];
                    }
                }
            }
        };
    }

    @Override
    public Scalar[] scalars(Scalars s, Scalar[]... x) {
        int inner = a.shape().inner(axis);
        int row = length * inner;
        int width = indices.size() * inner;
        Scalar[] y = new Scalar[shape().size()];
        Arrays.fill(y, s.constant(0));
        for (int i = 0; i < x[0].length; i++) {
            int at = i / width * row + indices.get(i % width / inner) * inner + i % inner;
            y[at] = s.add(y[at], x[0][i]);
        }
        return y;
    }

    @Override
    public Value tangent(Tangents tangents, Value result) {
        Value da = tangents.of(a);
        return da == null ? null : tangents.trace().scatter(da, axis, chosen(), length);
    }

    @Override
    public void transpose(Cotangents cotangents, Value cotangent) {
        cotangents.add(a, cotangents.trace().gather(cotangent, axis, chosen()));
    }

    @Override
    public double flops() {
        return a.shape().size();
    }

    @Override
    public String settings() {
        return "axis " + axis + ", " + indices + " of " + length;
    }
}
