package org.nde4j.core.program;

import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.kernel.Factorization;

/**
 * The factors of a matrix in each row: [B, entries] to [B, factors].
 *
 * <p>They have no tangent: they only serve {@link Solve}, whose own tangent speaks of the matrix.
 *
 * @param kind how it is factored
 * @param a the entries of the matrices
 */
public record Factor(Factorization kind, Value a) implements Op {
    @Override
    public List<Value> operands() {
        return List.of(a);
    }

    @Override
    public Op with(List<Value> operands) {
        return new Factor(kind, operands.get(0));
    }

    @Override
    public Shape shape() {
        return a.shape().with(1, kind.factors());
    }

    @Override
    public Step bind(Binding binding) {
        int from = binding.full(0);
        int to = binding.result();
        int batch = a.shape().dim(0);
        int entries = a.shape().dim(1);
        int factors = kind.factors();
        Factorization k = kind;
        return (memory, start, end) -> {
            for (int i = 0; i < batch; i++) {
                k.factor(memory[from], i * entries, memory[to], i * factors);
            }
        };
    }

    @Override
    public Value tangent(Tangents tangents, Value result) {
        return null;
    }

    @Override
    public double flops() {
        return kind.factorFlops() * a.shape().dim(0);
    }

    @Override
    public String settings() {
        return kind.toString();
    }
}
