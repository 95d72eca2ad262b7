package org.nde4j.core.solve.stiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nde4j.core.array.Shape;
import org.nde4j.core.calculus.Simplification;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.Step;

/** Writes one step of a Rosenbrock method. */
final class RosenbrockStep {
    private final RosenbrockTableau tableau;
    private final StageMatrix matrix;
    private final Trace trace = new Trace();
    private final int batch;
    private final Value t;
    private final Value h;
    private final Value y;
    private final List<Value> parameters;
    private final Value hGamma; // [B, n]
    private final Value drift; // h df/dt
    private final Value jacobian;
    private final Value a;
    private final Value factors;
    private final List<Value> stages = new ArrayList<>();
    private final List<Value> states = new ArrayList<>(); // where the stages are evaluated, then the end of the step
    private final Set<List<Value>> evaluated = new HashSet<>();

    RosenbrockStep(RosenbrockTableau tableau, StageMatrix matrix, int batch) {
        this.tableau = tableau;
        this.matrix = matrix;
        this.batch = batch;
        int n = matrix.size();
        t = trace.input("t", Shape.of(batch, 1));
        h = trace.input("h", Shape.of(batch, 1));
        y = trace.input("y", Shape.of(batch, n));
        trace.input("carry", Shape.of(batch, 1));
        parameters = matrix.field().inputs(trace);
        Value column = trace.scale(h, tableau.gamma());
        hGamma = StageMatrix.wide(trace, column, n);
        drift = trace.mul(StageMatrix.wide(trace, h, n), matrix.timeDerivative(trace, t, y, parameters));
        jacobian = matrix.jacobian(trace, t, y, parameters);
        a = matrix.minus(trace, jacobian, matrix.movable(trace, column));
        factors = matrix.factor(trace, a);
    }

    Step write(Output output) {
        for (int i = 0; i < tableau.stages(); i++) {
            states.add(state(i));
            stages.add(stage(i));
        }
        Value end = state(tableau.stages());
        List<Value> outputs = new ArrayList<>(List.of(end, RosenbrockMethod.nothing(trace, batch)));
        if (output.error()) {
            outputs.add(sum(tableau.error(), 1, null));
        }
        if (output.stiffness()) {
            outputs.add(stiffness());
        }
        if (output.dense()) {
            outputs.add(y);
            outputs.addAll(stages);
        }
        return new Step(
                Simplification.of(trace.program(outputs.toArray(Value[]::new))),
                batch,
                matrix.size(),
                output,
                evaluated.size(),
                1);
    }

    private Value stage(int i) {
        double node = tableau.nodes()[i];
        Value time = node == 0 ? t : node == 1 ? trace.add(t, h) : trace.combine(new double[] {1, node}, t, h);
        evaluated.add(List.of(time, states.get(i)));
        Value slope = matrix.field().write(trace, time, states.get(i), parameters);
        double rate = tableau.rates()[i];
        Value driven = rate == 0 ? slope : trace.combine(new double[] {rate, 1}, drift, slope);
        return matrix.solve(trace, a, factors, right(i, trace.mul(hGamma, driven)), parameters);
    }

    private Value right(int i, Value slope) {
        double[] c = tableau.c()[i];
        if (matrix.field().mass().isEmpty()) {
            return sum(c, tableau.gamma(), slope);
        }
        Value earlier = sum(c, tableau.gamma(), null);
        return earlier == null ? slope : trace.add(matrix.massTimes(trace, earlier), slope);
    }

    /* Where the sum goes on from the one before, so does the state. */
    private Value state(int i) {
        double[] row = tableau.sum(i);
        double[] before = i == 0 ? row : tableau.sum(i - 1);
        boolean further = before.length > 0 && Arrays.equals(before, Arrays.copyOf(row, before.length));
        if (further) {
            Arrays.fill(row, 0, before.length, 0);
        }
        return sum(row, 1, further ? states.get(i - 1) : y);
    }

    /* The weighted stages, and a value that may be missing; null if there is nothing. */
    private Value sum(double[] weights, double scale, Value rest) {
        List<Double> c = new ArrayList<>();
        List<Value> v = new ArrayList<>();
        for (int j = 0; j < weights.length; j++) {
            if (weights[j] != 0) {
                c.add(scale * weights[j]);
                v.add(stages.get(j));
            }
        }
        if (rest != null) {
            c.add(1.0);
            v.add(rest);
        }
        return v.isEmpty() ? null : trace.combine(c, v);
    }

    /* How much the Jacobian lengthens the last stage, which is what the others could not follow. */
    private Value stiffness() {
        Value u = stages.get(stages.size() - 1);
        Value moved = matrix.jacobianTimes(trace, jacobian, u, parameters);
        return trace.reshape(trace.sqrt(trace.div(square(moved), square(u))), Shape.of(batch, 1));
    }

    private Value square(Value v) {
        return trace.sum(trace.mul(v, v), 1);
    }
}
