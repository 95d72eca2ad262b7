package org.nde4j.core.program;

import java.util.Arrays;
import java.util.List;
import org.nde4j.core.array.Shape;

/**
 * Chosen indices along an axis, in any order and number; the transpose of {@link Scatter}.
 *
 * @param a the array
 * @param axis the axis
 * @param indices index i of the result is index {@code indices[i]} of {@code a}
 */
public record Gather(Value a, int axis, List<Integer> indices) implements Op {
    /** Copies the list. */
    public Gather {
        indices = List.copyOf(indices);
    }

    @Override
    public List<Value> operands() {
        return List.of(a);
    }

    @Override
    public Op with(List<Value> operands) {
        return new Gather(operands.get(0), axis, indices);
    }

    @Override
    public Shape shape() {
        return a.shape().with(axis, indices.size());
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
        int row = a.shape().dim(axis) * inner;
        if (inner == 1) {
            return (memory, start, end) -> single(memory[from], row, chosen, memory[to], outer);
        }
        return (memory, start, end) -> {
            for (int o = 0; o < outer; o++) {
                for (int i = 0; i < chosen.length; i++) {
                    System.arraycopy(
                            memory[from],
                            o * row + chosen[i] * inner,
                            memory[to],
                            (o * chosen.length + i) * inner,
                            inner);
                }
            }
        };
    }

    private static void single(double[] x, int row, int[] chosen, double[] y, int outer) {
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < chosen.length; i++) {
                y[o * chosen.length + i] = x[o * row + chosen[i]];
            }
        }
    }

    @Override
    public Scalar[] scalars(Scalars s, Scalar[]... x) {
        int inner = a.shape().inner(axis);
        int row = a.shape().dim(axis) * inner;
        int width = indices.size() * inner;
        Scalar[] y = new Scalar[shape().size()];
        Arrays.setAll(y, i -> x[0][i / width * row + indices.get(i % width / inner) * inner + i % inner]);
        return y;
    }

    @Override
    public Value tangent(Tangents tangents, Value result) {
        Value da = tangents.of(a);
        return da == null ? null : tangents.trace().gather(da, axis, chosen());
    }

    @Override
    public void transpose(Cotangents cotangents, Value cotangent) {
        cotangents.add(
                a,
                cotangents.trace().scatter(cotangent, axis, chosen(), a.shape().dim(axis)));
    }

    @Override
    public String settings() {
        return "axis " + axis + ", " + indices;
    }
}
