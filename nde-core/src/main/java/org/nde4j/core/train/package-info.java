/**
 * From measurements to trained parameters: data, losses, optimizers, and the loop around them.
 *
 * <p>Measurements are {@link org.nde4j.core.train.TimeSeries} of {@link org.nde4j.core.train.Trajectory trajectories}:
 *
 * <pre>{@code
 * Trajectory swing = new Trajectory("swing", new double[] {0, 0.5, 0.7}, new double[][] {{1}, {0.9}, {Double.NaN}});
 * TimeSeries data = new TimeSeries("t", List.of("angle"), List.of(swing));
 * int measured = data.observed(0); // 2
 * }</pre>
 *
 * <p>An {@link org.nde4j.core.train.Objective} gives a loss and its gradient; a {@link org.nde4j.core.train.Fit} goes
 * down along it. Recipes are immutable, the state of a training is a value, and a training that was killed goes on to
 * the same bits:
 *
 * <pre>{@code
 * Objective objective = ProgramObjective.of(loss, start, x, y);
 * Fit fit = Fit.of(Adam.DEFAULT, 1e-3, 5000).scheduled(Schedule.cosine(1e-3, 5000));
 * Fit.Outcome outcome = fit.run(objective, start, journal, "fit");
 * Parameters trained = start.withValues(outcome.state().best().parameters());
 * }</pre>
 *
 * Reads {@code network}, {@code calculus}, {@code program}, {@code random} and {@code work}.
 */
package org.nde4j.core.train;
