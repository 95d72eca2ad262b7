/**
 * Implicit problems: a {@link org.nde4j.implicit.problem.Condition} that holds at the answer, and the derivative of the
 * answer that follows from it.
 *
 * <pre>{@code
 * Trace t = new Trace();
 * Value z = t.input("z", Shape.SCALAR), p = t.input("p", Shape.SCALAR);
 * Condition square = new Condition(t.program(t.sub(t.mul(z, z), p)));          // z^2 = p
 * Implicit root = new Implicit("root", square, in -> new double[] {Math.sqrt(in[0][0])}, 1e-9);
 * root.at(new double[][] {{4}}).pull(new double[][] {{1}});                    // dz/dp = 1/4
 * }</pre>
 *
 * Reads the core; will be read by the methods and layers of this module.
 */
package org.nde4j.implicit.problem;
