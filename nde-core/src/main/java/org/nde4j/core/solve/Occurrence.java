package org.nde4j.core.solve;

/**
 * An event that happened.
 *
 * @param time when
 * @param index the number of the event in the list of the solve
 * @param name what it is called
 * @param before the state before it, [n]
 * @param after the state after it; the same where it sets none
 */
public record Occurrence(double time, int index, String name, double[] before, double[] after) {}
