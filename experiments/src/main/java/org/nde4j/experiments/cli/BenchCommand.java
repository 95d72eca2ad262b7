package org.nde4j.experiments.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the study {@code bench}. */
@Command(
        name = "bench",
        description = "Measures how fast NDE4J is on this machine.",
        footer = "What is measured is changed by key.path=value; 'nde list bench' shows the keys.")
final class BenchCommand extends StudyVerb {

    static final String STUDY = "bench";

    @Parameters(index = "0..*", paramLabel = "key=value", description = "Changes of the configuration.")
    List<String> changes = List.of();

    BenchCommand(Desk desk) {
        super(desk);
    }

    @Override
    Answer answer() {
        return run(STUDY, Optional.empty(), changes);
    }
}
