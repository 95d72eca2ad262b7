package org.nde4j.core.program;

import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.kernel.MatrixProduct;

/**
 * The product of two matrices, either of them transposed or not.
 *
 * @param a the left matrix
 * @param ta whether it is transposed
 * @param b the right matrix
 * @param tb whether it is transposed
 */
public record MatMul(Value a, boolean ta, Value b, boolean tb) implements Op {
    @Override
    public List<Value> operands() {
        return List.of(a, b);
    }

    @Override
    public Op with(List<Value> operands) {
        return new MatMul(operands.get(0), ta, operands.get(1), tb);
    }

    @Override
    public Shape shape() {
        return Shape.of(a.shape().dim(ta ? 1 : 0), b.shape().dim(tb ? 0 : 1));
    }

    private int inner() {
        return a.shape().dim(ta ? 0 : 1);
    }

    @Override
    public Step bind(Binding binding) {
        int left = binding.full(0);
        int right = binding.full(1);
        int to = binding.result();
        int m = shape().dim(0);
        int n = shape().dim(1);
        int k = inner();
        boolean leftTurned = ta;
        boolean rightTurned = tb;
        MatrixProduct product = MatrixProduct.best();
        return (memory, start, end) ->
                product.multiply(leftTurned, rightTurned, m, n, k, memory[left], memory[right], memory[to], false);
    }

    @Override
    public Scalar[] scalars(Scalars s, Scalar[]... x) {
        if (!MatrixProduct.isReproducible()) {
            return null;
        }
        int n = shape().dim(1);
        int k = inner();
        int m = shape().dim(0);
        Scalar[] y = new Scalar[m * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                Scalar sum = s.constant(0);
                for (int p = 0; p < k; p++) {
                    Scalar left = x[0][ta ? p * m + i : i * k + p];
                    Scalar right = x[1][tb ? j * k + p : p * n + j];
                    sum = s.fma(left, right, sum);
                }
                y[i * n + j] = sum;
            }
        }
        return y;
    }

    @Override
    public Value tangent(Tangents tangents, Value result) {
        Value da = tangents.of(a);
        Value db = tangents.of(b);
        Trace t = tangents.trace();
        return t.plus(da == null ? null : t.matmul(da, ta, b, tb), db == null ? null : t.matmul(a, ta, db, tb));
    }

    @Override
    public void transpose(Cotangents cotangents, Value g) {
        Trace t = cotangents.trace();
        if (cotangents.linear(a)) {
            cotangents.add(a, ta ? t.matmul(b, tb, g, true) : t.matmul(g, false, b, !tb));
        } else {
            cotangents.add(b, tb ? t.matmul(g, true, a, ta) : t.matmul(a, !ta, g, false));
        }
    }

    @Override
    public double flops() {
        return 2.0 * shape().size() * inner();
    }

    @Override
    public String settings() {
        return (ta ? "left transposed" : "") + (ta && tb ? ", " : "") + (tb ? "right transposed" : "");
    }
}
