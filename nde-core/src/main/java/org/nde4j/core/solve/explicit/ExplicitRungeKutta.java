package org.nde4j.core.solve.explicit;

import java.util.ArrayList;
import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.Interpolant;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.Solver;
import org.nde4j.core.solve.Step;

/**
 * A Runge-Kutta method whose stages are evaluated one after another: a tableau, and an interpolant if it has one of its
 * own.
 *
 * <p>Every step carries the derivative at its start, evaluated at the end of the step before; so the cubic Hermite
 * interpolant costs nothing, and a method whose last stage is that derivative saves an evaluation.
 */
public abstract sealed class ExplicitRungeKutta implements Solver permits Euler, Heun, Rk4, Bosh3, Dopri5, Tsit5 {
    private final Tableau tableau;

    ExplicitRungeKutta(Tableau tableau) {
        this.tableau = tableau;
    }

    /** Its coefficients. */
    Tableau tableau() {
        return tableau;
    }

    /** Whether it has an interpolant of its own, in place of the cubic Hermite one. */
    boolean ownInterpolant() {
        return false;
    }

    @Override
    public int order() {
        return tableau.order();
    }

    @Override
    public int denseOrder() {
        return Math.min(3, tableau.order());
    }

    @Override
    public boolean estimatesError() {
        return tableau.error().length > 0;
    }

    /* Hermite: y0, y1, h f0, h f1. Own: y0, then h times each stage. */
    @Override
    public Interpolant interpolant() {
        return Interpolant.HERMITE;
    }

    @Override
    public Step step(Field field, int batch, Output output) {
        Method.refuseMass(this, field);
        Trace trace = new Trace();
        Value t = trace.input("t", Shape.of(batch, 1));
        Value h = trace.input("h", Shape.of(batch, 1));
        Shape shape = Shape.of(batch, field.size());
        Value y = trace.input("y", shape);
        Value f = trace.input("f", shape);
        List<Value> parameters = field.inputs(trace);
        Value wide = trace.spread(trace.reshape(h, Shape.of(batch)), shape, 0);
        List<Value> stages = new ArrayList<>();
        stages.add(trace.mul(wide, f));
        for (int i = 1; i < tableau.stages(); i++) {
            Value at = sum(trace, y, tableau.a()[i], stages);
            Value time = tableau.c(i) == 1 ? trace.add(t, h) : trace.combine(new double[] {1, tableau.c(i)}, t, h);
            stages.add(trace.mul(wide, field.write(trace, time, at, parameters)));
        }
        boolean same = tableau.firstSameAsLast();
        Value end = sum(trace, y, tableau.b(), stages);
        Value slope = field.write(trace, trace.add(t, h), end, parameters);
        Value last = trace.mul(wide, slope);
        List<Value> outputs = new ArrayList<>(List.of(end, slope));
        if (output.error()) {
            List<Value> all = new ArrayList<>(stages);
            all.add(last);
            outputs.add(weighted(trace, tableau.error(), all));
        }
        if (output.dense()) {
            outputs.add(y);
            outputs.addAll(ownInterpolant() ? stages : List.of(end, stages.get(0), last));
        }
        Program program = trace.program(outputs.toArray(Value[]::new));
        return new Step(program, batch, field.size(), output, tableau.stages() - (same ? 1 : 0));
    }

    private static Value sum(Trace trace, Value y, double[] weights, List<Value> stages) {
        return trace.add(y, weighted(trace, weights, stages));
    }

    private static Value weighted(Trace trace, double[] weights, List<Value> stages) {
        List<Double> c = new ArrayList<>();
        List<Value> v = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0) {
                c.add(weights[i]);
                v.add(stages.get(i));
            }
        }
        return trace.combine(c, v);
    }

    @Override
    public boolean equals(Object other) {
        return other != null && getClass() == other.getClass();
    }

    @Override
    public int hashCode() {
        return getClass().getName().hashCode();
    }

    @Override
    public String toString() {
        return name();
    }
}
