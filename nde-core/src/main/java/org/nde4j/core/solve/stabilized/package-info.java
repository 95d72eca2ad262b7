/**
 * Stabilized explicit methods: Runge-Kutta methods with so many stages that they stay stable where the Jacobian has large
 * real negative eigenvalues, as of diffusion. No linear systems, and the number of stages grows only like the square root
 * of the stiffness, so they suit large fields that are mildly stiff.
 *
 * <pre>{@code
 * Solve solve = Solve.with(new Rock4(), PidController.of(1e-6, 1e-6));
 * }</pre>
 *
 * Not for eigenvalues near the imaginary axis: the stable region is a narrow strip around the negative real axis.
 *
 * <p>Reads {@code solve}.
 */
package org.nde4j.core.solve.stabilized;
