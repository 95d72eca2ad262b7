package org.nde4j.core.program;

import java.util.ArrayList;
import java.util.List;
import org.nde4j.core.array.Shape;

/**
 * The reverse derivative of a call: its inputs and result, then the flat cotangent of its outputs. The result is
 * the cotangents of all arguments one after another, flat; the transpose of {@link Push}.
 *
 * @param f what is called
 * @param operands its inputs, the result of the call, then the cotangent
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
        return Shape.of(Call.size(arguments()));
    }

    private List<Shape> arguments() {
        return f.inputs().subList(0, f.arguments());
    }

    private List<Value> points() {
        return operands.subList(0, f.inputs().size());
    }

    /* The points, and the result there. */
    private List<Value> known() {
        return operands.subList(0, f.inputs().size() + 1);
    }

    private Value cotangent() {
        return operands.get(operands.size() - 1);
    }

    @Override
    public Step bind(Binding binding) {
        int n = f.inputs().size();
        int[] points = Call.storages(binding, 0, n);
        int found = binding.full(n);
        int from = binding.full(n + 1);
        int to = binding.result();
        Call.Shared shared = binding.shared(f, points());
        List<Shape> outputs = f.outputs();
        return (memory, start, end) -> Call.join(
                shared.reuse(Call.pick(memory, points), memory[found]).pull(Call.split(memory[from], outputs)),
                memory[to]);
    }

    @Override
    public Value tangent(Tangents tangents, Value result) {
        if (points().subList(0, f.arguments()).stream().anyMatch(v -> tangents.of(v) != null)) {
            throw new UnsupportedOperationException("second derivative of the call of " + f.name()
                    + "; write it as a program, or differentiate it once only");
        }
        Value d = tangents.of(cotangent());
        if (d == null) {
            return null;
        }
        List<Value> all = new ArrayList<>(known());
        all.add(d);
        return tangents.trace().emit(new Pull(f, all));
    }

    @Override
    public void transpose(Cotangents cotangents, Value g) {
        Trace t = cotangents.trace();
        List<Value> all = new ArrayList<>(known());
        all.addAll(t.parts(g, arguments()));
        cotangents.add(cotangent(), t.emit(new Push(f, all)));
    }

    @Override
    public String settings() {
        return f.name();
    }
}
