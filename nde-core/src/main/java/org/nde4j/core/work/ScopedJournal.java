package org.nde4j.core.work;

import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A journal whose names stand under a prefix of another's. */
record ScopedJournal(Journal journal, String prefix) implements Journal {

    ScopedJournal {
        if (prefix.isBlank()) {
            throw new IllegalArgumentException("the prefix of a scoped journal is blank; give it a name");
        }
    }

    @Override
    public <T> T once(String name, Codec<T> codec, Supplier<T> compute) {
        return journal.once(within(name), codec, compute);
    }

    @Override
    public <S> S loop(String name, Codec<S> codec, S start, Predicate<S> done, UnaryOperator<S> step) {
        return journal.loop(within(name), codec, start, done, step);
    }

    @Override
    public void progress(String stage, long done, long total, String message) {
        journal.progress(within(stage), done, total, message);
    }

    @Override
    public void checkpoint() {
        journal.checkpoint();
    }

    private String within(String name) {
        return prefix + "/" + name;
    }
}
