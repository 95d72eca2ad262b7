package org.nde4j.experiments.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.nde4j.experiments.config.BadConfig;

/**
 * A run folder in the making. It is filled beside its place, as {@code .<name>.draft-<process>}, and gets its name in
 * one step: whoever is killed on the way leaves a folder that can be resumed, or none.
 */
final class Draft {

    private final Disk disk;
    private final Path out;

    Draft(Disk disk, Path out) {
        this.disk = disk;
        this.out = out;
    }

    /** Fills a folder that is not there yet. */
    RunFolder filled(Consumer<RunFolder> fill) throws IOException {
        Path place = out.toAbsolutePath().normalize();
        Path beside = place.resolveSibling(".%s.draft-%d"
                .formatted(place.getFileName(), ProcessHandle.current().pid()));
        RunFolder draft = new RunFolder(disk, beside);
        try {
            disk.createFolders(beside);
            fill.accept(draft);
            disk.move(beside, place);
        } catch (AccessDeniedException e) {
            forget(draft, e);
            throw new AccessDeniedException(place.toString());
        } catch (IOException | RuntimeException e) {
            forget(draft, e);
            if (Files.exists(place)) {
                throw taken(e);
            }
            throw e;
        }
        disk.force(place.getParent());
        return new RunFolder(disk, out);
    }

    private BadConfig taken(Exception e) {
        return new BadConfig("folder %s was made by another while this run began; give another one".formatted(out), e);
    }

    private static void forget(RunFolder draft, Exception reason) {
        try {
            draft.remove();
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }
}
