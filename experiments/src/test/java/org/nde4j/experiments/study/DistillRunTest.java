package org.nde4j.experiments.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nde4j.experiments.run.Difference;
import org.nde4j.experiments.run.Disk;
import org.nde4j.experiments.run.FaultyDisk;
import org.nde4j.experiments.run.Progress;
import org.nde4j.experiments.run.RunFolder;
import org.nde4j.experiments.run.StopRequest;

/** Distillations, much shorter than good ones, give the same bits whatever happens to them. */
class DistillRunTest {

    private static final List<String> SHORT = List.of(
            "members=2",
            "network.width=8",
            "network.smooth.steps=30",
            "network.shoot.steps=4",
            "samples=60",
            "functions=[]",
            "regress.islands.count=2",
            "regress.islands.cycles=15",
            "regress.stop.rounds=4",
            "choice.perState=3",
            "choice.finalists=2",
            "choice.iterations=2");

    @TempDir
    static Path root;

    private static RunFolder whole;

    @BeforeAll
    static void run() throws IOException {
        whole = runner(1, Progress.SILENT)
                .runInto(request(), root.resolve("whole"))
                .folder();
    }

    @Test
    void anyNumberOfThreads_givesTheSameBits() throws IOException {
        for (int threads : new int[] {2, 5}) {
            assertSame(runner(threads, Progress.SILENT)
                    .runInto(request(), root.resolve("threads-" + threads))
                    .folder());
        }
    }

    @Test
    void aRunThatDiesAtAnyReport_goesOnToTheSameBits() throws IOException {
        AtomicInteger reports = new AtomicInteger();
        Path out = root.resolve("dying");
        int deaths = 0;
        boolean ended = false;
        while (!ended) {
            int last = reports.get() + 7 + 5 * deaths;
            Progress dying = (stage, done, total, message) -> {
                if (reports.incrementAndGet() > last) {
                    throw new Death();
                }
            };
            try {
                if (deaths == 0) {
                    runner(2, dying).runInto(request(), out);
                } else {
                    runner(2, dying).resume(out, false);
                }
                ended = true;
            } catch (Death e) {
                deaths++;
            }
        }
        assertTrue(deaths >= 3, "deaths: " + deaths);
        assertSame(RunFolder.open(Disk.local(), out));
    }

    @Test
    void damagedCheckpoints_areRemarkedAndComputedAnew() throws IOException {
        Path out = root.resolve("damaged");
        AtomicInteger reports = new AtomicInteger();
        assertThrows(
                Death.class,
                () -> runner(1, (stage, done, total, message) -> {
                            if (stage.startsWith("state-1") || reports.incrementAndGet() > 100) {
                                throw new Death();
                            }
                        })
                        .runInto(request(), out));
        int damaged = 0;
        for (Path file : Disk.local().list(out.resolve("checkpoints"))) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
            damaged++;
        }
        assertTrue(damaged >= 5, "damaged: " + damaged);
        RunFolder folder = runner(1, Progress.SILENT).resume(out, false).folder();
        assertSame(folder);
        assertEquals(
                damaged,
                folder.text("run.log")
                        .lines()
                        .filter(l -> l.contains("is bad and passed over"))
                        .count());
    }

    /** The end of a process, as a test can have it. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }

    private static void assertSame(RunFolder folder) {
        assertEquals(Optional.empty(), Difference.between(whole, folder));
    }

    private static Request request() throws IOException {
        Path data = root.resolve("hare_lynx.csv");
        if (!Files.exists(data)) {
            Files.copy(Path.of("data", "hare_lynx.csv"), data);
        }
        return new Request("distill", Optional.empty(), SHORT, Optional.of(data), 3);
    }

    private static Runner runner(int threads, Progress progress) {
        return new Runner(new Session(
                Studies.builtIn(),
                new FaultyDisk(FaultyDisk.Fault.FULL, 0), // no fault, and no waiting for the disk
                threads,
                Duration.ZERO,
                new StopRequest(),
                progress,
                folder -> {},
                folder -> {},
                List.of("test")));
    }
}
