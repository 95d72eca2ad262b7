/**
 * The standard test problems of the field, with the end values that were published for them: DETEST, the orbits, the
 * reactions and circuits of the stiff test sets, equations with a mass matrix, and parabolic equations on a grid.
 *
 * <pre>{@code
 * TestProblem hires = TestProblems.named("hires");
 * Solution s = solve.run(hires.field(), hires.from(), hires.to(), hires.starts(1), hires.parameterArrays()).orThrow();
 * double error = hires.error(s.last());
 * }</pre>
 *
 * Equations are written column by column in {@link org.nde4j.experiments.problem.Columns}, so that what depends on what
 * stays visible. Reads the core and {@code config}.
 */
package org.nde4j.experiments.problem;
