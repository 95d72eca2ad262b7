package org.nde4j.core.solve;

/**
 * What one output of a solve kept.
 *
 * @param times the times of the saved states
 * @param states the saved states, each [B, n], or the saved functions of them
 * @param dense the solution as a function of time; null unless asked for
 */
public record Saved(double[] times, double[][] states, DenseOutput dense) {}
