package org.nde4j.experiments.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the study {@code regress}, whose configuration has the keys {@code target} and {@code features}. */
@Command(
        name = "regress",
        description = "Finds formulas for one column of a table from others.",
        footer =
                "Configurations are changed by key.path=value, +key.path=value and ~key.path; 'nde list regress' shows the keys.")
final class RegressCommand extends StudyVerb {

    static final String STUDY = "regress";

    @Parameters(index = "0", paramLabel = "DATA.csv", description = "The table, with a header.")
    Path data;

    @Parameters(index = "1..*", paramLabel = "key=value", description = "Changes of the configuration.")
    List<String> changes = List.of();

    @Option(names = "--target", paramLabel = "COL", required = true, description = "The column to explain.")
    String target;

    @Option(
            names = "--features",
            paramLabel = "COL",
            split = ",",
            description = "The columns to explain it by (default: all other columns with numbers).")
    List<String> features;

    RegressCommand(Desk desk) {
        super(desk);
    }

    @Override
    Answer answer() {
        List<String> columns = all(change("target", target), change("features", features));
        return run(STUDY, Optional.of(data), all(columns, changes));
    }
}
