package org.nde4j.core.adjoint;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.calculus.Pullback;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Input;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.ProgramStepper;
import org.nde4j.core.solve.Recording;
import org.nde4j.core.solve.Solver;
import org.nde4j.core.solve.Step;

/**
 * What the way back needs of the first steps of the last solve, as many as fit into its memory. The way back of a step that is
 * here begins at once; of another, what it needs is computed again, to the same bits. One per thread.
 */
final class Tape implements Recording {
    private static final long DOUBLES = 1 << 24;

    private final Solver solver;
    private final Field field;
    private final Output output;
    private final int rows;
    private final double[][][][] steps; // by step and part; null where there is none yet
    private final HashMap<Integer, Pullback> pullbacks = new HashMap<>(); // by rows; looked up only

    /**
     * An empty tape.
     *
     * @param solver the method
     * @param field the field
     * @param batch the number of trajectories
     * @param output what the cotangents of a step are given for
     * @param most the greatest number of steps to keep
     */
    Tape(Solver solver, Field field, int batch, Output output, int most) {
        this.solver = solver;
        this.field = field;
        this.output = output;
        this.rows = Math.min(batch, ProgramStepper.rows(field, batch));
        int parts = (batch + rows - 1) / rows;
        long each = parts * Arrays.stream(memory()).mapToLong(a -> a.length).sum();
        this.steps = new double[(int) Math.min(most, DOUBLES / Math.max(1, each))][parts][][];
    }

    /** What the cotangents of a step are given for. */
    Output output() {
        return output;
    }

    /** A step for a number of rows, in two ways. */
    Pullback pullback(int n) {
        int[] wrt =
                IntStream.range(2, Step.PARAMETERS + field.parameters().size()).toArray();
        return pullbacks.computeIfAbsent(
                n, key -> Pullback.of(solver.step(field, key, output).program(), wrt));
    }

    /** The way forward for a number of rows, as far as the way back needs it. */
    Program ahead(int n) {
        Program all = pullback(n).ahead();
        int last = all.outputs().size();
        return all.keeping(IntStream.range(last - kept(), last).toArray());
    }

    /** Whether a step of the last solve is here. */
    boolean has(int step) {
        return step < steps.length;
    }

    /** Memory for a part of a step. */
    double[][] memory() {
        return ahead(rows).outputs().stream()
                .map(v -> new double[v.shape().size()])
                .toArray(double[][]::new);
    }

    @Override
    public int kept() {
        return pullback(rows).kept();
    }

    @Override
    public Program extend(Program step, int n) {
        Trace trace = new Trace();
        List<Value> arguments = step.inputs().stream()
                .map((Input in) -> trace.input(in.name(), in.value().shape()))
                .toList();
        List<Value> outputs = new java.util.ArrayList<>(trace.inline(step, arguments));
        outputs.addAll(trace.inline(ahead(n), arguments));
        return trace.program(arguments, outputs);
    }

    @Override
    public double[][] tape(int step, int part) {
        if (!has(step)) {
            return null;
        }
        if (steps[step][part] == null) {
            steps[step][part] = memory();
        }
        return steps[step][part];
    }
}
