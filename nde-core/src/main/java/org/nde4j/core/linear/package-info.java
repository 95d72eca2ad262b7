/**
 * Small dense linear algebra: what stiff stages, regressions and linear sub-problems need. Factorizations are benches that are made
 * once for a size and used many times; decompositions are values. {@link org.nde4j.core.linear.Gmres} needs products with a
 * matrix only. The only package that knows commons-math3.
 *
 * <pre>{@code
 * Lu lu = new Lu(n);
 * if (!lu.factor(a)) {
 *     throw new IllegalStateException(lu.trouble());
 * }
 * lu.solve(b, x);            // A x = b
 * lu.solveTransposed(b, y);  // A' y = b
 * }</pre>
 */
package org.nde4j.core.linear;
