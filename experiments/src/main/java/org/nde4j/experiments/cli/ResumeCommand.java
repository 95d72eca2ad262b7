package org.nde4j.experiments.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "resume",
        description = "Goes on with a run that was stopped or killed, to the same bits.",
        footer = "It refuses when configuration, code or data are others than before.")
final class ResumeCommand extends WorkingVerb {

    @Parameters(index = "0", paramLabel = "DIR", description = "The run folder.")
    Path folder;

    @Option(names = "--force", description = "Go on although something changed; run.json notes it.")
    boolean force;

    ResumeCommand(Desk desk) {
        super(desk);
    }

    @Override
    Answer answer() {
        return answer(runner().resume(folder, force));
    }
}
