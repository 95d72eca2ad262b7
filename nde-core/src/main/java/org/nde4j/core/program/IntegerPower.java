package org.nde4j.core.program;

import java.util.List;
import org.nde4j.core.array.Shape;

/**
 * A whole power of every element, by repeated multiplication; a negative one is the reciprocal of the positive.
 *
 * @param a the base
 * @param exponent the exponent
 */
public record IntegerPower(Value a, int exponent) implements Op.Elementwise {
    @Override
    public List<Value> operands() {
        return List.of(a);
    }

    @Override
    public Op with(List<Value> operands) {
        return new IntegerPower(operands.get(0), exponent);
    }

    @Override
    public Shape shape() {
        return a.shape();
    }

    @Override
    public Step bind(Binding binding) {
        int from = binding.full(0);
        int to = binding.result();
        int n = exponent;
        return (memory, start, end) -> {
            double[] x = memory[from];
            double[] y = memory[to];
            for (int i = start; i < end; i++) {
                y[i] = power(x[i], n);
            }
        };
    }

    /** {@code x} to the power {@code n}, by squaring. */
    static double power(double x, int n) {
        double result = 1;
        double square = x;
        for (int left = Math.abs(n); left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result *= square;
            }
            square *= square;
        }
        return n < 0 ? 1 / result : result;
    }

    @Override
    public Scalar scalar(Scalars s, Scalar... x) {
        Scalar result = null;
        Scalar square = x[0];
        for (int left = Math.abs(exponent); left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = result == null ? square : s.mul(result, square);
            }
            square = left > 1 ? s.mul(square, square) : square;
        }
        Scalar power = result == null ? s.constant(1) : result;
        return exponent < 0 ? s.div(s.constant(1), power) : power;
    }

    @Override
    public Value tangent(Tangents tangents, Value result) {
        Value da = tangents.of(a);
        if (da == null || exponent == 0) {
            return null;
        }
        Trace t = tangents.trace();
        return t.mul(da, t.scale(t.power(a, exponent - 1), exponent));
    }

    @Override
    public double flops() {
        return 2.0 * (32 - Integer.numberOfLeadingZeros(Math.abs(exponent))) * shape().size();
    }

    @Override
    public String settings() {
        return Integer.toString(exponent);
    }
}
