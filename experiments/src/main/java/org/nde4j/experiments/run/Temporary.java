package org.nde4j.experiments.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** Files that are being written: {@code name.tmp-<process>-<count>}, beside the file they will become. */
final class Temporary {

    private static final Pattern NAME = Pattern.compile(".+\\.tmp-\\d+-\\d+");
    private static final AtomicLong COUNT = new AtomicLong();

    private Temporary() {}

    static Path beside(Path file) {
        return file.resolveSibling("%s.tmp-%d-%d"
                .formatted(file.getFileName(), ProcessHandle.current().pid(), COUNT.incrementAndGet()));
    }

    static boolean is(Path file) {
        return NAME.matcher(file.getFileName().toString()).matches();
    }

    /** Removes a temporary file that did not become what it should, if that can be done. */
    static void forget(Disk disk, Path temporary, IOException reason) {
        try {
            disk.delete(temporary);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /** Removes what a killed process left in a folder. */
    static void sweep(Disk disk, Path folder) throws IOException {
        for (Path file : disk.list(folder)) {
            if (is(file)) {
                disk.delete(file);
            }
        }
    }
}
