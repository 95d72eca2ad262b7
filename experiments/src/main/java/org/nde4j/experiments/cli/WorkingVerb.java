package org.nde4j.experiments.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nde4j.experiments.config.BadConfig;
import org.nde4j.experiments.report.Report;
import org.nde4j.experiments.run.Disk;
import org.nde4j.experiments.run.Exit;
import org.nde4j.experiments.run.Progress;
import org.nde4j.experiments.study.Runner;
import org.nde4j.experiments.study.Session;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that runs a study or goes on with one. */
abstract class WorkingVerb extends Verb {

    @Option(names = "--threads", paramLabel = "N", description = "How many threads work (default: one for each core).")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--time-limit",
            paramLabel = "SPAN",
            description = "Stop after this time (90s, 15m, 1h30m), to be resumed later; exit code 75.")
    String timeLimit;

    @Spec
    CommandSpec spec;

    private final long began = System.nanoTime();

    WorkingVerb(Desk desk) {
        super(desk);
    }

    /** A runner with the options given; the clock of the time limit begins to run. */
    Runner runner() {
        if (threads < 1 || threads > 4096) {
            throw new BadConfig("--threads is " + threads + "; give 1 to 4096");
        }
        if (timeLimit != null) {
            desk.stop().askAfter(TimeSpan.of(timeLimit));
        }
        desk.busy().run();
        return new Runner(new Session(
                desk.studies(),
                Disk.local(),
                threads,
                desk.keepEvery(),
                desk.stop(),
                quiet ? Progress.SILENT : desk.progress(),
                this::writing,
                WorkingVerb::report,
                command()));
    }

    /** What to say of a run that ended. */
    Answer answer(Runner.Ended ended) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("folder", ended.folder().toString());
        facts.putAll(ended.conclusion().facts());
        facts.put("seconds", (System.nanoTime() - began) * 1e-9);
        facts.put("seed", ended.seed());
        Exit exit = ended.conclusion().reached() ? Exit.DONE : Exit.MISSED;
        return Answer.of(exit, ended.conclusion().message(), facts);
    }

    private List<String> command() {
        return spec.root().commandLine().getParseResult().originalArgs();
    }

    static void report(Path folder) {
        try {
            Report.write(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
