package org.nde4j.experiments.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nde4j.experiments.config.BadConfig;

/**
 * The folder that holds everything about one run.
 *
 * <p>Files appear in it whole or not at all, and survive a crash once they are there. Names are relative to the folder,
 * with {@code /} between folders. Failures of the disk are thrown as {@link UncheckedIOException}. May be shared by
 * threads that write different files.
 */
public final class RunFolder {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final String LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";

    private final Disk disk;
    private final Path path;

    RunFolder(Disk disk, Path path) {
        this.disk = disk;
        this.path = path;
    }

    /**
     * A new folder {@code <root>/<name>/<yyyyMMdd-HHmmss>-<8 random letters>}, never one that was there.
     *
     * @param root the folder of all runs, made if it is not there
     * @param name the name of the run: letters, digits, dots, hyphens and underscores
     * @throws BadConfig if the name is not of that form
     */
    public static RunFolder create(Disk disk, Path root, String name) {
        if (!NAME.matcher(name).matches() || name.matches("\\.+")) {
            throw new BadConfig(
                    "a run cannot be named '%s'; use up to 64 letters, digits, dots, hyphens and underscores"
                            .formatted(name));
        }
        return attempt(() -> {
            Path parent = root.resolve(name);
            disk.createFolders(parent);
            Path fresh = fresh(parent);
            while (!disk.createFolder(fresh)) {
                fresh = fresh(parent);
            }
            disk.force(parent);
            return new RunFolder(disk, fresh);
        });
    }

    /**
     * This folder, which must be empty or not there yet.
     *
     * @throws BadConfig if it holds something, or is a file
     */
    public static RunFolder createAt(Disk disk, Path out) {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new BadConfig(out + " is a file; give a folder that is empty or does not exist yet");
        }
        return attempt(() -> {
            RunFolder folder = new RunFolder(disk, out);
            if (folder.has(RunLock.NAME) && !folder.has(RunFile.NAME)) {
                folder.removeAll(); // killed before it began
            }
            if (!disk.list(out).isEmpty()) {
                throw new BadConfig("folder %s is not empty; give another one%s"
                        .formatted(out, folder.has(RunFile.NAME) ? ", or go on with 'resume " + out + "'" : ""));
            }
            disk.createFolders(out);
            return folder;
        });
    }

    /**
     * This folder with something in it. If it was not there, it appears at once with all of it: whoever is killed on the
     * way leaves no folder that cannot be resumed.
     *
     * @param fill writes what a resume needs
     * @throws BadConfig if the folder holds something, or is a file
     */
    public static RunFolder createAt(Disk disk, Path out, Consumer<RunFolder> fill) {
        if (!Files.exists(out)) {
            return attempt(() -> new Draft(disk, out).filled(fill));
        }
        RunFolder folder = createAt(disk, out);
        folder.write(RunLock.NAME, "");
        fill.accept(folder);
        return folder;
    }

    /**
     * The folder of an earlier run.
     *
     * @throws BadConfig if this is no run folder
     */
    public static RunFolder open(Disk disk, Path path) {
        if (!Files.isRegularFile(path.resolve("run.json"))) {
            throw new BadConfig("%s is not a run folder (%s); give the folder that holds run.json"
                    .formatted(path, Files.isDirectory(path) ? "it has no run.json" : "it does not exist"));
        }
        return new RunFolder(disk, path);
    }

    /** Where the folder is. */
    public Path path() {
        return path;
    }

    /** The disk that the folder is on. */
    public Disk disk() {
        return disk;
    }

    /** Where a file of the folder is, or would be. */
    public Path resolve(String file) {
        Path resolved = path.resolve(file).normalize();
        if (file.isEmpty() || !resolved.startsWith(path.normalize()) || resolved.equals(path.normalize())) {
            throw new IllegalArgumentException("'" + file + "' is not inside the run folder; give a relative name");
        }
        return resolved;
    }

    /** Whether a file is there. */
    public boolean has(String file) {
        return Files.isRegularFile(resolve(file));
    }

    /** Writes a text as UTF-8. */
    public void write(String file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes. */
    public void write(String file, byte[] bytes) {
        Path target = resolve(file);
        attempt(() -> {
            disk.createFolders(target.toAbsolutePath().getParent());
            disk.replace(target, bytes);
            return target;
        });
    }

    /** The text in a file. */
    public String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    /** The bytes in a file. */
    public byte[] bytes(String file) {
        return attempt(() -> disk.read(resolve(file)));
    }

    /** The names of all files, those in folders within included, sorted; temporary files are left out. */
    public List<String> files() {
        return attempt(() -> all(file -> Files.isRegularFile(file) && !Temporary.is(file)).stream()
                .map(file -> path.relativize(file).toString().replace('\\', '/'))
                .sorted()
                .toList());
    }

    /** Removes what a killed process left half written. */
    public void sweep() {
        attempt(() -> {
            for (Path folder : all(Files::isDirectory)) {
                Temporary.sweep(disk, folder);
            }
            return path;
        });
    }

    /** Removes the folder and all that is in it. */
    public void remove() {
        removeAll();
        attempt(() -> Files.deleteIfExists(path));
    }

    private void removeAll() {
        attempt(() -> {
            List<Path> all = all(file -> !file.equals(path));
            for (int i = all.size() - 1; i >= 0; i--) {
                Files.delete(all.get(i));
            }
            return path;
        });
    }

    /** What is in the folder, itself included, each after the folder that it is in; nothing if there is no folder. */
    private List<Path> all(Predicate<Path> wanted) throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(path)) {
            return all.filter(wanted).sorted().toList();
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private static Path fresh(Path parent) {
        String letters = new SecureRandom()
                .ints(8, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
        return parent.resolve(LocalDateTime.now().format(STAMP) + "-" + letters);
    }

    static <T> T attempt(Operation<T> operation) {
        try {
            return operation.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What may fail because of the disk. */
    @FunctionalInterface
    interface Operation<T> {
        T run() throws IOException;
    }
}
