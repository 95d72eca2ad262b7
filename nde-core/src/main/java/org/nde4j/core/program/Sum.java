package org.nde4j.core.program;

import java.util.Arrays;
import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.kernel.Reductions;

/**
 * The sum over some axes, which disappear; the transpose of {@link Spread}. The order of addition is fixed.
 *
 * @param a what is summed
 * @param axes the axes to sum over, ascending
 */
public record Sum(Value a, List<Integer> axes) implements Op {
    /** Copies the list. */
    public Sum {
        axes = List.copyOf(axes);
    }

    @Override
    public List<Value> operands() {
        return List.of(a);
    }

    @Override
    public Op with(List<Value> operands) {
        return new Sum(operands.get(0), axes);
    }

    private int[] summed() {
        return axes.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public Shape shape() {
        return a.shape().without(summed());
    }

    @Override
    public Step bind(Binding binding) {
        int from = binding.full(0);
        int to = binding.result();
        int[] summed = summed();
        int[] kept = Layout.others(a.shape().rank(), summed);
        int keptSize = shape().size();
        int summedSize = a.shape().size() / keptSize;
        if (Layout.trailing(a.shape().rank(), summed)) {
            return (memory, start, end) -> {
                for (int i = 0; i < keptSize; i++) {
                    memory[to][i] = Reductions.sum(memory[from], i * summedSize, summedSize);
                }
            };
        }
        if (Layout.leading(summed)) {
            return (memory, start, end) -> Reductions.sumRows(memory[from], summedSize, keptSize, memory[to]);
        }
        int[] keptAt = Layout.indices(a.shape(), kept);
        int[] summedAt = Layout.indices(a.shape(), summed);
        return (memory, start, end) -> {
            for (int i = 0; i < keptAt.length; i++) {
                double sum = 0;
                for (int j : summedAt) {
                    sum += memory[from][keptAt[i] + j];
                }
                memory[to][i] = sum;
            }
        };
    }

    @Override
    public Scalar[] scalars(Scalars s, Scalar[]... x) {
        int[] summed = summed();
        int[] keptAt = Layout.indices(a.shape(), Layout.others(a.shape().rank(), summed));
        int[] summedAt = Layout.indices(a.shape(), summed);
        boolean byEight = Layout.trailing(a.shape().rank(), summed);
        Scalar[] y = new Scalar[keptAt.length];
        for (int i = 0; i < y.length; i++) {
            int at = keptAt[i];
            Scalar[] terms = Arrays.stream(summedAt).mapToObj(j -> x[0][at + j]).toArray(Scalar[]::new);
            y[i] = byEight ? byEight(s, terms) : inOrder(s, s.constant(0), terms, 0);
        }
        return y;
    }

    /* The order of Reductions.sum. */
    private static Scalar byEight(Scalars s, Scalar[] terms) {
        int end = terms.length & -8;
        Scalar[] sums = new Scalar[8];
        Arrays.fill(sums, s.constant(0));
        for (int i = 0; i < end; i++) {
            sums[i % 8] = s.add(sums[i % 8], terms[i]);
        }
        for (int half = 4; half > 0 && end > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                sums[i] = s.add(sums[i], sums[i + half]);
            }
        }
        return inOrder(s, sums[0], terms, end);
    }

    private static Scalar inOrder(Scalars s, Scalar start, Scalar[] terms, int from) {
        Scalar sum = start;
        for (int i = from; i < terms.length; i++) {
            sum = s.add(sum, terms[i]);
        }
        return sum;
    }

    @Override
    public Value tangent(Tangents tangents, Value result) {
        Value da = tangents.of(a);
        return da == null ? null : tangents.trace().sum(da, summed());
    }

    @Override
    public void transpose(Cotangents cotangents, Value cotangent) {
        int[] kept = Layout.others(a.shape().rank(), summed());
        cotangents.add(a, cotangents.trace().spread(cotangent, a.shape(), kept));
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
