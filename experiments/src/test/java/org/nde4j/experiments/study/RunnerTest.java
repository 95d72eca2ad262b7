package org.nde4j.experiments.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nde4j.core.work.Stopped;
import org.nde4j.experiments.config.BadConfig;
import org.nde4j.experiments.config.Json;
import org.nde4j.experiments.data.BadData;
import org.nde4j.experiments.run.Corrupt;
import org.nde4j.experiments.run.Difference;
import org.nde4j.experiments.run.Digest;
import org.nde4j.experiments.run.Disk;
import org.nde4j.experiments.run.Exit;
import org.nde4j.experiments.run.FaultyDisk;
import org.nde4j.experiments.run.Manifest;
import org.nde4j.experiments.run.Progress;
import org.nde4j.experiments.run.RunFile;
import org.nde4j.experiments.run.RunFolder;
import org.nde4j.experiments.run.StopRequest;

class RunnerTest {

    private static final Studies STUDIES = new Studies(List.of(new Chains()));

    @TempDir
    Path root;

    @Test
    void aRun_leavesACompleteFolder() {
        RunFolder folder = runner().run(request("steps=5"), root).folder();
        assertEquals(
                List.of(
                        "chains.csv",
                        "config.resolved.yaml",
                        "config.yaml",
                        "manifest.json",
                        "overrides.txt",
                        "reproduce.sh",
                        "run.json",
                        "run.lock",
                        "run.log",
                        "summary.json"),
                folder.files().stream()
                        .filter(f -> !f.startsWith("checkpoints/"))
                        .toList());
        assertEquals(List.of(), Manifest.check(folder));
        assertEquals("steps=5\n", folder.text("overrides.txt"));
        assertTrue(folder.text("config.resolved.yaml").contains("steps: 5  # command line"));
        Map<String, Object> run = Json.object(folder.text("run.json"));
        assertEquals("COMPLETED", run.get("status"));
        assertEquals(0L, run.get("exitCode"));
        assertEquals(1L, run.get("seed"));
        assertEquals("chains", run.get("study"));
        assertTrue(((Map<?, ?>) run.get("machine")).containsKey("threads"));
    }

    @Test
    void results_areTheSameOnAnyNumberOfThreads() {
        RunFolder one = runner(1, Disk.local(), new StopRequest())
                .run(request("chains=7"), root)
                .folder();
        RunFolder four = runner(4, Disk.local(), new StopRequest())
                .run(request("chains=7"), root)
                .folder();
        assertEquals(Optional.empty(), Difference.between(one, four));
    }

    @Test
    void anotherSeed_givesOtherResults() {
        RunFolder one = runner().run(request(), root).folder();
        Request two = new Request("chains", Optional.empty(), List.of(), Optional.empty(), 2);
        assertTrue(Difference.between(one, runner().run(two, root).folder()).isPresent());
    }

    @Test
    void aStoppedRun_goesOnToTheSameBits() {
        RunFolder whole = runner().run(request(), root).folder();
        int stops = 0;
        Path out = root.resolve("stopped");
        boolean ended = false;
        while (!ended) {
            StopAt stop = new StopAt(13);
            Runner runner = stop.runner();
            try {
                if (stops == 0) {
                    runner.runInto(request(), out);
                } else {
                    runner.resume(out, false);
                }
                ended = true;
            } catch (Stopped e) {
                stops++;
                assertEquals(
                        RunFile.Status.STOPPED,
                        RunFile.read(RunFolder.open(Disk.local(), out)).status());
                assertFalse(Manifest.isIn(RunFolder.open(Disk.local(), out)));
            }
        }
        assertTrue(stops >= 3, "stops: " + stops);
        assertEquals(Optional.empty(), Difference.between(whole, RunFolder.open(Disk.local(), out)));
    }

    @Test
    void aCompleteRun_resumedIsLeftAsItIs() throws IOException {
        Runner.Ended first = runner().run(request("goal=miss"), root);
        byte[] before = Files.readAllBytes(first.folder().resolve("run.json"));
        Runner.Ended again = runner().resume(first.folder().path(), false);
        assertEquals(first.conclusion(), again.conclusion());
        assertFalse(again.conclusion().reached());
        assertEquals(new String(before), first.folder().text("run.json"));
    }

    @Test
    void dataGoesIntoTheFolder_andIsNotNeededAgain() throws IOException {
        Path file = Files.writeString(root.resolve("my data.csv"), "t,x\n0,0.25\n1,2\n");
        Request request = new Request("chains", Optional.empty(), List.of(), Optional.of(file), 1);
        RunFolder whole = runner().run(request, root).folder();
        Path out = root.resolve("stopped");
        assertThrows(Stopped.class, () -> new StopAt(13).runner().runInto(request, out));
        Files.delete(file);
        runner().resume(out, false);
        assertEquals(Optional.empty(), Difference.between(whole, RunFolder.open(Disk.local(), out)));
        assertTrue(whole.has("input/my_data.csv"));
        assertEquals("my_data", RunFile.read(whole).text("title"));
        RunFolder again = runner().run(Runner.again(whole), root).folder();
        assertEquals(Optional.empty(), Difference.between(whole, again));
    }

