package org.nde4j.core.solve.stiff;

import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.Interpolant;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.Solver;
import org.nde4j.core.solve.Step;

/**
 * A Rosenbrock method: every stage is one linear system with the same matrix M - h gamma J, made of the exact Jacobian at
 * the start of the step. Nothing is iterated, so a step is a straight-line program, and its gradient is exact.
 *
 * <p>Fields may be stiff, depend on time and have a mass matrix, which may be singular where the equation has index 1. The
 * derivative at the start of a step shares its lines with the Jacobian, so it is not carried from step to step.
 */
public abstract class RosenbrockMethod implements Solver {
    private final RosenbrockTableau tableau;
    private final Interpolant interpolant;
    private final LinearAlgebra algebra;

    RosenbrockMethod(RosenbrockTableau tableau, LinearAlgebra algebra) {
        this.tableau = tableau;
        this.interpolant = tableau.interpolant();
        this.algebra = algebra;
    }

    /** Its coefficients. */
    RosenbrockTableau tableau() {
        return tableau;
    }

    @Override
    public final int order() {
        return tableau.order();
    }

    @Override
    public final int denseOrder() {
        return tableau.denseOrder();
    }

    @Override
    public final boolean estimatesError() {
        return true;
    }

    @Override
    public final Interpolant interpolant() {
        return interpolant;
    }

    @Override
    public final int carry(Field field) {
        return 1;
    }

    @Override
    public final boolean carriesDerivative() {
        return false;
    }

    @Override
    public final Program start(Field field, int batch) {
        Trace trace = new Trace();
        trace.input("t", Shape.of(batch, 1));
        trace.input("y", Shape.of(batch, field.size()));
        field.inputs(trace);
        return trace.program(nothing(trace, batch));
    }

    static Value nothing(Trace trace, int batch) {
        return trace.fill(0, Shape.of(batch, 1));
    }

    @Override
    public final Step step(Field field, int batch, Output output) {
        return new RosenbrockStep(tableau, StageMatrix.of(algebra, field), batch).write(output);
    }

    @Override
    public final boolean equals(Object other) {
        return other != null && getClass() == other.getClass() && algebra.equals(((RosenbrockMethod) other).algebra);
    }

    @Override
    public final int hashCode() {
        return getClass().getName().hashCode() + 31 * algebra.toString().hashCode();
    }

    @Override
    public final String toString() {
        return name();
    }
}
