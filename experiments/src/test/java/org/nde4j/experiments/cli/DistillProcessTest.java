package org.nde4j.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nde4j.experiments.config.Json;
import org.nde4j.experiments.run.Difference;
import org.nde4j.experiments.run.Disk;
import org.nde4j.experiments.run.Manifest;
import org.nde4j.experiments.run.RunFolder;

/** Distillations in processes of their own that are killed, stopped, gone on with, and run by another Java. */
class DistillProcessTest {

    private static final List<String> SMALL = Distillations.arguments(Distillations.SMALL);
    private static final List<String> LARGER = Distillations.arguments(Distillations.LARGER);

    /** Some of the files that are written at the end, in the order in which they are. */
    private static final List<String> LAST_FILES =
            List.of("equations.json", "data.csv", "metrics.csv", "field.csv", "model.json", "report.html");

    /** The run of {@link Distillations#SMALL} that nobody disturbed. */
    @TempDir
    static Path undisturbed;

    @TempDir
    Path root;

    @BeforeAll
    static void run() throws Exception {
        Child child = Child.start(undisturbed, with(SMALL, "--out", small().toString()));
        assertEquals(0, child.exit(), child.err());
    }

    private static Path small() {
        return undisturbed.resolve("small");
    }

    @Test
    void aKilledDistillation_goesOnToTheSameBits() throws Exception {
        SplittableRandom random = new SplittableRandom(5);
        Path out = root.resolve("killed");
        for (int i = 0; i < 2; i++) {
            start(goOn(out, SMALL)).killAfter(300 + random.nextInt(1200));
        }
        Child child = start(goOn(out, SMALL));
        child.await(out.resolve(LAST_FILES.get(random.nextInt(LAST_FILES.size()))));
        child.kill();
        finish(out, SMALL, small());
    }

    @Test
    @Tag("slow")
    void aDistillationKilledAtTwentyMoments_goesOnToTheSameBitsEachTime() throws Exception {
        long began = System.nanoTime();
        Path whole = root.resolve("whole");
        Child first = start(with(LARGER, "--out", whole.toString()));
        assertEquals(0, first.exit(), first.err());
        long milliseconds = (System.nanoTime() - began) / 1_000_000;
        SplittableRandom random = new SplittableRandom(20);
        for (int i = 0; i < 20; i++) {
            Path out = root.resolve("killed-" + i);
            Child child = start(goOn(out, LARGER));
            String moment = killed(child, out, i, milliseconds, random);
            if (i % 4 == 3 && Files.exists(out)) {
                start(goOn(out, LARGER)).killAfter(500 + random.nextInt((int) milliseconds));
                moment += ", and again while it was resumed";
            }
            System.out.printf("%2d  killed %s; %s%n", i + 1, moment, left(out));
            finish(out, LARGER, whole);
        }
    }

    /** Some as soon as there is a folder, some while the last files are written, the others at any time. */
    private static String killed(Child child, Path out, int i, long milliseconds, SplittableRandom random)
            throws InterruptedException {
        if (i % 3 == 0) {
            int after = random.nextInt(i < 9 ? 50 : 1000);
            child.await(out);
            child.killAfter(after);
            return "%d ms after it began".formatted(after);
        }
        if (i % 3 == 1) {
            int after = random.nextInt((int) milliseconds);
            child.killAfter(after);
            return "after %d ms of %d".formatted(after, milliseconds);
        }
        String file = LAST_FILES.get(i / 3 % LAST_FILES.size());
        child.await(out.resolve(file));
        child.killAfter(random.nextInt(10));
        return "once there was " + file;
    }

    private static String left(Path out) throws IOException {
        if (!Files.exists(out)) {
            return "it left nothing";
        }
        try (Stream<Path> files = Files.walk(out)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            return "it left %d files, %d checkpoints"
                    .formatted(
                            names.size(),
                            names.stream().filter(n -> n.endsWith(".ckpt")).count());
        }
    }

