package org.nde4j.core.program;

import java.util.List;
import java.util.Locale;
import org.nde4j.core.array.Shape;

/**
 * A function of two numbers, applied element by element.
 *
 * @param function the function
 * @param a the first argument
 * @param b the second argument, of the same shape
 */
public record Zip(BinaryFunction function, Value a, Value b) implements Op.Elementwise {
    @Override
    public List<Value> operands() {
        return List.of(a, b);
    }

    @Override
    public Op with(List<Value> operands) {
        return new Zip(function, operands.get(0), operands.get(1));
    }

    @Override
    public Shape shape() {
        return a.shape();
    }

    @Override
    public Step bind(Binding binding) {
        Operand left = binding.operand(0);
        Operand right = binding.operand(1);
        int to = binding.result();
        BinaryFunction f = function;
        if (left.isFull() && right.isFull()) {
            return (memory, start, end) -> f.apply(
                    memory[left.storage()], start, memory[right.storage()], start, memory[to], start, end - start);
        }
        return (memory, start, end) -> pieces(f, memory, left, right, memory[to], start, end);
    }

    /** Cuts a range into pieces along which each operand either runs on or stays the same. */
    private static void pieces(
            BinaryFunction f, double[][] memory, Operand left, Operand right, double[] y, int start, int end) {
        double[] a = memory[left.storage()];
        double[] b = memory[right.storage()];
        boolean leftSame = left.isScalar() || left.width() > 1;
        boolean rightSame = right.isScalar() || right.width() > 1;
        for (int i = start; i < end; ) {
            int n = end - i;
            if (!left.isScalar()) {
                n = Math.min(n, left.run(i));
            }
            if (!right.isScalar()) {
                n = Math.min(n, right.run(i));
            }
            if (leftSame && rightSame) {
                java.util.Arrays.fill(y, i, i + n, f.of(a[left.at(i)], b[right.at(i)]));
            } else if (leftSame) {
                f.applyLeft(a[left.at(i)], b, right.at(i), y, i, n);
            } else if (rightSame) {
                f.applyRight(a, left.at(i), b[right.at(i)], y, i, n);
            } else {
                f.apply(a, left.at(i), b, right.at(i), y, i, n);
            }
            i += n;
        }
    }

    @Override
    public Value tangent(Tangents tangents, Value result) {
        Value da = tangents.of(a);
        Value db = tangents.of(b);
        return da == null && db == null ? null : function.tangent(tangents.trace(), da, db, a, b, result);
    }

    @Override
    public void transpose(Cotangents cotangents, Value cotangent) {
        function.transpose(this, cotangents, cotangent);
    }

    @Override
    public double flops() {
        return function.flops() * shape().size();
    }

    @Override
    public String name() {
        return function.name().toLowerCase(Locale.ROOT);
    }
}
