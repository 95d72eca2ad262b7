/**
 * Long work that survives: a {@link org.nde4j.core.work.Journal} keeps what has been computed, a
 * {@link org.nde4j.core.work.Codec} says how it is written, and {@link org.nde4j.core.work.Workers} share it among
 * threads without changing a bit of the answer.
 *
 * <p>An algorithm that may run for hours names its pieces and leaves the keeping to the journal it is given. With
 * {@link org.nde4j.core.work.Journal#inMemory()} nothing is kept; with a journal in a run folder a killed run goes on
 * where it was:
 *
 * <pre>{@code
 * record Search(int generation, double[] best) {}
 * Codec<Search> codec = Codec.record(Search.class, Codec.INT, Codec.DOUBLES);
 *
 * double[] weights = journal.once("weights", Codec.DOUBLES, () -> train());
 * Search found = journal.loop("search", codec, new Search(0, weights), s -> s.generation() == 100, s -> next(s));
 * }</pre>
 *
 * <p>The promise rests on one rule: every piece is a pure function of its inputs. Then what is read back and what would
 * have been computed are the same bits.
 */
package org.nde4j.core.work;
