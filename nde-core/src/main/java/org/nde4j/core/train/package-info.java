/**
 * What training needs around a model: the measurements it learns from.
 *
 * <pre>{@code
 * Trajectory swing = new Trajectory("swing", new double[] {0, 0.5, 0.7}, new double[][] {{1}, {0.9}, {Double.NaN}});
 * TimeSeries data = new TimeSeries("t", List.of("angle"), List.of(swing));
 * int measured = data.observed(0); // 2
 * }</pre>
 */
package org.nde4j.core.train;
