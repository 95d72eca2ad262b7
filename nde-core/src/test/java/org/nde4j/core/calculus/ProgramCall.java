package org.nde4j.core.calculus;

import java.util.List;
import java.util.stream.Stream;
import org.nde4j.core.array.Shape;
import org.nde4j.core.program.Differentiable;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Value;
import org.nde4j.core.program.Workspace;

/** A program behind the interface of what is not one: the reference for calls. */
record ProgramCall(Program program) implements Differentiable {
    @Override
    public String name() {
        return "a program";
    }

    @Override
    public List<Shape> inputs() {
        return program.inputs().stream().map(in -> in.value().shape()).toList();
    }

    @Override
    public List<Shape> outputs() {
        return program.outputs().stream().map(Value::shape).toList();
    }

    @Override
    public Evaluation at(double[][] inputs) {
        double[][] outputs = run(program, inputs);
        int n = outputs.length;
        return new Evaluation() {
            @Override
            public double[][] outputs() {
                return outputs;
            }

            @Override
            public double[][] push(double[][] tangents) {
                return tail(run(Calculus.jvp(program), inputs, tangents), n);
            }

            @Override
            public double[][] pull(double[][] cotangents) {
                return tail(run(Calculus.vjp(program), inputs, cotangents), n);
            }
        };
    }

    private static double[][] tail(double[][] all, int from) {
        return java.util.Arrays.copyOfRange(all, from, all.length);
    }

    static double[][] run(Program p, double[]... inputs) {
        Workspace w = new Workspace(p);
        for (int i = 0; i < inputs.length; i++) {
            w.bind(i, inputs[i].clone());
        }
        w.run();
        return Stream.iterate(0, i -> i + 1)
                .limit(p.outputs().size())
                .map(i -> w.output(i).clone())
                .toArray(double[][]::new);
    }

    static double[][] run(Program p, double[][] first, double[][] second) {
        return run(p, Stream.concat(Stream.of(first), Stream.of(second)).toArray(double[][]::new));
    }
}
