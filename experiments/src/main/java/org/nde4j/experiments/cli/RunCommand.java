package org.nde4j.experiments.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        description = "Runs a study by name into a new folder.",
        footer =
                "Configurations are changed by key.path=value, +key.path=value and ~key.path; 'nde list NAME' shows the keys.")
final class RunCommand extends StudyVerb {

    @Parameters(index = "0", paramLabel = "NAME", description = "The study; 'nde list' shows them.")
    String study;

    @Parameters(index = "1..*", paramLabel = "key=value", description = "Changes of the configuration.")
    List<String> changes = List.of();

    @Option(names = "--data", paramLabel = "FILE", description = "A CSV file with measurements.")
    Path data;

    RunCommand(Desk desk) {
        super(desk);
    }

    @Override
    Answer answer() {
        return run(study, Optional.ofNullable(data), changes);
    }
}
