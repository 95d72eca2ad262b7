/**
 * The command line.
 *
 * <pre>{@code
 * nde list                                 # the studies there are
 * nde run lorenz steps=2000 --seed 7       # runs one into runs/lorenz/<time>-<random>/
 * nde resume runs/lorenz/20260101-120000-k3x9w2ab
 * nde verify runs/lorenz/20260101-120000-k3x9w2ab
 * }</pre>
 *
 * <p>Results go to standard output, everything else to standard error. With {@code --json}, standard output holds one
 * object on one line and nothing else, also when the command fails. The exit codes are those of
 * {@link org.nde4j.experiments.run.Exit}.
 */
package org.nde4j.experiments.cli;
