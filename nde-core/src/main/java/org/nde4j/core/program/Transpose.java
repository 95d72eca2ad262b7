package org.nde4j.core.program;

import java.util.Arrays;
import java.util.List;
import org.nde4j.core.array.Shape;

/**
 * The same elements with the axes in another order.
 *
 * @param a the array
 * @param order axis i of the result is axis {@code order[i]} of {@code a}
 */
public record Transpose(Value a, List<Integer> order) implements Op {
    /** Copies the list. */
    public Transpose {
        order = List.copyOf(order);
    }

    @Override
    public List<Value> operands() {
        return List.of(a);
    }

    @Override
    public Op with(List<Value> operands) {
        return new Transpose(operands.get(0), order);
    }

    @Override
    public Shape shape() {
        return Shape.of(order.stream().mapToInt(i -> a.shape().dim(i)).toArray());
    }

    @Override
    public Step bind(Binding binding) {
        int from = binding.full(0);
        int to = binding.result();
        int[] at = Layout.indices(
                a.shape(), order.stream().mapToInt(Integer::intValue).toArray());
        return (memory, start, end) -> {
            double[] x = memory[from];
            double[] y = memory[to];
            for (int i = 0; i < at.length; i++) {
                y[i] = x[at[i]];
            }
        };
    }

    @Override
    public Scalar[] scalars(Scalars s, Scalar[]... x) {
        int[] from = Layout.indices(
                a.shape(), order.stream().mapToInt(Integer::intValue).toArray());
        return Arrays.stream(from).mapToObj(i -> x[0][i]).toArray(Scalar[]::new);
    }

    @Override
    public Value tangent(Tangents tangents, Value result) {
        Value da = tangents.of(a);
        return da == null
                ? null
                : tangents.trace()
                        .transpose(
                                da, order.stream().mapToInt(Integer::intValue).toArray());
    }

    @Override
    public void transpose(Cotangents cotangents, Value cotangent) {
        int[] back = new int[order.size()];
        for (int i = 0; i < back.length; i++) {
            back[order.get(i)] = i;
        }
        cotangents.add(a, cotangents.trace().transpose(cotangent, back));
    }

    @Override
    public String settings() {
        return order.toString();
    }
}
