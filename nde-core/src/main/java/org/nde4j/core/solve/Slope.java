package org.nde4j.core.solve;

import java.util.Arrays;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Workspace;

/** A field on the bench: evaluates the derivative of a batch at one time. One per thread. */
public final class Slope {
    private final Workspace bench;
    private final double[] times;

    /** A bench for {@code batch} trajectories. */
    public Slope(Field field, int batch) {
        this.bench = new Workspace(field.program(batch));
        this.times = bench.input(0);
    }

    /**
     * The derivative.
     *
     * @param time for all rows
     * @param state [B, n]
     * @param parameters one array for each parameter of the field
     * @return [B, n], valid until the next call
     */
    public double[] at(double time, double[] state, double[]... parameters) {
        Arrays.fill(times, time);
        bench.bind(1, state);
        for (int i = 0; i < parameters.length; i++) {
            bench.bind(2 + i, parameters[i]);
        }
        bench.run();
        return bench.output(0);
    }
}
