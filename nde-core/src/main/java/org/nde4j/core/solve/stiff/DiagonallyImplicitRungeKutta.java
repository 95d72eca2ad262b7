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
import org.nde4j.core.solve.Tolerance;

/**
 * A Runge-Kutta method whose stages are implicit one by one: each is a nonlinear system as large as the state, solved by
 * simplified Newton iteration with the Jacobian at the start of the step. Gradients are those of the stages as conditions,
 * exact at their answers.
 *
 * <p>Fields may be stiff, depend on time and have a mass matrix, which may be singular where the equation has index 1. A
 * method with an explicit partner treats the explicit part of a {@link org.nde4j.core.equation.Split} field by it; all
 * other fields are implicit as a whole. A step whose iteration fails has NaN as its error, so it is tried again shorter.
 *
 * <p>Error estimates are solved with the matrix of the stages once, so that they are not larger than the error where the
 * field is stiff (M. E. Hosea, L. F. Shampine, <em>Analysis and implementation of TR-BDF2</em>, Appl. Numer. Math. 20
 * (1996), doi:10.1016/0168-9274(95)00115-8).
 *
 * <p>Dense output is made of the implicit stages alone where a method says so: a slope at the end of a step is an error
 * times a great eigenvalue where the field is stiff and split. It is continuous, and its derivative is so up to its error.
 * Else it is the cubic Hermite interpolant, with slopes made of the stages where there is a mass matrix. The order of dense
 * output is that in all differential states of plain, split and mass-matrix fields; in algebraic states it is at least 2,
 * and 1 for {@link Sdirk2}.
 */
public abstract class DiagonallyImplicitRungeKutta implements Solver {
    private final ImplicitTableau tableau;
    private final StageSolver stages;
    private final Interpolant interpolant;

    DiagonallyImplicitRungeKutta(ImplicitTableau tableau, StageSolver stages) {
        this.tableau = tableau;
        this.stages = stages;
        this.interpolant = tableau.interpolant();
    }

    /** Its coefficients. */
    final ImplicitTableau tableau() {
        return tableau;
    }

    /** How its stages are solved. */
    public final StageSolver stages() {
        return stages;
    }

    /** The same method with stages solved in another way. */
    public abstract DiagonallyImplicitRungeKutta with(StageSolver other);

    /** The same method with other linear algebra. */
    public final DiagonallyImplicitRungeKutta with(LinearAlgebra algebra) {
        return with(stages.with(algebra));
    }

    @Override
    public final DiagonallyImplicitRungeKutta tuned(Tolerance tolerance) {
        return with(stages.controlled(tolerance));
    }

    @Override
    public final int order() {
        return tableau.order();
    }

    @Override
    public final int errorOrder() {
        return tableau.errorOrder();
    }

    @Override
    public final int denseOrder() {
        return tableau.denseOrder();
    }

    @Override
    public final boolean estimatesError() {
        return tableau.implicit().error().length > 0;
    }

    @Override
    public final Interpolant interpolant() {
        return interpolant;
    }

    @Override
    public final int carry(Field field) {
        return DiagonallyImplicitStep.splits(tableau, field) ? 2 * field.size() : field.size();
    }

    @Override
    public final Program start(Field field, int batch) {
        Trace trace = new Trace();
        Value t = trace.input("t", Shape.of(batch, 1));
        Value y = trace.input("y", Shape.of(batch, field.size()));
        return trace.program(DiagonallyImplicitStep.carry(trace, tableau, field, t, y, field.inputs(trace)));
    }

    @Override
    public final Step step(Field field, int batch, Output output) {
        return new DiagonallyImplicitStep(tableau, stages, field, batch).write(output);
    }

    @Override
    public final boolean equals(Object other) {
        return other != null
                && getClass() == other.getClass()
                && stages.equals(((DiagonallyImplicitRungeKutta) other).stages);
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
