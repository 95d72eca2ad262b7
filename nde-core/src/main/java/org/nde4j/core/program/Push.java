package org.nde4j.core.program;

import java.util.ArrayList;
import java.util.List;
import org.nde4j.core.array.Shape;

/**
 * The forward derivative of a call: its inputs and result, then a tangent for each argument; the transpose of {@link Pull}.
 *
 * @param f what is called
 * @param operands its inputs, the result of the call, then the tangents of its arguments
 */
public record Push(Differentiable f, List<Value> operands) implements Op {
    /** Copies the list. */
    public Push {
        operands = List.copyOf(operands);
    }

    @Override
    public Op with(List<Value> operands) {
        return new Push(f, operands);
    }

    @Override
    public Shape shape() {
        return Shape.of(Call.size(f.outputs()));
    }

    private List<Value> points() {
        return operands.subList(0, f.inputs().size());
    }

    /* The points, and the result there. */
    private List<Value> known() {
        return operands.subList(0, f.inputs().size() + 1);
    }

    private List<Value> tangents() {
        return operands.subList(f.inputs().size() + 1, operands.size());
    }

    @Override
    public Step bind(Binding binding) {
        int n = f.inputs().size();
        int[] points = Call.storages(binding, 0, n);
        int outputs = binding.full(n);
        int[] tangents = Call.storages(binding, n + 1, operands.size());
        int to = binding.result();
        Call.Shared shared = binding.shared(f, points());
        return (memory, start, end) -> Call.join(
                shared.reuse(Call.pick(memory, points), memory[outputs]).push(Call.pick(memory, tangents)), memory[to]);
    }

    @Override
    public Value tangent(Tangents tangents, Value result) {
        if (points().subList(0, f.arguments()).stream().anyMatch(v -> tangents.of(v) != null)) {
            throw new UnsupportedOperationException("second derivative of the call of " + f.name()
                    + "; write it as a program, or differentiate it once only");
        }
        if (tangents().stream().allMatch(v -> tangents.of(v) == null)) {
            return null;
        }
        Trace t = tangents.trace();
        List<Value> all = new ArrayList<>(known());
        tangents().forEach(v -> all.add(tangents.of(v) == null ? t.fill(0, v.shape()) : tangents.of(v)));
        return t.emit(new Push(f, all));
    }

    @Override
    public void transpose(Cotangents cotangents, Value cotangent) {
        Trace t = cotangents.trace();
        List<Value> all = new ArrayList<>(known());
        all.add(cotangent);
        List<Value> parts = t.parts(t.emit(new Pull(f, all)), f.inputs().subList(0, f.arguments()));
        for (int i = 0; i < parts.size(); i++) {
            cotangents.add(tangents().get(i), parts.get(i));
        }
    }

    @Override
    public String settings() {
        return f.name();
    }
}
