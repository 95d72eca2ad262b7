package org.nde4j.core.program;

import java.util.ArrayList;
import java.util.List;
import org.nde4j.core.array.Shape;

/**
 * The reverse derivative of a call: operands first, then the flat cotangent of its outputs. The result is the
 * cotangents of all inputs one after another, flat; the transpose of {@link Push}.
 *
 * @param f what is called
 * @param operands its inputs, then the cotangent
 */
public record Pull(Differentiable f, List<Value> operands) implements Op {
    /** Copies the list. */
    public Pull {
        operands = List.copyOf(operands);
    }

    @Override
    public Op with(List<Value> operands) {
        return new Pull(f, operands);
    }

    @Override
    public Shape shape() {
        return Shape.of(Call.size(f.inputs()));
    }

    private List<Value> points() {
        return operands.subList(0, operands.size() - 1);
    }

    private Value cotangent() {
        return operands.get(operands.size() - 1);
    }

    @Override
    public Step bind(Binding binding) {
        int n = operands.size() - 1;
        int[] points = Call.storages(binding, 0, n);
        int from = binding.full(n);
        int to = binding.result();
        Call.Shared shared = binding.shared(f, points());
        List<Shape> outputs = f.outputs();
        return (memory, start, end) -> Call.join(
                shared.reuse(f, Call.pick(memory, points)).pull(Call.split(memory[from], outputs)), memory[to]);
    }

    @Override
    public Value tangent(Tangents tangents, Value result) {
        if (points().stream().anyMatch(v -> tangents.of(v) != null)) {
            throw new UnsupportedOperationException("second derivative of the call of " + f.name()
                    + "; write it as a program, or differentiate it once only");
        }
        Value d = tangents.of(cotangent());
        if (d == null) {
            return null;
        }
        List<Value> all = new ArrayList<>(points());
        all.add(d);
        return tangents.trace().emit(new Pull(f, all));
    }

    @Override
    public void transpose(Cotangents cotangents, Value g) {
        Trace t = cotangents.trace();
        List<Value> all = new ArrayList<>(points());
        all.addAll(t.parts(g, f.inputs()));
        cotangents.add(cotangent(), t.emit(new Push(f, all)));
    }

    @Override
    public String settings() {
        return f.name();
    }
}
