/**
 * Systems of differential equations as people write them down: read from YAML, solved, differentiated. A file becomes a
 * {@link org.nde4j.experiments.system.Problem} by one reader for each of its parts: equations (plain, split, with delays,
 * with a mass matrix, in positions and momenta), events, steps, times, gradient.
 *
 * <pre>{@code
 * Problem problem = Problem.read(Path.of("s.yaml"), List.of("parameters.a=2"));
 * Solved solved = problem.solved();
 * solved.json();                                           // t, states, events, stats, gradient
 * }</pre>
 *
 * <p>Whatever is wrong with a file is said with file, line and key in a {@link org.nde4j.experiments.config.BadConfig}.
 */
package org.nde4j.experiments.system;
