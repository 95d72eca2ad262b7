/**
 * Implicit problems, as conditions that hold at their answers: equilibria and minima.
 *
 * <pre>{@code
 * Trace t = new Trace();
 * Value z = t.input("z", Shape.of(3)), x = t.input("x", Shape.of(3));
 * Condition rest = Equilibrium.of(t.program(t.tanh(t.add(t.scale(z, 0.5), x))));     // z = tanh(z / 2 + x)
 * }</pre>
 *
 * Reads the core, whose {@link org.nde4j.core.condition.Implicit} and {@link org.nde4j.core.condition.Newton} turn a
 * condition into an answer with a derivative; will be read by the methods and layers of this module.
 */
package org.nde4j.implicit.problem;
