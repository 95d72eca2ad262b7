/**
 * Solving: the loop, step control, events, what is kept, and the ledger that a solve leaves behind. Methods live in
 * packages below, one file each; they know only how to take one step.
 *
 * <pre>{@code
 * Event bounce = Event.crossing("bounce", (t, time, y, p) -> t.slice(y, 1, 0, 1))
 *         .falling()
 *         .setting((t, time, y, p) -> t.concat(1, t.slice(y, 1, 0, 1), t.scale(t.slice(y, 1, 1, 2), -0.9)));
 * Solve solve = Solve.with(new Tsit5(), PidController.of(1e-6, 1e-9))
 *         .saving(SaveAt.all(SaveAt.times(0, 1, 2), SaveAt.dense()))
 *         .handling(bounce);
 * Outcome outcome = solve.run(field, 0, 2, Array.matrix(new double[][] {{1, 0}}));
 * Outcome more = solve.resume(field, outcome.solution().restart(), 4);
 * }</pre>
 *
 * The state is a batch [B, n]: rows are trajectories, solved side by side.
 *
 * <p>A {@link org.nde4j.core.solve.Solve} is a recipe. Its bench marches from step to step: a controller judges each, an
 * agenda says where the next must end, recorders keep what was asked for, a watch lets events happen. An
 * {@link org.nde4j.core.solve.Outcome} says how it ended; the solution so far is in every one of them.
 *
 * <p>Reads {@code equation} and {@code calculus}; is read by {@code adjoint} and {@code train}.
 */
package org.nde4j.core.solve;
