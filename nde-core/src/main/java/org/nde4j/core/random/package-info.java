/**
 * Random numbers that depend on what they are for, not on who asks first: counter-based streams named by purpose and index.
 * The only package that knows commons-rng.
 *
 * <pre>{@code
 * Streams streams = Streams.of(42);
 * Stream noise = streams.stream("noise", trajectory, epoch);
 * double x = noise.normal();
 * }</pre>
 */
package org.nde4j.core.random;
