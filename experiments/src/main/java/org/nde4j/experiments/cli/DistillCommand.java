package org.nde4j.experiments.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the study {@code distill}, whose configuration has its columns under {@code data}. */
@Command(
        name = "distill",
        description = "Finds the differential equations behind measured trajectories.",
        footer =
                "Configurations are changed by key.path=value, +key.path=value and ~key.path; 'nde list distill' shows the keys.")
final class DistillCommand extends StudyVerb {

    static final String STUDY = "distill";

    @Parameters(index = "0", paramLabel = "DATA.csv", description = "The measurements: one row a time, with a header.")
    Path data;

    @Parameters(index = "1..*", paramLabel = "key=value", description = "Changes of the configuration.")
    List<String> changes = List.of();

    @Option(names = "--time", paramLabel = "COL", description = "The column of time (default: the first).")
    String time;

    @Option(
            names = "--states",
            paramLabel = "COL",
            split = ",",
            description = "The columns of the states (default: all other columns with numbers).")
    List<String> states;

    @Option(
            names = "--trajectory",
            paramLabel = "COL",
            description = "The column that tells trajectories apart (default: all rows are one trajectory).")
    String trajectory;

    DistillCommand(Desk desk) {
        super(desk);
    }

    @Override
    Answer answer() {
        List<String> columns =
                all(change("data.time", time), change("data.states", states), change("data.trajectory", trajectory));
        return run(STUDY, Optional.of(data), all(columns, changes));
    }
}
