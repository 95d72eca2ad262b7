package org.nde4j.experiments.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.nde4j.core.work.Codec;

/**
 * The kept values of a run, one file each: {@code <name>@<sequence>.ckpt}. Of each name the last three are kept; a bad
 * one is passed over in favor of the one before.
 */
final class Checkpoints {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*");
    private static final String SUFFIX = ".ckpt";
    private static final int KEPT = 3;

    private final Disk disk;
    private final Path folder;
    private final String key;
    private final Consumer<String> log;

    /** A value read back, with its sequence number. */
    record Kept<T>(T value, long sequence) {}

    /** Opens the folder, which is made if it is not there, and sweeps what a killed process left half written. */
    Checkpoints(Disk disk, Path folder, String key, Consumer<String> log) throws IOException {
        this.disk = disk;
        this.folder = folder;
        this.key = key;
        this.log = log;
        disk.createFolders(folder);
        Temporary.sweep(disk, folder);
    }

    /** Keeps a value and lets go of those kept too long ago. */
    <T> void keep(String name, long sequence, Codec<T> codec, T value) throws IOException {
        disk.replace(file(name, sequence), new Checkpoint(name, key, sequence, codec.bytes(value)).bytes());
        List<Path> files = files(name);
        for (Path old : files.subList(0, Math.max(0, files.size() - KEPT))) {
            disk.delete(old);
        }
    }

    /** The value last kept that is whole, if there is one. */
    <T> Optional<Kept<T>> last(String name, Codec<T> codec) throws IOException {
        List<Path> files = files(name);
        for (int i = files.size() - 1; i >= 0; i--) {
            try {
                return Optional.of(kept(name, codec, files.get(i)));
            } catch (IOException | RuntimeException e) {
                log.accept("checkpoint %s is bad and passed over: %s"
                        .formatted(files.get(i).getFileName(), e.getMessage()));
                disk.delete(files.get(i));
            }
        }
        return Optional.empty();
    }

    private <T> Kept<T> kept(String name, Codec<T> codec, Path file) throws IOException {
        Checkpoint checkpoint = Checkpoint.of(disk.read(file));
        if (!checkpoint.name().equals(name) || !file.equals(file(name, checkpoint.sequence()))) {
            throw new IOException("it holds '%s', number %d".formatted(checkpoint.name(), checkpoint.sequence()));
        }
        if (!checkpoint.key().equals(key)) {
            throw new IOException("it belongs to another configuration, code or data");
        }
        return new Kept<>(codec.value(checkpoint.value()), checkpoint.sequence());
    }

    /** The files of a name, oldest first. */
    private List<Path> files(String name) throws IOException {
        String start = stem(name) + "@";
        List<Path> files = new ArrayList<>();
        for (Path file : disk.list(folder)) {
            String text = file.getFileName().toString();
            if (text.startsWith(start) && text.endsWith(SUFFIX)) {
                files.add(file);
            }
        }
        return files;
    }

    private Path file(String name, long sequence) {
        return folder.resolve("%s@%012d%s".formatted(stem(name), sequence, SUFFIX));
    }

    private static String stem(String name) {
        if (!NAME.matcher(name).matches() || name.length() > 200) {
            throw new IllegalArgumentException(
                    "a piece of work cannot be named '%s'; use letters, digits, dots, hyphens, underscores and slashes"
                            .formatted(name));
        }
        return name.replace('/', '~');
    }
}
