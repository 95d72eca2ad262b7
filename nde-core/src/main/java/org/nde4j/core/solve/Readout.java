package org.nde4j.core.solve;

import java.util.Arrays;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.program.Workspace;

/** The bench of a program from (t, y, parameters of a field). */
final class Readout {
    private final Workspace bench;

    Readout(Program program) {
        this.bench = new Workspace(program);
    }

    /** The program of some functions for a number of trajectories. */
    static Program program(Field field, int batch, Formula... formulas) {
        Trace trace = new Trace();
        Value t = trace.input("t", Shape.of(batch, 1));
        Value y = trace.input("y", Shape.of(batch, field.size()));
        var parameters = field.inputs(trace);
        return trace.program(Arrays.stream(formulas)
                .map(f -> f.write(trace, t, y, parameters))
                .toArray(Value[]::new));
    }

    void parameters(double[]... parameters) {
        for (int i = 0; i < parameters.length; i++) {
            bench.bind(2 + i, parameters[i]);
        }
    }

    /** Sets the tangents of time and state in a program of derivatives along a solution. */
    void tangents(int first, double[] derivative) {
        Arrays.fill(bench.input(first), 1);
        bench.bind(first + 1, derivative);
    }

    /** Evaluates the functions. */
    void run(double time, double[] state) {
        Arrays.fill(bench.input(0), time);
        bench.bind(1, state);
        bench.run();
    }

    /** The value of a function, valid until the next run. */
    double[] value(int i) {
        return bench.output(i);
    }

    /** The value of the only function. */
    double[] at(double time, double[] state) {
        run(time, state);
        return Arrays.copyOf(
                bench.output(0), bench.program().outputs().get(0).shape().size());
    }
}
