package org.nde4j.core.program;

import java.util.List;
import java.util.Locale;
import org.nde4j.core.array.Shape;

/**
 * A function of one number, applied to every element.
 *
 * @param function the function
 * @param a the argument
 */
public record Map(UnaryFunction function, Value a) implements Op.Elementwise {
    @Override
    public List<Value> operands() {
        return List.of(a);
    }

    @Override
    public Op with(List<Value> operands) {
        return new Map(function, operands.get(0));
    }

    @Override
    public Shape shape() {
        return a.shape();
    }

    @Override
    public Step bind(Binding binding) {
        int from = binding.full(0);
        int to = binding.result();
        UnaryFunction f = function;
        return (memory, start, end) -> f.apply(memory[from], start, memory[to], start, end - start);
    }

    @Override
    public Scalar scalar(Scalars s, Scalar... x) {
        return function.scalar(s, x[0]);
    }

    @Override
    public Value tangent(Tangents tangents, Value result) {
        Value da = tangents.of(a);
        return da == null ? null : function.tangent(tangents.trace(), da, a, result);
    }

    @Override
    public void transpose(Cotangents cotangents, Value cotangent) {
        if (function != UnaryFunction.NEG) {
            Op.Elementwise.super.transpose(cotangents, cotangent);
        }
        cotangents.add(a, cotangents.trace().neg(cotangent));
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
