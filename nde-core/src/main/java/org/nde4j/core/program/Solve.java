package org.nde4j.core.program;

import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.kernel.Factorization;

/**
 * The solution x of A x = b in each row, [B, n], with the factors of A.
 *
 * <p>Its tangent is the solution of A dx = db - dA x, and its transpose in b solves with A', with the same factors.
 *
 * @param kind how A was factored
 * @param a the entries of A, [B, entries]
 * @param f the factors of exactly this A, [B, factors], see {@link Factor}; what else they depend on has no derivative
 * @param b the right-hand side, [B, n]
 * @param transposed whether A' stands in the place of A
 */
public record Solve(Factorization kind, Value a, Value f, Value b, boolean transposed) implements Op {
    @Override
    public List<Value> operands() {
        return List.of(a, f, b);
    }

    @Override
    public Op with(List<Value> operands) {
        return new Solve(kind, operands.get(0), operands.get(1), operands.get(2), transposed);
    }

    @Override
    public Shape shape() {
        return b.shape();
    }

    @Override
    public Step bind(Binding binding) {
        int factored = binding.full(1);
        int right = binding.full(2);
        int to = binding.result();
        int batch = b.shape().dim(0);
        int n = kind.size();
        int factors = kind.factors();
        Factorization k = kind;
        if (transposed) {
            return (memory, start, end) -> {
                for (int i = 0; i < batch; i++) {
                    k.solveTransposed(memory[factored], i * factors, memory[right], i * n, memory[to], i * n);
                }
            };
        }
        return (memory, start, end) -> {
            for (int i = 0; i < batch; i++) {
                k.solve(memory[factored], i * factors, memory[right], i * n, memory[to], i * n);
            }
        };
    }

    @Override
    public Value tangent(Tangents tangents, Value result) {
        Value da = tangents.of(a);
        Value db = tangents.of(b);
        if (da == null && db == null) {
            return null;
        }
        Trace t = tangents.trace();
        Value moved = da == null ? null : t.times(kind.pattern(), da, transposed, result);
        Value right = da == null ? db : db == null ? t.neg(moved) : t.sub(db, moved);
        return t.solve(kind, a, f, right, transposed);
    }

    @Override
    public void transpose(Cotangents cotangents, Value g) {
        cotangents.add(b, cotangents.trace().solve(kind, a, f, g, !transposed));
    }

    @Override
    public double flops() {
        return kind.solveFlops() * b.shape().dim(0);
    }

    @Override
    public String settings() {
        return kind + (transposed ? ", transposed" : "");
    }
}
