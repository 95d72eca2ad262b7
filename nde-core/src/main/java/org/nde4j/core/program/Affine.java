package org.nde4j.core.program;

import java.util.List;
import org.nde4j.core.array.Shape;

/**
 * {@code scale * a + shift}, element by element.
 *
 * @param a the argument
 * @param scale the factor
 * @param shift the summand
 */
public record Affine(Value a, double scale, double shift) implements Op.Elementwise {
    @Override
    public List<Value> operands() {
        return List.of(a);
    }

    @Override
    public Op with(List<Value> operands) {
        return new Affine(operands.get(0), scale, shift);
    }

    @Override
    public Shape shape() {
        return a.shape();
    }

    @Override
    public Step bind(Binding binding) {
        int from = binding.full(0);
        int to = binding.result();
        double m = scale;
        double s = shift;
        return (memory, start, end) -> {
            double[] x = memory[from];
            double[] y = memory[to];
            for (int i = start; i < end; i++) {
                y[i] = Math.fma(m, x[i], s);
            }
        };
    }

    @Override
    public Scalar scalar(Scalars s, Scalar... x) {
        return s.fma(s.constant(scale), x[0], s.constant(shift));
    }

    @Override
    public Value tangent(Tangents tangents, Value result) {
        Value da = tangents.of(a);
        return da == null ? null : tangents.trace().affine(da, scale, 0);
    }

    @Override
    public void transpose(Cotangents cotangents, Value cotangent) {
        cotangents.add(a, cotangents.trace().affine(cotangent, scale, 0));
    }

    @Override
    public String settings() {
        return scale + ", " + shift;
    }
}
