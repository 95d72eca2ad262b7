package org.nde4j.experiments.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.nde4j.core.work.Stopped;
import org.nde4j.experiments.config.BadConfig;
import org.nde4j.experiments.data.BadData;

/** How a command ends, with the exit code that says so. A signal without a checkpoint ends it with 130 or 143. */
public enum Exit {
    /** All was done. */
    DONE(0),
    /** A fault of ours. */
    FAULT(1),
    /** The command line or the configuration cannot be used. */
    USAGE(2),
    /** The study diverged or missed its goal, or a check found a difference. */
    MISSED(3),
    /** The data cannot be used. */
    BAD_DATA(4),
    /** The disk is full or fails. */
    DISK(5),
    /** A file of the run is damaged, or does not belong to this configuration, code or data. */
    CORRUPT(6),
    /** Stopped on request; it can be resumed. */
    STOPPED(75);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    /** The exit code. */
    public int code() {
        return code;
    }

    /** The end that a failure means. */
    public static Exit of(Throwable failure) {
        if (failure instanceof Stopped) {
            return STOPPED;
        }
        if (failure instanceof BadConfig) {
            return USAGE;
        }
        if (failure instanceof BadData) {
            return BAD_DATA;
        }
        if (failure instanceof Corrupt) {
            return CORRUPT;
        }
        return failure instanceof IOException || failure instanceof UncheckedIOException ? DISK : FAULT;
    }

    /** What a person should read about a failure. */
    public static String message(Throwable failure) {
        if (failure instanceof UncheckedIOException unchecked) {
            return message(unchecked.getCause());
        }
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + ": there is no such file";
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied; give another place, or see to its permissions";
        }
        if (failure instanceof IOException
                && String.valueOf(failure.getMessage()).contains("No space left")) {
            return "the disk is full (%s); free some space".formatted(failure.getMessage());
        }
        if (failure instanceof FileSystemException file) {
            return file.getMessage();
        }
        if (failure instanceof OutOfMemoryError) {
            return "out of memory; give Java more with NDE_JAVA_OPTS=-Xmx8g, or ask for less";
        }
        String text = failure.getMessage() == null ? failure.getClass().getName() : failure.getMessage();
        return of(failure) == FAULT ? failure.getClass().getSimpleName() + ": " + text : text;
    }
}
