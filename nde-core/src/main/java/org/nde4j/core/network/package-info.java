/**
 * Neural networks as layers that write themselves into programs, and the weights they read.
 *
 * <p>A {@link org.nde4j.core.network.Layer} is an immutable recipe: it says how its weights are drawn and how it is
 * computed, and holds no number itself. {@link org.nde4j.core.network.Parameters} hold the numbers, under the names of
 * PyTorch's {@code state_dict}. {@link org.nde4j.core.network.Weights} are the same names inside a trace.
 *
 * <pre>{@code
 * Mlp net = Mlp.of(2, 64, 64, 1);
 * Parameters start = net.initialize(Streams.of(7).stream("weights"));   // 0.weight, 0.bias, 2.weight, ...
 *
 * Trace t = new Trace();
 * Weights w = Weights.inputs(t, start);
 * Value x = t.input("x", Shape.of(100, 2));
 * Program p = t.program(net.apply(t, w, x));                            // [100, 1]
 * }</pre>
 *
 * Reads {@code array}, {@code random}, {@code program} and {@code work}.
 */
package org.nde4j.core.network;
