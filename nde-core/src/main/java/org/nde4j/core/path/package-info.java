/**
 * Curves: through data, and drawn at random. A field that reads one at its time is a random, or driven, equation.
 *
 * <pre>{@code
 * LocalPolynomial curve = LocalPolynomial.fit(times, values);
 * double x = curve.value(1.5), slope = curve.slope(1.5);
 *
 * Path noise = LinearPath.brownian(0, 10, 1000, 1, Streams.of(7).stream("noise"));
 * Field random = Field.of(1, List.of(), (t, time, y, p) -> t.sub(noise.at(t, time), y));   // y' = W(t) - y
 * }</pre>
 *
 * Reads {@code program} and {@code random}; is read by {@code model}.
 */
package org.nde4j.core.path;
