/**
 * Programs to programs: Jacobian times vector, vector times Jacobian, gradients, all of any order.
 *
 * <pre>{@code
 * Program loss = ...;                              // w, x -> one number
 * Program gradient = Calculus.gradient(loss, 0);   // w, x -> (loss, dloss/dw)
 * Program curvature = Calculus.jvp(gradient, 0);   // w, x, v -> (..., Hessian times v)
 * Pattern pattern = Sparsity.of(field, 0, 1);      // where the Jacobian may be other than zero
 * Program entries = new SparseJacobian(pattern).program(fieldOfABatch, 0, 1);
 * Program shorter = Simplification.of(curvature);  // without what is known to be zero
 * }</pre>
 *
 * Reads {@code program}; is read by {@code adjoint}, {@code train} and whoever needs a derivative.
 */
package org.nde4j.core.calculus;
