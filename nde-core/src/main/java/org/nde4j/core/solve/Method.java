package org.nde4j.core.solve;

import org.nde4j.core.equation.Field;

/**
 * How steps are taken: a recipe, which opens a {@link Stepper} on a field.
 *
 * <p>Immutable and shareable. The loop, step control, output and events are written once for all methods. A method whose
 * step can be written down as a program is a {@link Solver}; gradients come with it. Methods that choose their order or
 * the number of their stages as they go open a stepper of their own.
 */
public interface Method {
    /** The order of convergence; the highest one where it varies. */
    int order();

    /** Whether its steps estimate their own error, so that they can be controlled. */
    boolean estimatesError();

    /**
     * The same method, its inner iterations fit for steps that are controlled by the given tolerance: accurate enough, and given up
     * soon, since a shorter step helps. A method without inner iterations is its own.
     */
    default Method tuned(Tolerance tolerance) {
        return this;
    }

    /**
     * Opens a bench.
     *
     * @param field the field
     * @param batch the number of trajectories, B
     * @param output what a step gives besides the next state
     * @throws IllegalArgumentException if it cannot solve fields of this kind, with what to use instead
     */
    Stepper open(Field field, int batch, Output output);

    /** What it is called. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** Refuses a field with a mass matrix; for methods that solve dy/dt = f only. */
    static void refuseMass(Method method, Field field) {
        if (field.mass().isPresent()) {
            throw new IllegalArgumentException(method.name()
                    + " cannot solve an equation with a mass matrix; use Rodas5P, RadauIIA5 or Bdf, or write the equation "
                    + "as dy/dt = f");
        }
    }
}
