package org.nde4j.core.work;

import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The journal that keeps nothing. */
enum MemoryJournal implements Journal {
    ONLY;

    @Override
    public <T> T once(String name, Codec<T> codec, Supplier<T> compute) {
        return compute.get();
    }

    @Override
    public <S> S loop(String name, Codec<S> codec, S start, Predicate<S> done, UnaryOperator<S> step) {
        S state = start;
        while (!done.test(state)) {
            state = step.apply(state);
        }
        return state;
    }

    @Override
    public void progress(String stage, long done, long total, String message) {}
}
