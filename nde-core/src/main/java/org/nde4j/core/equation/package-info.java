/**
 * What is solved: vector fields, which write themselves into programs.
 *
 * <pre>{@code
 * Field decay = Field.of(1, List.of(Shape.SCALAR), (t, time, y, p) -> t.neg(t.mul(t.like(p.get(0), y), y)));
 * }</pre>
 *
 * Reads {@code program} and {@code calculus}; is read by {@code solve}.
 */
package org.nde4j.core.equation;