    @Test
    void sigterm_keepsTheStateAndEndsWith75() throws Exception {
        Path out = root.resolve("stopped");
        Child child = start(with(SMALL, "--out", out.toString(), "--json"));
        child.await(out.resolve("checkpoints/member-0~slopes@000000000000.ckpt"));
        child.process().toHandle().destroy();
        assertEquals(75, child.exit(), child.err());
        var answer = Json.object(child.out().strip());
        assertEquals("stopped", answer.get("status"));
        assertEquals(out.toString(), answer.get("folder"));
        assertFalse(Files.exists(out.resolve("manifest.json")));
        Child first = start(List.of("resume", out.toString(), "--time-limit", "1s", "--json"));
        assertEquals(75, first.exit(), first.err());
        assertTrue(first.out().contains("time limit of 1 s"));
        finish(out, SMALL, small());
    }

    @Test
    void twoResumesAtOnce_oneWorksAndOneIsRefused() throws Exception {
        Path out = root.resolve("stopped");
        Child child = start(with(SMALL, "--out", out.toString()));
        child.await(out.resolve("checkpoints/member-0~slopes@000000000000.ckpt"));
        child.kill();
        List<String> resume = List.of("resume", out.toString());
        Child one = start(resume);
        Child two = start(resume);
        List<Integer> exits = Stream.of(one.exit(), two.exit()).sorted().toList();
        assertEquals(List.of(0, 2), exits, one.err() + two.err());
        assertTrue((one.err() + two.err()).contains("is still at work"));
        assertEquals(List.of(), Manifest.check(RunFolder.open(Disk.local(), out)));
    }

    @Test
    void everyJava_givesTheSameBits() throws Exception {
        List<Path> others = otherJdks();
        assumeTrue(!others.isEmpty(), "no other JDK (17 or newer) in /usr/lib/jvm");
        for (Path jdk : others) {
            Path out = root.resolve(jdk.getFileName().toString());
            List<String> arguments = with(SMALL, "--out", out.toString(), "--threads", "1");
            Child child = Child.start(jdk, root, List.of(), arguments);
            assertEquals(0, child.exit(), child.err());
            assertSame(small(), out);
        }
    }

    private static List<Path> otherJdks() throws IOException {
        Path all = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        List<Path> others = new ArrayList<>();
        List<String> versions = new ArrayList<>(List.of(System.getProperty("java.version")));
        try (Stream<Path> folders = Files.list(all)) {
            for (Path jdk : folders.sorted().toList()) {
                String version = version(jdk);
                if (!version.isEmpty() && !versions.contains(version) && feature(version) >= 17) {
                    versions.add(version);
                    others.add(jdk);
                }
            }
        }
        return others;
    }

    /** What the file {@code release} of a JDK says; empty if it is none. */
    private static String version(Path jdk) throws IOException {
        Path release = jdk.resolve("release");
        if (!Files.isExecutable(jdk.resolve("bin/java")) || !Files.isReadable(release)) {
            return "";
        }
        return Files.readAllLines(release).stream()
                .filter(line -> line.startsWith("JAVA_VERSION="))
                .map(line -> line.replaceAll("[^0-9.+-]", ""))
                .findFirst()
                .orElse("");
    }

    private static int feature(String version) {
        return Integer.parseInt(version.replaceFirst("[^0-9].*", ""));
    }

    /** Resume where there is something to resume; what was killed before it began begins anew. */
    private static List<String> goOn(Path out, List<String> work) {
        return Files.exists(out)
                ? List.of("resume", out.toString(), "--threads", "2")
                : with(work, "--out", out.toString(), "--threads", "2");
    }

    private void finish(Path out, List<String> work, Path whole) throws Exception {
        Child child = start(goOn(out, work));
        assertEquals(0, child.exit(), child.err());
        assertSame(whole, out);
        try (Stream<Path> files = Files.walk(out)) {
            assertEquals(
                    List.of(),
                    files.filter(f -> f.getFileName().toString().contains(".tmp-"))
                            .toList());
        }
    }

    private static void assertSame(Path one, Path other) {
        RunFolder folder = RunFolder.open(Disk.local(), other);
        assertEquals(Optional.empty(), Difference.between(RunFolder.open(Disk.local(), one), folder));
        assertEquals(List.of(), Manifest.check(folder));
    }

    private Child start(List<String> arguments) throws IOException {
        return Child.start(root, arguments);
    }

    private static List<String> with(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }
}
