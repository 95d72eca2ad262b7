/**
 * Curves through data.
 *
 * <pre>{@code
 * LocalPolynomial curve = LocalPolynomial.fit(times, values);
 * double x = curve.value(1.5), slope = curve.slope(1.5);
 * }</pre>
 *
 * Reads nothing; is read by {@code model}.
 */
package org.nde4j.core.path;
