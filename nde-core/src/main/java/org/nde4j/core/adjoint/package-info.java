/**
 * Gradients of solves, read off their ledgers.
 *
 * <pre>{@code
 * DifferentiableSolve solve = DifferentiableSolve.of(
 *         Solve.with(new Tsit5(), PidController.of(1e-6, 1e-6)).saving(SaveAt.times(0.5, 1)), field, 32, 0, 1);
 * List<Value> states = trace.call(solve, start, weights);   // inside a program with an encoder, a head, a loss
 * }</pre>
 *
 * Reads {@code solve} and {@code calculus}; is read by {@code train}.
 */
package org.nde4j.core.adjoint;
