/**
 * Delay differential equations by the method of steps: the solution so far is the history of what follows.
 *
 * <pre>{@code
 * Solve solve = Solve.with(new MethodOfSteps(new Tsit5()), PidController.of(1e-8, 1e-8));
 * double y = solve.run(dde, 0, 10, Array.matrix(new double[][] {{1}})).orThrow().last()[0];
 * }</pre>
 *
 * Reads {@code solve}.
 */
package org.nde4j.core.solve.delay;
