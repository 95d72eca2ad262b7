/**
 * Explicit Runge-Kutta methods, one file each: a tableau, an interpolant where the method has one, and its source.
 *
 * <pre>{@code
 * Solver solver = new Tsit5();
 * }</pre>
 *
 * Reads {@code solve}.
 */
package org.nde4j.core.solve.explicit;
