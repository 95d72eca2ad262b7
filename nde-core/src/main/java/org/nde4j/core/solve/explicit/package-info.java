/**
 * Explicit Runge-Kutta methods, one file each: a tableau, with a dense output where the method has one, and its source.
 *
 * <pre>{@code
 * Solver solver = new Tsit5();
 *
 * Solver own = ExplicitRungeKutta.of(
 *         "Trapezoid", new Tableau(2, new double[][] {{}, {1}}, new double[] {0.5, 0.5}, new double[] {-0.5, 0.5}));
 * }</pre>
 *
 * Reads {@code solve}.
 */
package org.nde4j.core.solve.explicit;
