package org.nde4j.core.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class JournalTest {

    @Test
    void inMemory_computesAndLoops() {
        Journal journal = Journal.inMemory();
        assertEquals(3, journal.once("three", Codec.INT, () -> 3));
        assertEquals(128, journal.loop("powers", Codec.INT, 1, x -> x > 100, x -> 2 * x));
        assertEquals(200, journal.loop("none", Codec.INT, 200, x -> x > 100, x -> 2 * x));
        journal.progress("powers", 1, 2, "");
        journal.checkpoint();
    }

    @Test
    void scoped_putsItsPrefixBeforeEveryName() {
        Names names = new Names();
        Journal member = names.scoped("ensemble").scoped("3");
        member.once("weights", Codec.INT, () -> 1);
        member.loop("fit", Codec.INT, 0, x -> true, x -> x);
        member.progress("fit", 1, 2, "");
        member.checkpoint();
        assertEquals(List.of("ensemble/3/weights", "ensemble/3/fit", "ensemble/3/fit", "checkpoint"), names.seen);
    }

    @Test
    void scoped_needsAName() {
        assertThrows(IllegalArgumentException.class, () -> Journal.inMemory().scoped(" "));
    }

    private static final class Names implements Journal {
        private final List<String> seen = new ArrayList<>();

        @Override
        public <T> T once(String name, Codec<T> codec, Supplier<T> compute) {
            seen.add(name);
            return compute.get();
        }

        @Override
        public <S> S loop(String name, Codec<S> codec, S start, Predicate<S> done, UnaryOperator<S> step) {
            seen.add(name);
            return start;
        }

        @Override
        public void progress(String stage, long done, long total, String message) {
            seen.add(stage);
        }

        @Override
        public void checkpoint() {
            seen.add("checkpoint");
        }
    }
}
