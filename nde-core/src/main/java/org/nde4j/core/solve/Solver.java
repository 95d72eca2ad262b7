package org.nde4j.core.solve;

import org.nde4j.core.equation.Field;

/**
 * A one-step method: a recipe that writes one step of itself, around a field, as a program.
 *
 * <p>Immutable and shareable. Everything else (the loop, step control, output, gradients) is written once for all
 * methods, from that program.
 */
public interface Solver {
    /** The order of convergence. */
    int order();

    /** Whether its step estimates its own error, so that steps can be controlled. */
    boolean estimatesError();

    /** The order of the dense output. */
    int denseOrder();

    /**
     * Writes a step.
     *
     * @param field the field
     * @param batch the number of trajectories, B
     * @param output what the program gives besides the next state
     */
    Step step(Field field, int batch, Output output);

    /**
     * The weights of the dense output within a step: the state at {@code theta} is the sum of the step's dense pieces
     * with these weights.
     *
     * @param theta where in the step, 0 at its start to 1 at its end
     * @param weights written: a weight for each dense piece
     */
    void interpolate(double theta, double[] weights);

    /** The number of dense pieces of a step. */
    int pieces();

    /** What it is called. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** What a step gives besides the next state and the next derivative. */
    enum Output {
        /** Nothing. */
        STATE,
        /** The pieces of the dense output. */
        DENSE,
        /** The error estimate. */
        ERROR,
        /** The error estimate and the pieces of the dense output. */
        ERROR_AND_DENSE;

        /** Whether the pieces of the dense output are asked for. */
        public boolean dense() {
            return this == DENSE || this == ERROR_AND_DENSE;
        }

        /** Whether the error estimate is asked for. */
        public boolean error() {
            return this == ERROR || this == ERROR_AND_DENSE;
        }
    }
}
