package org.nde4j.experiments.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.nde4j.experiments.config.BadConfig;

/** The right to write into a run folder, held by one process at a time and let go even when it is killed. */
public final class RunLock {

    /** Its name in the run folder. */
    public static final String NAME = "run.lock";

    private RunLock() {}

    /**
     * Does some work while holding the right.
     *
     * @return what the work gives
     * @throws BadConfig if another process, or another part of this one, holds it
     */
    public static <T> T holding(RunFolder folder, Supplier<T> work) {
        return RunFolder.attempt(() -> {
            try (FileChannel channel =
                    FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                if (!locked(channel)) {
                    throw new BadConfig(
                            "the run in %s is still at work; wait for it, or stop it first".formatted(folder));
                }
                return work.get();
            }
        });
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
