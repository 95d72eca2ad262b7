/**
 * Multistep methods, which learn from the steps before: they choose their order as they go, and need one or two
 * evaluations of the field a step. {@link org.nde4j.core.solve.multistep.Bdf} for stiff equations and
 * differential-algebraic ones, {@link org.nde4j.core.solve.multistep.Adams} for smooth ones whose field is expensive.
 *
 * <pre>{@code
 * Solve solve = Solve.with(new Bdf(), PidController.of(1e-6, 1e-9));
 * Solution s = solve.run(field, 0, 1e5, Array.matrix(new double[][] {{1, 0, 0}})).orThrow();
 * }</pre>
 *
 * They start, and start again after every jump, with short steps of low order. Of the step control they use the
 * tolerance, the first step and the greatest one; the length of the other steps and the order they choose themselves.
 *
 * <p>Reads {@code solve} and {@code solve.stiff}.
 */
package org.nde4j.core.solve.multistep;
