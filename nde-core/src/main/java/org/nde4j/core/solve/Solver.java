package org.nde4j.core.solve;

import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Program;

/**
 * A one-step method: a recipe that writes one step of itself, around a field, as a program.
 *
 * <p>What a step hands to the next one besides the state is its <em>carry</em>: the derivative at its end for most
 * methods, so that it is not evaluated again; a second state for a reversible one.
 */
public interface Solver extends Method {
    /** The order of the dense output. */
    int denseOrder();

    /** The power of h with which the error estimate shrinks. */
    default int errorOrder() {
        return order();
    }

    /**
     * The dense output: how the state within a step is put together from the dense pieces of the step; Hermite's cubic
     * between the ends unless a method has its own.
     */
    default Interpolant interpolant() {
        return Interpolant.HERMITE;
    }

    /** Whether a step can estimate the greatest eigenvalue of the Jacobian. */
    default boolean estimatesStiffness() {
        return false;
    }

    /** The number of columns of the carry, c; at least 1. */
    default int carry(Field field) {
        return field.size();
    }

    /** Whether the first n columns of the carry are the derivative. */
    default boolean carriesDerivative() {
        return true;
    }

    /**
     * The carry at the start of a solve, as a program from (t [B, 1], y [B, n], parameters) to [B, c].
     *
     * @param field the field
     * @param batch B
     */
    default Program start(Field field, int batch) {
        return field.program(batch);
    }

    /**
     * Writes a step.
     *
     * @param field the field
     * @param batch the number of trajectories, B
     * @param output what the program gives besides the next state and the next carry
     */
    Step step(Field field, int batch, Output output);

    @Override
    default Solver tuned(Tolerance tolerance) {
        return this;
    }

    @Override
    default Stepper open(Field field, int batch, Output output) {
        return new ProgramStepper(this, field, batch, output);
    }
}
