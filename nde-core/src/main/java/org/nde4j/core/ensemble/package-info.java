/**
 * Many trajectories of one field at once, each with steps of its own.
 *
 * <pre>{@code
 * Ensemble ensemble = new Ensemble(Solve.with(new Tsit5(), PidController.of(1e-6, 1e-9)));
 * try (Workers workers = Workers.of(2)) {
 *     List<Outcome> ends = ensemble.run(workers, field, 0, 10, starts, parameters);
 * }
 * }</pre>
 *
 * A trajectory has the same bits alone, among others, and on any number of threads.
 *
 * <p>Reads {@code solve} and {@code work}.
 */
package org.nde4j.core.ensemble;
