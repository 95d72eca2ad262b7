package org.nde4j.experiments.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the study {@code solve}, whose configuration is the system. */
@Command(
        name = "solve",
        description = "Solves a system of differential equations.",
        footer =
                "The system is changed by key.path=value, +key.path=value and ~key.path; 'nde list solve' shows the keys.")
final class SolveCommand extends StudyVerb {

    static final String STUDY = "solve";

    @Parameters(index = "0", paramLabel = "SYSTEM.yaml", description = "Equations, start, times and tolerances.")
    Path system;

    @Parameters(index = "1..*", paramLabel = "key=value", description = "Changes of the system.")
    List<String> changes = List.of();

    SolveCommand(Desk desk) {
        super(desk);
    }

    @Override
    Answer answer() {
        config = system;
        return run(STUDY, Optional.empty(), changes);
    }
}
