/**
 * What is solved: vector fields, which write themselves into programs. Some have a structure that a method may use: a
 * mass matrix ({@link org.nde4j.core.equation.Dae}), a stiff part ({@link org.nde4j.core.equation.Split}), positions and
 * momenta ({@link org.nde4j.core.equation.Partitioned}).
 *
 * <pre>{@code
 * Field decay = Field.of(1, List.of(Shape.SCALAR), (t, time, y, p) -> t.neg(t.mul(t.like(p.get(0), y), y)));
 * Field pendulum = Partitioned.secondOrder(1, List.of(), (t, time, q, p) -> t.neg(t.sin(q)));
 * }</pre>
 *
 * Reads {@code program} and {@code calculus}; is read by {@code solve}.
 */
package org.nde4j.core.equation;
