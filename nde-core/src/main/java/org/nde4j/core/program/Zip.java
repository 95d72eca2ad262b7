package org.nde4j.core.program;

import java.util.List;
import java.util.Locale;
import org.nde4j.core.array.Shape;
import org.nde4j.core.kernel.Binary;

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
        Binary f = function.kernel();
        if (left.isFull() && right.isFull()) {
            return (memory, start, end) -> f.full(
                    memory[left.storage()], start, memory[right.storage()], start, memory[to], start, end - start);
        }
        if (left.isFull()) {
            return (memory, start, end) ->
                    right(f, memory[left.storage()], memory[right.storage()], right, memory[to], start, end);
        }
        if (right.isFull()) {
            return (memory, start, end) ->
                    left(f, memory[left.storage()], left, memory[right.storage()], memory[to], start, end);
        }
        return (memory, start, end) -> {
            double[] a = memory[left.storage()];
            double[] b = memory[right.storage()];
            for (int i = start; i < end; i++) {
                memory[to][i] = f.of(a[left.at(i)], b[right.at(i)]);
            }
        };
    }

    private static void right(Binary f, double[] a, double[] b, Operand right, double[] y, int start, int end) {
        if (right.isScalar()) {
            f.right(a, start, b[0], y, start, end - start);
        } else if (!right.whole(start, end)) {
            for (int i = start; i < end; i++) {
                y[i] = f.of(a[i], b[right.at(i)]);
            }
        } else if (right.width() == 1) {
            f.rowRight(a, start, b, 0, right.period(), y, start, end - start);
        } else {
            f.columnRight(a, start, b, right.at(start), right.width(), y, start, end - start);
        }
    }

    private static void left(Binary f, double[] a, Operand left, double[] b, double[] y, int start, int end) {
        if (left.isScalar()) {
            f.left(a[0], b, start, y, start, end - start);
        } else if (!left.whole(start, end)) {
            for (int i = start; i < end; i++) {
                y[i] = f.of(a[left.at(i)], b[i]);
            }
        } else if (left.width() == 1) {
            f.rowLeft(a, 0, left.period(), b, start, y, start, end - start);
        } else {
            f.columnLeft(a, left.at(start), left.width(), b, start, y, start, end - start);
        }
    }

    @Override
    public Scalar scalar(Scalars s, Scalar... x) {
        return function.scalar(s, x[0], x[1]);
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
