package org.nde4j.core.condition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.array.Shape;
import org.nde4j.core.calculus.Calculus;
import org.nde4j.core.calculus.Simplification;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * The derivative of the answer by the parameters, -J^-1 dc/dp at the answer, as programs. They are written when they are
 * first asked for.
 *
 * <p>Both come from one program, q(z, p, p') = -J(z, p)^-1 c(z, p'): its derivative by p' where p' = p.
 */
final class Derivative {
    private final Condition condition;
    private final Linearization linearization;
    private Program push;
    private Program pull;

    Derivative(Condition condition, Linearization linearization) {
        this.condition = condition;
        this.linearization = linearization;
    }

    /** From (z, p, tangents of p) to the tangent of z. */
    synchronized Program push() {
        if (push == null) {
            push = atOnePoint(Calculus.jvp(correction(), moving()).keeping(1), condition.parameters());
        }
        return push;
    }

    /** From (z, p, cotangent of z) to the cotangents of p. */
    synchronized Program pull() {
        if (pull == null) {
            int[] cotangents = IntStream.rangeClosed(1, parameters()).toArray();
            pull = atOnePoint(Calculus.vjp(correction(), moving()).keeping(cotangents), List.of(condition.unknowns()));
        }
        return pull;
    }

    private int parameters() {
        return condition.parameters().size();
    }

    /* The numbers of the inputs p'. */
    private int[] moving() {
        return IntStream.rangeClosed(parameters() + 1, 2 * parameters()).toArray();
    }

    private Program correction() {
        Trace trace = new Trace();
        Value z = trace.input("z", condition.unknowns());
        List<Value> still = inputs(trace, "parameter", condition.parameters());
        List<Value> arguments = new ArrayList<>(List.of(z));
        arguments.addAll(inputs(trace, "moving parameter", condition.parameters()));
        Value residual = trace.inline(condition.residual(), arguments).get(0);
        List<Value> matrices = linearization.matrices(trace, z, still);
        Value right = trace.reshape(trace.neg(residual), condition.unknowns());
        return trace.program(linearization.solve(trace, matrices, right, still));
    }

    /* The same with p' = p, and other arguments behind. */
    private Program atOnePoint(Program p, List<Shape> others) {
        Trace trace = new Trace();
        Value z = trace.input("z", condition.unknowns());
        List<Value> parameters = inputs(trace, "parameter", condition.parameters());
        List<Value> arguments = new ArrayList<>(List.of(z));
        arguments.addAll(parameters);
        arguments.addAll(parameters);
        arguments.addAll(inputs(trace, "direction", others));
        return Simplification.of(trace.program(trace.inline(p, arguments).toArray(Value[]::new)));
    }

    static List<Value> inputs(Trace trace, String name, List<Shape> shapes) {
        List<Value> values = new ArrayList<>();
        shapes.forEach(shape -> values.add(trace.input(name + " " + values.size(), shape)));
        return values;
    }

    /** Runs one of the programs once. */
    static double[][] run(Program program, double[] z, double[][]... rest) {
        var bench = new org.nde4j.core.program.Workspace(program);
        bench.bind(0, z);
        int next = 1;
        for (double[][] arrays : rest) {
            for (double[] array : arrays) {
                bench.bind(next++, array);
            }
        }
        bench.run();
        double[][] outputs = new double[program.outputs().size()][];
        Arrays.setAll(outputs, i -> bench.output(i).clone());
        return outputs;
    }
}
