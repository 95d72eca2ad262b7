/**
 * Dynamics: from measured trajectories to equations, by way of a trained network.
 *
 * <pre>{@code
 * Distilled found = Distillation.run(DistillSettings.defaults(), series, 0, workers, Journal.inMemory());
 * System.out.print(found.equations().system());
 * }</pre>
 *
 * Reads {@code evolve} and everything below it, and the core's {@code model}.
 */
package org.nde4j.symbolic.dynamics;
