/**
 * Methods for stiff equations and differential-algebraic ones, one file each: Rosenbrock methods, which solve linear
 * systems only, and diagonally and fully implicit Runge-Kutta methods, whose stages are conditions.
 *
 * <pre>{@code
 * Solver small = new Rodas5P();
 * Solver large = new Rodas5P(LinearAlgebra.sparse());
 * Solver implicit = new RadauIIA5();
 * }</pre>
 *
 * <p>They are made of the Jacobian of a field, and systems with M - h gamma J, as lines of a program, so that a step with
 * linear solves in it is differentiated like any other.
 *
 * <pre>{@code
 * StageMatrix matrix = StageMatrix.of(LinearAlgebra.automatic(), field);
 * Value j = matrix.jacobian(trace, t, y, parameters);
 * Value a = matrix.minus(trace, j, trace.scale(h, gamma));
 * Value f = matrix.factor(trace, a);                             // once
 * Value k = matrix.solve(trace, a, f, right, parameters);        // as often as needed
 * }</pre>
 *
 * Reads {@code solve}, {@code condition}, {@code calculus} and {@code equation}.
 */
package org.nde4j.core.solve.stiff;
