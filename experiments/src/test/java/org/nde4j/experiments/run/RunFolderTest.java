package org.nde4j.experiments.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nde4j.experiments.config.BadConfig;

class RunFolderTest {

    private static final Disk DISK = Disk.local();

    @TempDir
    Path root;

    @Test
    void newFolders_areNeverThoseOfOthers() {
        Set<Path> paths = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            paths.add(RunFolder.create(DISK, root, "lorenz").path());
        }
        assertEquals(50, paths.size());
        Path one = paths.iterator().next();
        assertTrue(one.toString().matches(".*/lorenz/\\d{8}-\\d{6}-[0-9a-z]{8}"), one.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", ".", "a/b", "a b", "é", "a\\b"})
    void namesThatAreNoNames_areRefused(String name) {
        assertThrows(BadConfig.class, () -> RunFolder.create(DISK, root, name));
        assertThrows(BadConfig.class, () -> RunFolder.create(DISK, root, "x".repeat(65)));
    }

    @Test
    void aFolderThatHoldsSomething_isRefused() throws IOException {
        Path out = root.resolve("out");
        RunFolder.createAt(DISK, out).write("a/b.txt", "text");
        assertTrue(assertThrows(BadConfig.class, () -> RunFolder.createAt(DISK, out))
                .getMessage()
                .contains("is not empty"));
        Path file = Files.writeString(root.resolve("file"), "");
        assertTrue(assertThrows(BadConfig.class, () -> RunFolder.createAt(DISK, file))
                .getMessage()
                .contains("is a file"));
        RunFolder.createAt(DISK, Files.createDirectory(root.resolve("empty")));
    }

    @Test
    void aFolderThatIsFilled_appearsWholeOrNotAtAll() throws IOException {
        Path out = root.resolve("deep/out");
        assertThrows(
                IllegalStateException.class,
                () -> RunFolder.createAt(DISK, out, draft -> {
                    draft.write("config.yaml", "");
                    assertFalse(Files.exists(out));
                    throw new IllegalStateException("a fault");
                }));
        assertEquals(List.of(), DISK.list(out.getParent()));
        RunFolder folder = RunFolder.createAt(DISK, out, draft -> draft.write("run.json", "{}"));
        assertEquals(List.of("run.json"), folder.files());
        assertEquals(List.of(out), DISK.list(out.getParent()));
        assertThrows(BadConfig.class, () -> RunFolder.createAt(DISK, out, draft -> {}));
    }

    @Test
    void aFolderTakenByAnotherMeanwhile_isRefused() throws IOException {
        Path out = root.resolve("out");
        BadConfig refused = assertThrows(
                BadConfig.class,
                () -> RunFolder.createAt(DISK, out, draft -> {
                    draft.write("run.json", "{}");
                    RunFolder.createAt(DISK, out).write("run.json", "of the other");
                }));
        assertTrue(refused.getMessage().contains("was made by another"), refused.getMessage());
        assertEquals("of the other", Files.readString(out.resolve("run.json")));
        assertEquals(List.of(out), DISK.list(root));
    }

    @Test
    void anEmptyFolderWhereARunWasKilledBeforeItBegan_isUsedAgain() throws IOException {
        Path out = Files.createDirectory(root.resolve("out"));
        assertThrows(
                IllegalStateException.class,
                () -> RunFolder.createAt(DISK, out, folder -> {
                    folder.write("input/d.csv", "t,x\n");
                    throw new IllegalStateException("the kill");
                }));
        assertTrue(Files.exists(out.resolve("input/d.csv")));
        RunFolder folder = RunFolder.createAt(DISK, out, f -> f.write("run.json", "{}"));
        assertEquals(List.of("run.json", "run.lock"), folder.files());
        assertThrows(BadConfig.class, () -> RunFolder.createAt(DISK, out, f -> {}));
    }

    @Test
    void aSweep_removesWhatWasHalfWritten() throws IOException {
        RunFolder folder = RunFolder.createAt(DISK, root.resolve("r"));
        folder.write("plots/x.svg", "<svg/>");
        Files.write(folder.resolve("plots/x.svg.tmp-1-1"), new byte[1]);
        Files.write(folder.resolve("run.json.tmp-1-2"), new byte[1]);
        folder.sweep();
        assertEquals(List.of(folder.resolve("plots")), DISK.list(folder.path()));
        assertEquals(List.of(folder.resolve("plots/x.svg")), DISK.list(folder.resolve("plots")));
    }

    @Test
    void files_areWrittenWholeAndListed() throws IOException {
        RunFolder folder = RunFolder.createAt(DISK, root.resolve("r"));
        folder.write("plots/x.svg", "<svg/>");
        folder.write("summary.json", "{}");
        folder.write("summary.json", "{\"r2\": 1}");
        Files.write(folder.resolve("x.tmp-1-1"), new byte[1]);
        assertEquals(List.of("plots/x.svg", "summary.json"), folder.files());
        assertEquals("{\"r2\": 1}", folder.text("summary.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "../x", "a/../../x", "/etc/passwd"})
    void filesOutsideTheFolder_areRefused(String name) {
        RunFolder folder = RunFolder.createAt(DISK, root.resolve("r"));
        assertThrows(IllegalArgumentException.class, () -> folder.write(name, ""));
    }

    @Test
    void aWriteThatFails_leavesTheOldFile() {
        for (FaultyDisk.Fault fault : FaultyDisk.Fault.values()) {
            for (int n = 2; n <= 4; n++) { // the folder, then write, force and move
                Path out = root.resolve(fault + "-" + n);
                RunFolder.createAt(DISK, out).write("f", "old");
                RunFolder folder = RunFolder.createAt(DISK, root.resolve("other" + fault + n));
                folder.write("f", "old");
                Disk faulty = new FaultyDisk(fault, n - 1);
                assertThrows(IOException.class, () -> faulty.replace(folder.resolve("f"), "new".getBytes()));
                assertEquals("old", folder.text("f"));
            }
        }
    }

    @Test
    void onlyARunFolder_canBeOpened() {
        assertTrue(assertThrows(BadConfig.class, () -> RunFolder.open(DISK, root))
                .getMessage()
                .contains("no run.json"));
        assertTrue(assertThrows(BadConfig.class, () -> RunFolder.open(DISK, root.resolve("no")))
                .getMessage()
                .contains("does not exist"));
    }

    @Test
    void lock_isHeldByOneAtATime() {
        RunFolder folder = RunFolder.createAt(DISK, root.resolve("r"));
        String held = RunLock.holding(
                folder,
                () -> assertThrows(BadConfig.class, () -> RunLock.holding(folder, () -> "two"))
                        .getMessage());
        assertTrue(held.contains("is still at work"), held);
        assertEquals("again", RunLock.holding(folder, () -> "again"));
    }

    @Test
    void manifest_tellsWhatWasChanged() throws IOException {
        RunFolder folder = RunFolder.createAt(DISK, root.resolve("r"));
        folder.write("a.csv", "x\n1\n");
        folder.write("plots/b.svg", "<svg/>");
        folder.write("checkpoints/l@1.ckpt", "not listed");
        folder.write("run.json", "{}");
        assertFalse(Manifest.isIn(folder));
        Manifest.write(folder);
        folder.write("run.json", "{\"changed\": true}");
        assertEquals(List.of(), Manifest.check(folder));
        folder.write("a.csv", "x\n2\n");
        Files.delete(folder.resolve("plots/b.svg"));
        folder.write("new", "");
        assertEquals(
                List.of("a.csv was changed after the run", "plots/b.svg is missing", "new is not of the run"),
                Manifest.check(folder));
        folder.write("manifest.json", "{\"files\": 3}");
        assertThrows(Corrupt.class, () -> Manifest.check(folder));
        folder.write("manifest.json", "{");
        assertThrows(Corrupt.class, () -> Manifest.check(folder));
    }

    @Test
    void runFile_comesBackAndRefusesDamage() {
        RunFolder folder = RunFolder.createAt(DISK, root.resolve("r"));
        RunFile file = RunFile.create(folder, Map.of("seed", 7, "machine", Map.of("threads", 2)));
        file.end(RunFile.Status.STOPPED, Exit.STOPPED, "stopped by a test");
        RunFile again = RunFile.read(folder);
        assertEquals(RunFile.Status.STOPPED, again.status());
        assertEquals("7", again.text("seed"));
        assertEquals("2", again.text("machine.threads"));
        assertEquals("", again.text("machine.nothing.here"));
        for (String damage : List.of("", "{", "[]", "{}", "{\"status\": \"SLEEPING\"}", "{\"status\": 3}")) {
            folder.write("run.json", damage);
            assertThrows(Corrupt.class, () -> RunFile.read(folder), damage);
        }
    }

    @Test
    void difference_isTheFirstByteOfTheFirstFile() {
        RunFolder one = RunFolder.createAt(DISK, root.resolve("1"));
        RunFolder two = RunFolder.createAt(DISK, root.resolve("2"));
        for (RunFolder folder : List.of(one, two)) {
            folder.write("a.csv", "abcdef");
            folder.write("run.json", folder.toString());
            folder.write("config.resolved.yaml", folder.toString());
        }
        assertEquals(Optional.empty(), Difference.between(one, two));
        assertEquals(1, Difference.compared(one, two));
        two.write("a.csv", "abcxef");
        assertEquals(Optional.of(new Difference("a.csv", "differs from byte 4")), Difference.between(one, two));
        two.write("a", "");
        assertEquals(Optional.of(new Difference("a", "is only in " + two)), Difference.between(one, two));
    }

    @Test
    void code_hasAVersionAndAFingerprint() {
        assertTrue(Code.fingerprint().matches("[0-9a-f]{64}"));
        assertEquals(Code.fingerprint(), Code.fingerprint());
        assertFalse(Code.version().contains("$"), Code.version());
    }
}
