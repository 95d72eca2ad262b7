package org.nde4j.experiments.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nde4j.core.work.Codec;

/** What a machine that stops at any moment may leave of checkpoints. */
class CrashTest {

    private static final Path FOLDER = Path.of("/run/checkpoints");
    private static final String KEY = Digest.of("key");
    private static final int KEPT = 50;

    @Test
    void afterAnyCrash_theLastThatWasKeptOrTheNextIsThere() throws IOException {
        RecordingDisk disk = new RecordingDisk();
        List<Integer> ends = new ArrayList<>();
        Checkpoints checkpoints = open(disk);
        for (int i = 0; i < KEPT; i++) {
            checkpoints.keep("loop", i, Codec.DOUBLES, value(i));
            ends.add(disk.operations());
        }
        SplittableRandom random = new SplittableRandom(1);
        int states = 0;
        for (int n = 0; n <= disk.operations(); n++) {
            for (RecordingDisk.Fate fate : RecordingDisk.Fate.values()) {
                for (int i = 0; i < 15; i++) {
                    check(disk.after(n, fate, random), acknowledged(ends, n));
                    states++;
                }
            }
        }
        assertTrue(states >= 10_000, "states: " + states);
    }

    private static void check(RecordingDisk left, int acknowledged) throws IOException {
        Optional<Checkpoints.Kept<double[]>> last = open(left).last("loop", Codec.DOUBLES);
        if (last.isEmpty()) {
            assertTrue(acknowledged < 0, "lost number " + acknowledged);
            return;
        }
        int number = (int) last.get().sequence();
        assertTrue(number == acknowledged || number == acknowledged + 1, number + " after " + acknowledged);
        assertArrayEquals(value(number), last.get().value());
    }

    /** The number of the last checkpoint whose keeping had returned before operation n. */
    private static int acknowledged(List<Integer> ends, int n) {
        return (int) ends.stream().filter(end -> end <= n).count() - 1;
    }

    private static double[] value(int number) {
        return new SplittableRandom(number).doubles(10 + number % 7).toArray();
    }

    private static Checkpoints open(Disk disk) throws IOException {
        return new Checkpoints(disk, FOLDER, KEY, remark -> {});
    }
}
