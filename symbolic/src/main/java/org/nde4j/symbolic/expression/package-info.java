/**
 * Formulas as trees: reading, printing, evaluating, differentiating, and writing them into a program.
 *
 * <pre>{@code
 * Expression e = Expression.parse("y/(1 + y) - 0.5*x^2");
 * double value = e.evaluate(Map.of("x", 1.0, "y", 2.0));
 * Expression slope = e.derivative("x");
 * String text = e.text();
 * }</pre>
 *
 * <p>An operator knows everything about itself: its value, its derivative, its spelling in other languages and how it
 * is written into a {@link org.nde4j.core.program.Trace}. Outside its real domain an operator is NaN.
 */
package org.nde4j.symbolic.expression;
