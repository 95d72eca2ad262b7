/**
 * Configurations: YAML and command-line overrides on one side, validated records on the other.
 *
 * <p>A configuration is a record; its defaults are what its static method {@code defaults()} returns. Whoever mistypes
 * a key is told the file, the line and the nearest keys:
 *
 * <pre>{@code
 * record Training(int steps, double rate) {
 *     static Training defaults() { return new Training(1000, 1e-3); }
 * }
 * Node file = Yaml.read("rate: 0.01", "study.yaml");
 * Configuration<Training> c = Configuration.of(Training.class, file, List.of("steps=5"));
 * c.value();    // Training[steps=5, rate=0.01]
 * c.text();     // the same as YAML, with where each value comes from
 * }</pre>
 */
package org.nde4j.experiments.config;
