package org.nde4j.core.solve;

import org.nde4j.core.equation.Field;

/** The part of a bench that methods have in common whose steps are no programs: where it stands, and the field there. */
public abstract class FieldStepper implements Stepper {
    /** The number of elements of a state, B n. */
    protected final int size;

    /** The states where it stands, [B, n]. */
    protected final double[] y;

    /** The time where it stands. */
    protected double time;

    private final int batch;
    private final Slope slope;
    private double[][] parameters = {};
    private long evaluations;

    /** A bench for {@code batch} trajectories. */
    protected FieldStepper(Field field, int batch) {
        this.batch = batch;
        this.size = batch * field.size();
        this.y = new double[size];
        this.slope = new Slope(field, batch);
    }

    @Override
    public final int batch() {
        return batch;
    }

    @Override
    public final int states() {
        return size / batch;
    }

    @Override
    public void parameters(double[]... values) {
        parameters = values;
    }

    /** Stands at a time and a state. */
    protected final void stand(double at, double[] state) {
        time = at;
        System.arraycopy(state, 0, y, 0, size);
    }

    @Override
    public final double[] state() {
        return y;
    }

    @Override
    public final double[] derivative(double at, double[] state) {
        evaluations++;
        return slope.at(at, state, parameters);
    }

    @Override
    public Work work() {
        return new Work(evaluations, 0, 0, 0);
    }
}
