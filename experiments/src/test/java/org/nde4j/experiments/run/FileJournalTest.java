package org.nde4j.experiments.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nde4j.core.work.Codec;
import org.nde4j.core.work.Journal;
import org.nde4j.core.work.Stopped;
import org.nde4j.core.work.Workers;

class FileJournalTest {

    private static final Duration ALWAYS = Duration.ZERO;
    private static final Duration NEVER = Duration.ofDays(1);

    @TempDir
    Path folder;

    private final List<String> log = new ArrayList<>();
    private int computed;

    @Test
    void once_isComputedOnce() {
        for (int i = 0; i < 3; i++) {
            assertEquals("value", journal("k", NEVER).once("a/b", Codec.STRING, () -> compute("value")));
        }
        assertEquals(1, computed);
    }

    @Test
    void loop_goesOnFromTheLastState() {
        assertThrows(
                ArithmeticException.class,
                () -> journal("k", ALWAYS).loop("l", Codec.INT, 0, x -> x == 10, x -> fall(x, 6)));
        assertEquals(7, computed);
        assertEquals(10, journal("k", ALWAYS).loop("l", Codec.INT, 0, x -> x == 10, x -> fall(x, 99)));
        assertEquals(7 + 4, computed);
        assertEquals(10, journal("k", ALWAYS).loop("l", Codec.INT, 0, x -> x == 10, x -> fall(x, 99)));
        assertEquals(7 + 4, computed);
    }

    @Test
    void loop_keepsNoMoreThanThreeStates() throws IOException {
        journal("k", ALWAYS).loop("l", Codec.INT, 0, x -> x == 50, x -> x + 1);
        assertEquals(3, files().size());
    }

    @Test
    void stop_insideAStep_keepsTheStateBefore() {
        StopRequest stop = new StopRequest();
        Journal journal = journal("k", NEVER, stop);
        Stopped stopped = assertThrows(
                Stopped.class,
                () -> journal.loop("l", Codec.INT, 0, x -> x == 10, x -> {
                    if (x == 5) {
                        stop.ask("a test");
                        journal.progress("l", x, 10, "");
                    }
                    return x + 1;
                }));
        assertEquals("stopped by a test", stopped.getMessage());
        assertEquals(10, journal("k", NEVER).loop("l", Codec.INT, -99, x -> x == 10, x -> {
            assertTrue(x >= 5, "began again at " + x);
            return x + 1;
        }));
    }

    @Test
    void timeLimit_stops() {
        StopRequest stop = new StopRequest();
        stop.askAfter(Duration.ofMillis(20));
        String message = assertThrows(
                        Stopped.class,
                        () -> journal("k", NEVER, stop).loop("l", Codec.LONG, 0L, x -> false, x -> x + 1))
                .getMessage();
        assertTrue(message.contains("time limit"), message);
    }

    @Test
    void aDamagedState_givesWayToTheOneBefore() throws IOException {
        journal("k", ALWAYS).loop("l", Codec.INT, 0, x -> x == 5, x -> x + 1);
        Path last = files().get(2);
        byte[] bytes = Files.readAllBytes(last);
        bytes[bytes.length / 2] ^= 1;
        Files.write(last, bytes);
        assertEquals(5, journal("k", NEVER).loop("l", Codec.INT, -99, x -> x == 5, x -> {
            assertEquals(4, x);
            return x + 1;
        }));
        assertTrue(log.get(0).contains("is bad and passed over"), log.toString());
    }

    @Test
    void ifAllStatesAreDamaged_theLoopBeginsAgain() throws IOException {
        journal("k", ALWAYS).loop("l", Codec.INT, 0, x -> x == 5, x -> x + 1);
        for (Path file : files()) {
            Files.write(file, new byte[10]);
        }
        assertEquals(5, journal("k", NEVER).loop("l", Codec.INT, 0, x -> x == 5, x -> fall(x, 99)));
        assertEquals(5, computed);
        assertEquals(3, log.size());
    }

    @Test
    void whatWasKeptUnderAnotherKey_isPassedOver() {
        journal("k", NEVER).once("a", Codec.STRING, () -> compute("old"));
        assertEquals("new", journal("other", NEVER).once("a", Codec.STRING, () -> compute("new")));
    }

    @Test
    void aFileUnderAnothersName_isPassedOver() throws IOException {
        journal("k", NEVER).once("a", Codec.STRING, () -> "of a");
        Files.move(files().get(0), folder.resolve("b@000000000000.ckpt"));
        assertEquals("of b", journal("k", NEVER).once("b", Codec.STRING, () -> "of b"));
    }

    @Test
    void namesThatBeginAlike_areApart() {
        Journal journal = journal("k", ALWAYS);
        assertEquals(1, journal.once("a", Codec.INT, () -> 1));
        assertEquals(2, journal.once("a/b", Codec.INT, () -> 2));
        assertEquals(3, journal.once("ab", Codec.INT, () -> 3));
        assertEquals(4, journal.once("a.b", Codec.INT, () -> 4));
        Journal again = journal("k", ALWAYS);
        assertEquals(1, again.once("a", Codec.INT, () -> 9));
        assertEquals(2, again.once("a/b", Codec.INT, () -> 9));
        assertEquals(3, again.once("ab", Codec.INT, () -> 9));
    }

    @Test
    void aNameUsedTwice_isRefused() {
        Journal journal = journal("k", NEVER);
        journal.once("a", Codec.INT, () -> 1);
        assertThrows(IllegalStateException.class, () -> journal.once("a", Codec.INT, () -> 2));
        assertThrows(IllegalArgumentException.class, () -> journal.once("a//b", Codec.INT, () -> 2));
        assertThrows(IllegalArgumentException.class, () -> journal.once("a b", Codec.INT, () -> 2));
    }

    @Test
    void halfWrittenFiles_areSwept() throws IOException {
        Files.write(folder.resolve("a@000000000000.ckpt.tmp-123-4"), new byte[3]);
        journal("k", NEVER);
        assertEquals(List.of(), files());
    }

    @Test
    void threads_mayKeepDifferentNames() {
        Journal journal = journal("k", ALWAYS);
        try (Workers workers = Workers.of(8)) {
            List<Integer> ends = workers.all(IntStream.range(0, 40)
                    .<Callable<Integer>>mapToObj(i ->
                            () -> journal.scoped("m" + i).loop("l", Codec.INT, i, x -> x >= i + 5, x -> x + 1))
                    .toList());
            assertEquals(IntStream.range(5, 45).boxed().toList(), ends);
        }
    }

    private String compute(String value) {
        computed++;
        return value;
    }

    private int fall(int x, int at) {
        computed++;
        return Math.addExact(x, x == at ? Integer.MAX_VALUE : 1);
    }

    private Journal journal(String key, Duration every) {
        return journal(key, every, new StopRequest());
    }

    private Journal journal(String key, Duration every, StopRequest stop) {
        return new FileJournal(
                new FaultyDisk(FaultyDisk.Fault.FULL, 0), folder, key, every, stop, Progress.SILENT, log::add);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
