/**
 * What holds at an answer: a {@link org.nde4j.core.condition.Condition}, the derivative of the answer that follows from
 * it, and {@link org.nde4j.core.condition.Newton}'s method, which finds it.
 *
 * <pre>{@code
 * Trace t = new Trace();
 * Value z = t.input("z", Shape.SCALAR), p = t.input("p", Shape.SCALAR);
 * Condition square = new Condition(t.program(t.sub(t.mul(z, z), p)));          // z^2 = p
 * Implicit root = new Implicit("root", square, in -> new double[] {Math.sqrt(in[0][0])}, 1e-9);
 * root.at(new double[][] {{4}}).pull(new double[][] {{1}});                    // dz/dp = 1/4
 * }</pre>
 *
 * Reads {@code program} and {@code calculus}; is read by stiff methods and by the layers of the implicit module.
 */
package org.nde4j.core.condition;
