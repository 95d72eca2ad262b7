/**
 * The workloads by which speed is judged, each defined to the last number, so that other libraries can run the same and
 * must find the same check values.
 *
 * <pre>{@code
 * new NeuralOdeStep().measure(Selection.everything(), row -> System.out.println(row.json()));
 * }</pre>
 *
 * Reads the core, {@code config} and {@code problem}; is read by {@code study} and {@code cli}.
 */
package org.nde4j.experiments.bench;
