/**
 * Tight loops over arrays of doubles: elementary functions, functions of two numbers with broadcasting, reductions, matrix
 * products. Everything here gives the same bits on every Java version, with and without the Vector API, which only
 * {@code VectorizedProduct} knows.
 *
 * <pre>{@code
 * double[] y = new double[x.length];
 * Elementary.tanh(x, 0, y, 0, x.length);                          // y = tanh(x)
 * Binary.MULTIPLY.right(y, 0, 0.5, y, 0, y.length);               // y = y / 2, in place
 * double s = Reductions.sum(y, 0, y.length);                      // fixed order of addition
 * MatrixProduct.best().multiply(false, true, 1, n, k, x, w, y, false);  // y = x w'
 * }</pre>
 */
package org.nde4j.core.kernel;
