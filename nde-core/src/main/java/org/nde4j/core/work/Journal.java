package org.nde4j.core.work;

import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A book in which long work writes what it has finished, so that a killed run can go on where it was.
 *
 * <p>Pieces are known by their names, which are unique within a run and consist of letters, digits, {@code . _ -} and
 * {@code /}. Each piece must be a pure function of its inputs: it may be computed again after a kill, and must then
 * give the same bits. Pieces of different names may be worked on by different threads at the same time.
 */
public interface Journal {

    /**
     * A value that is computed once and read back ever after.
     *
     * @param <T> the type of the value
     * @param name the name of the piece
     * @param codec how the value is written and read; must read back exactly what was written
     * @param compute the pure computation
     * @return the value, computed now or read back
     * @throws Stopped if a stop was asked for before the value was there
     */
    <T> T once(String name, Codec<T> codec, Supplier<T> compute);

    /**
     * The state in which a loop ends: {@code step} applied to {@code start} until {@code done} holds. The state is kept
     * every few seconds and when the loop ends or is stopped; a resumed loop goes on from the state last kept.
     *
     * @param <S> the type of the states
     * @param name the name of the loop
     * @param codec how a state is written and read; must read back exactly what was written
     * @param start the first state
     * @param done whether a state is the last; tested before each step
     * @param step the next state; must leave the state that it is given as it is
     * @return the last state
     * @throws Stopped if a stop was asked for; the state reached is kept
     */
    <S> S loop(String name, Codec<S> codec, S start, Predicate<S> done, UnaryOperator<S> step);

    /**
     * Tells how far a stage is. Cheap enough to be called at every step.
     *
     * @param stage what is being done, in a word or two
     * @param done how many of the total are done
     * @param total how many there are; not positive when unknown
     * @param message what else to show (a loss, a rate), or an empty text
     * @throws Stopped if a stop was asked for
     */
    void progress(String stage, long done, long total, String message);

    /**
     * A place at which the work may be stopped: returns at once unless a stop was asked for.
     *
     * @throws Stopped if a stop was asked for
     */
    default void checkpoint() {}

    /**
     * This journal with all names under a prefix, for a part that chooses its names without knowing of others.
     *
     * @param prefix the prefix, without the slash that follows it
     * @return the journal with longer names
     */
    default Journal scoped(String prefix) {
        return new ScopedJournal(this, prefix);
    }

    /** {@return a journal that keeps nothing, shows nothing and never stops} */
    static Journal inMemory() {
        return MemoryJournal.ONLY;
    }
}
