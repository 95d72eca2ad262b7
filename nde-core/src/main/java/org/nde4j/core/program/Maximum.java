package org.nde4j.core.program;

import java.util.List;
import org.nde4j.core.array.Shape;

/**
 * The greatest element over some axes, which disappear. Where several are greatest, the tangent is their mean.
 *
 * @param a what is searched
 * @param axes the axes to search over, ascending
 */
public record Maximum(Value a, List<Integer> axes) implements Op {
    /** Copies the list. */
    public Maximum {
        axes = List.copyOf(axes);
    }

    @Override
    public List<Value> operands() {
        return List.of(a);
    }

    @Override
    public Op with(List<Value> operands) {
        return new Maximum(operands.get(0), axes);
    }

    private int[] searched() {
        return axes.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public Shape shape() {
        return a.shape().without(searched());
    }

    @Override
    public Step bind(Binding binding) {
        int from = binding.full(0);
        int to = binding.result();
        int[] keptAt = Layout.indices(a.shape(), Layout.others(a.shape().rank(), searched()));
        int[] searchedAt = Layout.indices(a.shape(), searched());
        return (memory, start, end) -> {
            for (int i = 0; i < keptAt.length; i++) {
                double greatest = Double.NEGATIVE_INFINITY;
                for (int j : searchedAt) {
                    greatest = Math.max(greatest, memory[from][keptAt[i] + j]);
                }
                memory[to][i] = greatest;
            }
        };
    }

    @Override
    public Scalar[] scalars(Scalars s, Scalar[]... x) {
        int[] keptAt = Layout.indices(a.shape(), Layout.others(a.shape().rank(), searched()));
        int[] searchedAt = Layout.indices(a.shape(), searched());
        Scalar[] y = new Scalar[keptAt.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = s.constant(Double.NEGATIVE_INFINITY);
            for (int j : searchedAt) {
                y[i] = s.max(y[i], x[0][keptAt[i] + j]);
            }
        }
        return y;
    }

    @Override
    public Value tangent(Tangents tangents, Value result) {
        Value da = tangents.of(a);
        if (da == null) {
            return null;
        }
        Trace t = tangents.trace();
        int[] kept = Layout.others(a.shape().rank(), searched());
        Value less = t.less(a, t.spread(result, a.shape(), kept));
        Value greatest = t.affine(less, -1, 1);
        Value share = t.div(t.sum(t.mul(da, greatest), searched()), t.sum(greatest, searched()));
        return share;
    }

    @Override
    public double flops() {
        return a.shape().size();
    }

    @Override
    public String settings() {
        return "over " + axes;
    }
}
