/**
 * The language of everything straight-line: a {@link org.nde4j.core.program.Program} is an immutable list of lets over a
 * closed family of operations, written by tracing ordinary Java and run on preallocated buffers.
 *
 * <pre>{@code
 * Trace t = new Trace();
 * Value w = t.input("w", Shape.of(2, 3));
 * Value x = t.input("x", Shape.of(8, 3));
 * Program layer = t.program(t.tanh(t.matmul(x, false, w, true)));
 *
 * Workspace bench = new Workspace(layer);
 * bench.input(0)[0] = 0.5;
 * bench.run();
 * double[] y = bench.output(0);     // [8, 2]
 * }</pre>
 *
 * What is not straight-line offers itself as a {@link org.nde4j.core.program.Differentiable}, which a program may call.
 *
 * <p>An op says how it runs on arrays, and how each number of its result comes from single numbers; from the latter a workspace
 * that runs often compiles its program, see {@link org.nde4j.core.program.Workspace}.
 *
 * <p>Reads {@code array} and {@code kernel}; is read by everything that computes.
 */
package org.nde4j.core.program;
