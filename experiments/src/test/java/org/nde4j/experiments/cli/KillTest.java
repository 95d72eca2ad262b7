package org.nde4j.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nde4j.experiments.config.Json;
import org.nde4j.experiments.run.Difference;
import org.nde4j.experiments.run.Disk;
import org.nde4j.experiments.run.Manifest;
import org.nde4j.experiments.run.RunFolder;

/** Processes that are killed at random moments. */
class KillTest {

    private static final List<String> WORK = List.of("run", "chains", "steps=40", "pause=10", "--threads", "2");

    @TempDir
    Path root;

    @Test
    void aKilledRun_goesOnToTheSameBits() throws Exception {
        killUntilDone(4);
    }

    @Test
    @Tag("slow")
    void aRunKilledManyTimes_goesOnToTheSameBits() throws Exception {
        for (int i = 0; i < 20; i++) {
            killUntilDone(10);
        }
    }

    private void killUntilDone(int kills) throws Exception {
        Path whole = root.resolve("whole");
        if (!Files.exists(whole)) {
            assertEquals(0, finish(start(with(WORK, "--out", whole.toString()))));
        }
        Path out = Files.createTempDirectory(root, "killed").resolve("run");
        SplittableRandom random = new SplittableRandom(kills);
        for (int i = 0; i < kills; i++) {
            Process process = start(goOn(out));
            process.waitFor(200 + random.nextInt(1200), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
        }
        assertEquals(0, finish(start(goOn(out))));
        RunFolder folder = RunFolder.open(Disk.local(), out);
        assertEquals(Optional.empty(), Difference.between(RunFolder.open(Disk.local(), whole), folder));
        assertEquals(List.of(), Manifest.check(folder));
        assertEquals(
                List.of(),
                folder.files().stream().filter(f -> f.contains(".tmp-")).toList());
    }

    /** Resume where there is something to resume; a run killed before run.json was there begins anew. */
    private static List<String> goOn(Path out) throws IOException {
        if (Files.exists(out.resolve("run.json"))) {
            return List.of("resume", out.toString(), "--threads", "2");
        }
        if (Files.exists(out)) {
            try (var files = Files.walk(out)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return with(WORK, "--out", out.toString());
    }

    @Test
    void sigterm_keepsTheStateAndExitsWith75() throws Exception {
        Path out = root.resolve("out");
        Process process = start(with(WORK, "--out", out.toString(), "--json", "steps=3000"));
        await(out.resolve("checkpoints/start@000000000000.ckpt"), process);
        Thread.sleep(1500); // a hundred steps on an idle machine, some on any
        process.toHandle().destroy();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "did not stop");
        assertEquals(75, process.exitValue());
        var answer = Json.object(new String(process.getInputStream().readAllBytes()).strip());
        assertEquals("stopped", answer.get("status"));
        assertEquals(out.toString(), answer.get("folder"));
        assertEquals(
                "STOPPED",
                Json.object(RunFolder.open(Disk.local(), out).text("run.json")).get("status"));
        assertTrue(
                RunFolder.open(Disk.local(), out).files().stream()
                                .filter(f -> f.contains("walk@"))
                                .count()
                        >= 2,
                "the loops were not kept");
    }

    @Test
    void aRunAtWork_isNotResumedByAnother() throws Exception {
        Path out = root.resolve("out");
        Process first = start(with(WORK, "--out", out.toString(), "steps=3000"));
        try {
            await(out.resolve("run.json"), first);
            Process second = start(List.of("resume", out.toString()));
            assertEquals(2, finish(second));
        } finally {
            first.destroyForcibly().waitFor();
        }
    }

    private static void await(Path file, Process process) throws InterruptedException {
        for (int i = 0; i < 6000 && !Files.exists(file); i++) {
            assertTrue(process.isAlive(), "ended before it wrote " + file);
            Thread.sleep(10);
        }
    }

    private static int finish(Process process) throws InterruptedException {
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "did not end");
        return process.exitValue();
    }

    private Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Toy.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(root.resolve("stderr").toFile()))
                .start();
    }

    private static List<String> with(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }
}
