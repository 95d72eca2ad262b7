/**
 * What stiff methods are made of: the Jacobian of a field, and systems with M - h gamma J, as lines of a program, so that
 * a step with linear solves in it is differentiated like any other.
 *
 * <pre>{@code
 * StageMatrix matrix = StageMatrix.of(LinearAlgebra.automatic(), field);
 * Value j = matrix.jacobian(trace, t, y, parameters);
 * Value a = matrix.minus(trace, j, trace.scale(h, gamma));
 * Value f = matrix.factor(trace, a);                             // once
 * Value k = matrix.solve(trace, a, f, right, parameters);        // as often as needed
 * }</pre>
 *
 * Reads {@code calculus} and {@code equation}; is read by the methods.
 */
package org.nde4j.core.solve.stiff;
