/**
 * Systems of ordinary differential equations as people write them down: read from YAML, solved, differentiated.
 *
 * <pre>{@code
 * SystemFile file = ...;                                   // states: {x: 1.0}   parameters: {a: 2}
 * Problem problem = Problem.of(configuration);             // equations: {x: "-a*x"}   time: {to: 10}
 * Solved solved = problem.solved();
 * solved.json();                                           // t, states, stats, gradient
 * }</pre>
 *
 * <p>Whatever is wrong with a file is said with file, line and key in a {@link org.nde4j.experiments.config.BadConfig}.
 */
package org.nde4j.experiments.system;
