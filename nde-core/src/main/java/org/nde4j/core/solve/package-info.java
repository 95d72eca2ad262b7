/**
 * Solving: the loop, step control, what is kept, and the ledger that a solve leaves behind. Methods live in packages
 * below, one file each; they know only how to write one step as a program.
 *
 * <pre>{@code
 * Solve solve = Solve.with(new Tsit5(), PidController.of(1e-6, 1e-9)).saving(SaveAt.times(0, 1, 2));
 * Outcome outcome = solve.run(field, 0, 2, Array.matrix(new double[][] {{1, 0}}));
 * }</pre>
 *
 * The state is a batch [B, n]: rows are trajectories, solved side by side.
 *
 * <p>Reads {@code equation}; is read by {@code adjoint} and {@code train}.
 */
package org.nde4j.core.solve;
