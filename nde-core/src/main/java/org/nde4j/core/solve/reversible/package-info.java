/**
 * Reversible methods: the start of a step follows from its end by arithmetic alone, so a gradient needs no stored states.
 *
 * <pre>{@code
 * Solver solver = new Reversible(new Tsit5());                     // any explicit method becomes reversible
 * Program back = ((ReversibleSolver) solver).reverse(field, 1);    // from the end of a step to its start
 * }</pre>
 *
 * Reads {@code solve}.
 */
package org.nde4j.core.solve.reversible;
