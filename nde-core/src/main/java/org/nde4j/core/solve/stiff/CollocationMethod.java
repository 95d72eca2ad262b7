package org.nde4j.core.solve.stiff;

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
import org.nde4j.core.solve.Tolerance;

/**
 * A fully implicit Runge-Kutta method of collocation type: all stages are one nonlinear system, solved by simplified
 * Newton iteration with the exact Jacobian at the start of the step, which a change of variables splits into systems as
 * large as the state and of twice its size. Gradients are those of the stages as a condition, exact at their answer.
 *
 * <p>Fields may be stiff and depend on time. The dense output is the collocation polynomial, whose order is the number of
 * stages. Methods with an odd number of stages estimate their error by how far the polynomial misses the field at the start
 * of the step. A step whose iteration fails has NaN as its error, so it is tried again shorter.
 */
public abstract class CollocationMethod implements Solver {
    private final CollocationTableau tableau;
    private final Interpolant interpolant;
    private final StageSolver stages;

    CollocationMethod(CollocationTableau tableau, StageSolver stages) {
        this.tableau = tableau;
        this.interpolant = tableau.interpolant();
        this.stages = stages;
    }

    /** Its coefficients. */
    final CollocationTableau tableau() {
        return tableau;
    }

    /** How its stages are solved. */
    public final StageSolver stages() {
        return stages;
    }

    /** The same method with stages solved in another way. */
    public abstract CollocationMethod with(StageSolver other);

    /** The same method with other linear algebra. */
    public final CollocationMethod with(LinearAlgebra algebra) {
        return with(stages.with(algebra));
    }

    @Override
    public final CollocationMethod tuned(Tolerance tolerance) {
        return with(stages.controlled(tolerance));
    }

    final LinearAlgebra.Kind algebra() {
        if (stages.algebra() instanceof LinearAlgebra.Kind kind) {
            return kind;
        }
        throw new IllegalArgumentException(name() + " factors its matrices, which " + stages.algebra()
                + " does not; use LinearAlgebra.automatic(), or a method with one matrix such as Rodas5P");
    }

    @Override
    public final int order() {
        return tableau.order();
    }

    @Override
    public final int errorOrder() {
        return tableau.stages() + 1;
    }

    @Override
    public final int denseOrder() {
        return tableau.stages();
    }

    @Override
    public final boolean estimatesError() {
        return tableau.real().length > 0;
    }

    @Override
    public final Interpolant interpolant() {
        return interpolant;
    }

    @Override
    public final int carry(Field field) {
        return tableau.stages() * field.size() + 1;
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
        Value none = trace.fill(0, Shape.of(batch, carry(field)));
        return trace.program(none);
    }

    @Override
    public final Step step(Field field, int batch, Output output) {
        if (tableau.nodes()[tableau.stages() - 1] != 1) {
            Method.refuseMass(this, field);
        }
        return new CollocationStep(this, field, batch).write(output);
    }

    @Override
    public final boolean equals(Object other) {
        return other != null && getClass() == other.getClass() && stages.equals(((CollocationMethod) other).stages);
    }

    @Override
    public final int hashCode() {
        return 31 * getClass().getName().hashCode() + stages.tolerance().hashCode();
    }

    @Override
    public final String toString() {
        return name();
    }
}
