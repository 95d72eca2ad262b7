/**
 * Shapes and values: what every other package speaks about.
 *
 * <pre>{@code
 * Array a = Array.matrix(new double[][] {{1, 2}, {3, 4}});
 * a.shape();     // [2, 2]
 * a.get(1, 0);   // 3.0
 * }</pre>
 *
 * Reads nothing; is read by everything.
 */
package org.nde4j.core.array;
