/**
 * Methods for positions and momenta: they step the two in turn, with constant steps. Symplectic ones conserve phase-space
 * volume, so energies stay near their true values for very long times; Runge-Kutta-Nystrom methods use that the position
 * of a second-order equation is integrated twice.
 *
 * <pre>{@code
 * Field pendulum = Partitioned.secondOrder(1, List.of(), (t, time, q, p) -> t.neg(t.sin(q)));
 * Solve.with(new Yoshida6(), new ConstantSteps(0.1)).run(pendulum, 0, 1000, Array.matrix(new double[][] {{1, 0}}));
 * }</pre>
 *
 * Reads {@code solve}.
 */
package org.nde4j.core.solve.symplectic;
