package org.nde4j.core.program;

import java.util.Arrays;
import java.util.List;
import org.nde4j.core.array.Shape;

/**
 * Repeats an array along new axes: the only broadcasting there is; the transpose of {@link Sum}.
 *
 * @param a what is repeated
 * @param shape the shape of the result
 * @param axes the axes of the result that are those of {@code a}, ascending
 */
public record Spread(Value a, Shape shape, List<Integer> axes) implements Op {
    /** Copies the list. */
    public Spread {
        axes = List.copyOf(axes);
    }

    @Override
    public List<Value> operands() {
        return List.of(a);
    }

    @Override
    public Op with(List<Value> operands) {
        return new Spread(operands.get(0), shape, axes);
    }

    private int[] kept() {
        return axes.stream().mapToInt(Integer::intValue).toArray();
    }

    /** How an element-wise op could read the operand in its place; null if it must be written out. */
    Operand view(int storage) {
        int size = shape.size();
        int own = a.shape().size();
        int[] kept = kept();
        if (own == 1) {
            return new Operand(storage, size, 1, size);
        }
        if (Layout.trailing(shape.rank(), kept)) {
            return new Operand(storage, 1, own, size);
        }
        return Layout.leading(kept) ? new Operand(storage, size / own, own, size) : null;
    }

    @Override
    public Step bind(Binding binding) {
        int from = binding.full(0);
        int to = binding.result();
        Operand view = view(from);
        int size = shape.size();
        if (view != null && view.isScalar()) {
            return (memory, start, end) -> Arrays.fill(memory[to], 0, size, memory[from][0]);
        }
        if (view != null && view.width() == 1) {
            int own = view.period();
            return (memory, start, end) -> {
                for (int i = 0; i < size; i += own) {
                    System.arraycopy(memory[from], 0, memory[to], i, own);
                }
            };
        }
        if (view != null) {
            int width = view.width();
            return (memory, start, end) -> repeat(memory[from], width, memory[to], size);
        }
        int[] keptAt = Layout.indices(shape, kept());
        int[] newAt = Layout.indices(shape, Layout.others(shape.rank(), kept()));
        return (memory, start, end) -> {
            for (int i = 0; i < keptAt.length; i++) {
                for (int j : newAt) {
                    memory[to][keptAt[i] + j] = memory[from][i];
                }
            }
        };
    }

    private static void repeat(double[] x, int width, double[] y, int size) {
        for (int i = 0, at = 0; at < size; i++, at += width) {
            double v = x[i];
            for (int j = 0; j < width; j++) {
                y[at + j] = v;
            }
        }
    }

    @Override
    public Scalar[] scalars(Scalars s, Scalar[]... x) {
        Scalar[] y = new Scalar[shape.size()];
        int[] keptAt = Layout.indices(shape, kept());
        int[] newAt = Layout.indices(shape, Layout.others(shape.rank(), kept()));
        for (int i = 0; i < keptAt.length; i++) {
            for (int j : newAt) {
                y[keptAt[i] + j] = x[0][i];
            }
        }
        return y;
    }

    @Override
    public Value tangent(Tangents tangents, Value result) {
        Value da = tangents.of(a);
        return da == null ? null : tangents.trace().spread(da, shape, kept());
    }

    @Override
    public void transpose(Cotangents cotangents, Value cotangent) {
        cotangents.add(a, cotangents.trace().sum(cotangent, Layout.others(shape.rank(), kept())));
    }

    @Override
    public String settings() {
        return "along " + axes + " of " + shape;
    }
}
