package org.nde4j.experiments.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A disk in memory that remembers what was done to it, and can show what a crash after any number of operations may
 * leave: contents never forced may be whole, missing or torn; names changed since the folder was forced may be new or
 * old, in the order in which they changed.
 */
final class RecordingDisk implements Disk {

    /** What may happen to contents that were not forced. */
    enum Fate {
        KEPT,
        LOST,
        TORN
    }

    private interface Operation {
        void on(Crash crash);
    }

    private final List<Operation> operations = new ArrayList<>();
    private final Map<Path, byte[]> files = new TreeMap<>();

    int operations() {
        return operations.size();
    }

    @Override
    public void createFolders(Path folder) {}

    @Override
    public boolean createFolder(Path folder) {
        return true;
    }

    @Override
    public void write(Path file, byte[] bytes) {
        files.put(file, bytes.clone());
        operations.add(crash -> crash.write(file, bytes.clone()));
    }

    @Override
    public void append(Path file, byte[] bytes) {
        byte[] before = files.getOrDefault(file, new byte[0]);
        byte[] joined = Arrays.copyOf(before, before.length + bytes.length);
        System.arraycopy(bytes, 0, joined, before.length, bytes.length);
        write(file, joined);
    }

    @Override
    public void force(Path path) {
        operations.add(crash -> crash.force(path));
    }

    @Override
    public void move(Path from, Path to) {
        files.put(to, files.remove(from));
        operations.add(crash -> crash.rename(from, to));
    }

    @Override
    public void delete(Path file) {
        files.remove(file);
        operations.add(crash -> crash.rename(file, null));
    }

    @Override
    public byte[] read(Path file) throws IOException {
        byte[] bytes = files.get(file);
        if (bytes == null) {
            throw new IOException("no " + file);
        }
        return bytes.clone();
    }

    @Override
    public List<Path> list(Path folder) {
        return files.keySet().stream().filter(f -> f.getParent().equals(folder)).toList();
    }

    /** The disk as a crash after some operations may leave it. */
    RecordingDisk after(int operationCount, Fate fate, SplittableRandom random) {
        Crash crash = new Crash();
        operations.subList(0, operationCount).forEach(operation -> operation.on(crash));
        RecordingDisk left = new RecordingDisk();
        crash.left(fate, random).forEach((path, bytes) -> left.files.put(path, bytes));
        return left;
    }

    /** One file's content, and whether it would survive. */
    private static final class Content {
        private final byte[] bytes;
        private boolean forced;

        Content(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    /** A change of a name that the folder may not have written yet: to a content, or away. */
    private record Change(Path path, Content content) {}

    private static final class Crash {
        private final Map<Path, Content> now = new TreeMap<>();
        private final Map<Path, Content> safe = new TreeMap<>();
        private final List<List<Change>> pending = new ArrayList<>();

        void write(Path file, byte[] bytes) {
            Content content = new Content(bytes);
            now.put(file, content);
            pending.add(List.of(new Change(file, content)));
        }

        void force(Path path) {
            Content content = now.get(path);
            if (content != null) {
                content.forced = true;
            } else {
                pending.forEach(changes -> apply(changes, safe));
                pending.clear();
            }
        }

        void rename(Path from, Path to) {
            Content content = now.remove(from);
            if (content == null) {
                return;
            }
            if (to == null) {
                pending.add(List.of(new Change(from, null)));
            } else {
                now.put(to, content);
                pending.add(List.of(new Change(from, null), new Change(to, content)));
            }
        }

        Map<Path, byte[]> left(Fate fate, SplittableRandom random) {
            Map<Path, Content> names = new TreeMap<>(safe);
            pending.subList(0, random.nextInt(pending.size() + 1)).forEach(changes -> apply(changes, names));
            Map<Path, byte[]> left = new TreeMap<>();
            names.forEach((path, content) ->
                    left.put(path, content.forced ? content.bytes : torn(content.bytes, fate, random)));
            return left;
        }

        private static void apply(List<Change> changes, Map<Path, Content> names) {
            for (Change change : changes) {
                if (change.content() == null) {
                    names.remove(change.path());
                } else {
                    names.put(change.path(), change.content());
                }
            }
        }

        private static byte[] torn(byte[] bytes, Fate fate, SplittableRandom random) {
            return switch (fate) {
                case KEPT -> bytes;
                case LOST -> new byte[0];
                case TORN -> scrambled(bytes, random);
            };
        }

        private static byte[] scrambled(byte[] bytes, SplittableRandom random) {
            byte[] torn = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            for (int i = random.nextInt(torn.length + 1); i < torn.length; i++) {
                torn[i] = random.nextBoolean() ? 0 : (byte) random.nextInt();
            }
            return torn;
        }
    }
}
