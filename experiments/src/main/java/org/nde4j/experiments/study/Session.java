package org.nde4j.experiments.study;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.nde4j.experiments.run.Disk;
import org.nde4j.experiments.run.Progress;
import org.nde4j.experiments.run.StopRequest;

/**
 * The circumstances of running: none of them changes a bit of the results.
 *
 * @param studies the studies there are
 * @param disk the disk that is written to
 * @param threads how many threads work
 * @param keepEvery how often the state of a loop is kept
 * @param stop who may ask the run to stop
 * @param progress who is told how far the work is
 * @param begun who is told of the folder once the run has one
 * @param finish what is done with the folder once the results are in it: the report
 * @param commandLine the command, to be noted
 */
public record Session(
        Studies studies,
        Disk disk,
        int threads,
        Duration keepEvery,
        StopRequest stop,
        Progress progress,
        Consumer<Path> begun,
        Consumer<Path> finish,
        List<String> commandLine) {

    /** Keeps its own copy of the command line. */
    public Session {
        commandLine = List.copyOf(commandLine);
    }

    /** One thread on the local disk, quiet, without a report. */
    public static Session quiet(Studies studies) {
        return new Session(
                studies,
                Disk.local(),
                1,
                Duration.ofSeconds(5),
                new StopRequest(),
                Progress.SILENT,
                folder -> {},
                folder -> {},
                List.of());
    }
}
