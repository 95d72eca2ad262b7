/**
 * The workloads by which speed is judged, each defined to the last number, so that other libraries can run the same and
 * must find the same check values.
 *
 * <pre>{@code
 * new NeuralOdeStep().measure(Selection.everything(), row -> System.out.println(row.json()));
 * }</pre>
 *
 * Reads the core and {@code config}; is read by {@code cli}.
 */
package org.nde4j.experiments.bench;