    @Test
    void resume_refusesWhatChanged_unlessForced() throws IOException {
        Path file = Files.writeString(root.resolve("d.csv"), "t,x\n0,0.25\n1,2\n");
        Path out = root.resolve("stopped");
        Request request = new Request("chains", Optional.empty(), List.of(), Optional.of(file), 1);
        assertThrows(Stopped.class, () -> new StopAt(13).runner().runInto(request, out));
        RunFolder folder = RunFolder.open(Disk.local(), out);

        String data = folder.text("input/d.csv");
        folder.write("input/d.csv", "t,x\n0,0.26\n1,2\n");
        assertRefused(out, "the data changed");
        folder.write("input/d.csv", "\u0000");
        assertRefused(out, "the data changed");
        folder.write("input/d.csv", data);

        String resolved = folder.text("config.resolved.yaml");
        folder.write("config.resolved.yaml", resolved.replace("steps: 20", "steps: 21"));
        assertRefused(out, "the configuration changed");
        folder.write("config.resolved.yaml", resolved.replace("steps: 20", "stepz: 20"));
        assertRefused(out, "unknown key 'stepz'");
        folder.write("config.resolved.yaml", resolved);

        String run = folder.text("run.json");
        folder.write("run.json", run.substring(0, run.length() / 2));
        assertRefused(out, "is damaged");
        String code = (String) ((Map<?, ?>) Json.object(run).get("hashes")).get("code");
        folder.write("run.json", run.replace(code, Digest.of("other code")));
        assertRefused(out, "the code changed");

        runner().resume(out, true);
        assertEquals(
                List.of("the code changed"),
                Json.object(folder.text("run.json")).get("forced"));
        assertFalse(folder.text("run.log").contains("passed over"), "the forced run did not find its checkpoints");
    }

    @Test
    void whatCannotBeRun_leavesNoFolder() throws IOException {
        Path file = Files.writeString(root.resolve("d.csv"), "t,x\n0\n");
        Runner runner = runner();
        assertThrows(BadConfig.class, () -> runner.run(Request.of("chain"), root));
        assertThrows(BadConfig.class, () -> runner.run(request("chains=0"), root));
        assertThrows(BadConfig.class, () -> runner.run(request("step=0"), root));
        assertThrows(
                BadData.class,
                () -> runner.run(new Request("chains", Optional.empty(), List.of(), Optional.of(file), 1), root));
        assertThrows(
                BadConfig.class,
                () -> runner.run(
                        new Request("chains", Optional.of(root.resolve("no.yaml")), List.of(), Optional.empty(), 1),
                        root));
        assertFalse(Files.exists(root.resolve("chains")));
    }

    @Test
    void aFault_isNotedInTheFolder() {
        Path out = root.resolve("out");
        assertThrows(IllegalStateException.class, () -> runner().runInto(request("goal=fail"), out));
        RunFolder folder = RunFolder.open(Disk.local(), out);
        assertEquals(RunFile.Status.FAILED, RunFile.read(folder).status());
        assertEquals("1", RunFile.read(folder).text("exitCode"));
        assertTrue(folder.text("run.log").contains("asked to fail"), folder.text("run.log"));
        assertTrue(folder.text("run.log").contains("Chains"), "no stack trace");
    }

    @Test
    void everyFaultOfTheDisk_isNamedAndHealed() {
        RunFolder whole = runner().run(small(), root).folder();
        int faults = 0;
        for (FaultyDisk.Fault fault : FaultyDisk.Fault.values()) {
            boolean failed = true;
            for (int n = 1; failed; n++) {
                failed = healsAfter(fault, n, whole);
                faults += failed ? 1 : 0;
            }
        }
        assertTrue(faults >= 500, "faults: " + faults);
    }

    private static Request small() {
        return request("chains=4", "steps=5");
    }

    /** Whether the n-th operation was reached at all; if so, the run failed for it, and went on to the same bits. */
    private boolean healsAfter(FaultyDisk.Fault fault, int n, RunFolder whole) {
        Path out = root.resolve(fault + "-" + n);
        FaultyDisk disk = new FaultyDisk(fault, n);
        try {
            runner(1, disk, new StopRequest()).runInto(small(), out);
            if (disk.operations() < n) {
                return false;
            } // else a line of the log is missing, which ends no run
        } catch (UncheckedIOException e) {
            assertEquals(Exit.DISK, Exit.of(e));
        }
        if (Files.exists(out.resolve("run.json"))) {
            runner(1, new FaultyDisk(fault, 0), new StopRequest()).resume(out, false);
            RunFolder folder = RunFolder.open(Disk.local(), out);
            assertEquals(Optional.empty(), Difference.between(whole, folder), fault + " at operation " + n);
            assertEquals(List.of(), Manifest.check(folder));
        }
        return true;
    }

    @Test
    void anUnknownStudy_isRefusedWithTheNearest() {
        assertTrue(assertThrows(BadConfig.class, () -> STUDIES.named("chain"))
                .getMessage()
                .contains("did you mean chains?"));
    }

    private void assertRefused(Path folder, String part) {
        String message = assertThrows(Corrupt.class, () -> runner().resume(folder, false))
                .getMessage();
        assertTrue(message.contains(part), message);
    }

    private static Request request(String... changes) {
        return new Request("chains", Optional.empty(), List.of(changes), Optional.empty(), 1);
    }

    private static Runner runner() {
        return runner(2, new FaultyDisk(FaultyDisk.Fault.FULL, 0), new StopRequest());
    }

    private static Runner runner(int threads, Disk disk, StopRequest stop) {
        return runner(threads, disk, stop, Progress.SILENT);
    }

    private static Runner runner(int threads, Disk disk, StopRequest stop, Progress progress) {
        return new Runner(new Session(
                STUDIES, disk, threads, Duration.ZERO, stop, progress, folder -> {}, folder -> {}, List.of("test")));
    }

    /** Asks for a stop at the n-th report of progress. */
    private static final class StopAt {
        private final StopRequest stop = new StopRequest();
        private int left;

        StopAt(int reports) {
            left = reports;
        }

        Runner runner() {
            return RunnerTest.runner(1, new FaultyDisk(FaultyDisk.Fault.FULL, 0), stop, this::at);
        }

        private void at(String stage, long done, long total, String message) {
            if (--left == 0) {
                stop.ask("a test");
            }
        }
    }
}
