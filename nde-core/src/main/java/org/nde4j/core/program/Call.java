package org.nde4j.core.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nde4j.core.array.Shape;

/**
 * A {@link Differentiable} evaluated at operands. The result is all its outputs one after another, flat.
 *
 * @param f what is called
 * @param operands its inputs
 */
public record Call(Differentiable f, List<Value> operands) implements Op {
    /** Copies the list. */
    public Call {
        operands = List.copyOf(operands);
    }

    @Override
    public Op with(List<Value> operands) {
        return new Call(f, operands);
    }

    @Override
    public Shape shape() {
        return Shape.of(size(f.outputs()));
    }

    static int size(List<Shape> shapes) {
        return shapes.stream().mapToInt(Shape::size).sum();
    }

    @Override
    public Step bind(Binding binding) {
        int[] from = storages(binding, 0, operands.size());
        int to = binding.result();
        Shared shared = binding.shared(f, operands);
        return (memory, start, end) -> join(shared.evaluate(pick(memory, from)).outputs(), memory[to]);
    }

    static int[] storages(Binding binding, int start, int end) {
        int[] result = new int[end - start];
        Arrays.setAll(result, i -> binding.full(start + i));
        return result;
    }

    static double[][] pick(double[][] memory, int[] storages) {
        double[][] result = new double[storages.length][];
        Arrays.setAll(result, i -> memory[storages[i]]);
        return result;
    }

    static void join(double[][] parts, double[] to) {
        int at = 0;
        for (double[] part : parts) {
            System.arraycopy(part, 0, to, at, part.length);
            at += part.length;
        }
    }

    static double[][] split(double[] all, List<Shape> shapes) {
        double[][] result = new double[shapes.size()][];
        int at = 0;
        for (int i = 0; i < result.length; i++) {
            int n = shapes.get(i).size();
            result[i] = Arrays.copyOfRange(all, at, at + n);
            at += n;
        }
        return result;
    }

    @Override
    public Value tangent(Tangents tangents, Value result) {
        List<Value> arguments = operands.subList(0, f.arguments());
        if (arguments.stream().allMatch(v -> tangents.of(v) == null)) {
            return null;
        }
        Trace t = tangents.trace();
        List<Value> all = new ArrayList<>(operands);
        all.add(result);
        arguments.forEach(v -> all.add(tangents.of(v) == null ? t.fill(0, v.shape()) : tangents.of(v)));
        return t.emit(new Push(f, all));
    }

    @Override
    public String settings() {
        return f.name();
    }

    /** The last evaluation at some operands in one workspace; the call makes it, its derivatives reuse it. */
    public static final class Shared {
        private final Differentiable.Bench bench;
        private Differentiable.Evaluation evaluation;

        Shared(Differentiable f) {
            this.bench = f.open();
        }

        /** Evaluates anew and keeps the result for the rest of the run. */
        Differentiable.Evaluation evaluate(double[][] inputs) {
            evaluation = bench.at(inputs);
            return evaluation;
        }

        /** The evaluation of this run, made now from the outputs if there is none. */
        Differentiable.Evaluation reuse(double[][] inputs, double[] outputs) {
            if (evaluation == null) {
                evaluation = bench.known(inputs, outputs);
            }
            return evaluation;
        }

        /** Forgets it: the next run begins. */
        void forget() {
            evaluation = null;
        }

        long iterations() {
            return bench.iterations();
        }
    }
}
