/**
 * Rewriting formulas without changing what they mean, comparing their form, and bounding their values.
 *
 * <pre>{@code
 * Expression e = Simplifier.simplify(Expression.parse("x*x*3 - -2*x^2 + 0*y"));  // 5*x^2
 * boolean found = Canonical.sameForm(e, Expression.parse("c*x^2"));              // false: c is a variable here
 * Interval range = Intervals.bounds(e, Map.of("x", Interval.of(-1, 2)));         // within [0, 20]
 * }</pre>
 */
package org.nde4j.symbolic.simplify;
