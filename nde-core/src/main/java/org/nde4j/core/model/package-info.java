/**
 * The front door: models that are trained on measured data in a few lines.
 *
 * <pre>{@code
 * Smooth data = Smooth.of(series);
 * NeuralOde.Trained ode = NeuralOde.defaults().train(data, null, 0, Journal.inMemory());
 * double[][] slopes = ode.slopes(states);
 * }</pre>
 *
 * Reads everything else in the core.
 */
package org.nde4j.core.model;
