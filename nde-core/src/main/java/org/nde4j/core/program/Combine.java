package org.nde4j.core.program;

import java.util.Arrays;
import java.util.List;
import org.nde4j.core.array.Shape;

/**
 * A linear combination with fixed coefficients, {@code c0 v0 + c1 v1 + ...}, added from left to right.
 *
 * @param coefficients one for each value
 * @param values at least one value, all of one shape
 */
public record Combine(List<Double> coefficients, List<Value> values) implements Op.Elementwise {
    /** Copies the lists. */
    public Combine {
        coefficients = List.copyOf(coefficients);
        values = List.copyOf(values);
    }

    @Override
    public List<Value> operands() {
        return values;
    }

    @Override
    public Op with(List<Value> operands) {
        return new Combine(coefficients, operands);
    }

    @Override
    public Shape shape() {
        return values.get(0).shape();
    }

    @Override
    public Step bind(Binding binding) {
        int n = values.size();
        int[] from = new int[n];
        double[] c = new double[n];
        Arrays.setAll(from, binding::full);
        Arrays.setAll(c, coefficients::get);
        int to = binding.result();
        return (memory, start, end) -> combine(memory, from, c, memory[to], start, end);
    }

    /*
     * The result may lie where an operand lay, and any of them: so operands are taken in groups, each group in one
     * pass, and the first group holds all that the result may overwrite only if there is no second. The workspace
     * never places this result over an operand, which is what makes the second pass safe.
     */
    private static void combine(double[][] memory, int[] from, double[] c, double[] y, int start, int end) {
        int n = from.length;
        int j;
        if (n % 2 == 1) {
            first(memory[from[0]], c[0], y, start, end);
            j = 1;
        } else {
            first(memory[from[0]], c[0], memory[from[1]], c[1], y, start, end);
            j = 2;
        }
        for (; j < n; j += 2) {
            more(memory[from[j]], c[j], memory[from[j + 1]], c[j + 1], y, start, end);
        }
    }

    private static void first(double[] a, double c, double[] y, int start, int end) {
        for (int i = start; i < end; i++) {
            y[i] = c * a[i];
        }
    }

    private static void first(double[] a, double c, double[] b, double d, double[] y, int start, int end) {
        for (int i = start; i < end; i++) {
            y[i] = Math.fma(d, b[i], c * a[i]);
        }
    }

    private static void more(double[] a, double c, double[] b, double d, double[] y, int start, int end) {
        for (int i = start; i < end; i++) {
            y[i] = Math.fma(d, b[i], Math.fma(c, a[i], y[i]));
        }
    }

    @Override
    public Scalar scalar(Scalars s, Scalar... x) {
        Scalar sum = s.mul(s.constant(coefficients.get(0)), x[0]);
        for (int i = 1; i < x.length; i++) {
            sum = s.fma(s.constant(coefficients.get(i)), x[i], sum);
        }
        return sum;
    }

    @Override
    public Value tangent(Tangents tangents, Value result) {
        List<Double> c = new java.util.ArrayList<>();
        List<Value> d = new java.util.ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Value di = tangents.of(values.get(i));
            if (di != null) {
                c.add(coefficients.get(i));
                d.add(di);
            }
        }
        return d.isEmpty() ? null : tangents.trace().combine(c, d);
    }

    @Override
    public void transpose(Cotangents cotangents, Value cotangent) {
        for (int i = 0; i < values.size(); i++) {
            if (cotangents.linear(values.get(i))) {
                cotangents.add(values.get(i), cotangents.trace().scale(cotangent, coefficients.get(i)));
            }
        }
    }

    @Override
    public double flops() {
        return 2.0 * values.size() * shape().size();
    }

    @Override
    public String settings() {
        return coefficients.toString();
    }
}
