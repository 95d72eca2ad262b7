/**
 * Studies: what can be run by name into a run folder, and the running of it.
 *
 * <pre>{@code
 * record Decay(double rate) {
 *     static Decay defaults() { return new Decay(1); }
 * }
 * Conclusion run(Decay decay, StudyContext context) {
 *     double end = context.journal().once("end", Codec.DOUBLE, () -> StrictMath.exp(-decay.rate()));
 *     context.folder().write("summary.json", Json.pretty(Map.of("end", end)));
 *     return Conclusion.reached("it decays to " + end, Map.of("end", end));
 * }
 * }</pre>
 */
package org.nde4j.experiments.study;
