package org.nde4j.experiments.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.nde4j.experiments.run.Disk;
import org.nde4j.experiments.run.Exit;
import org.nde4j.experiments.run.Manifest;
import org.nde4j.experiments.run.RunFile;
import org.nde4j.experiments.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        description = "Checks that the files of a run are those that it wrote.",
        footer =
                "Exit code 0: all are; 3: the run is not complete; 6: a file was changed, is missing or is not of the run.")
final class VerifyCommand extends Verb {

    @Parameters(index = "0", paramLabel = "DIR", description = "The run folder.")
    Path path;

    VerifyCommand(Desk desk) {
        super(desk);
    }

    @Override
    Answer answer() {
        RunFolder folder = RunFolder.open(Disk.local(), path);
        if (!Manifest.isIn(folder)) {
            String status = RunFile.read(folder).status().name();
            return Answer.of(
                    Exit.MISSED,
                    "%s is not complete (it has no %s; its status is %s), so there is nothing to check against; finish it with: nde resume %s"
                            .formatted(path, Manifest.NAME, status, path),
                    Map.of("problems", List.of()));
        }
        List<String> problems = Manifest.check(folder);
        return problems.isEmpty()
                ? Answer.of(
                        Exit.DONE, "every file of " + path + " is as the run wrote it", Map.of("problems", problems))
                : Answer.of(Exit.CORRUPT, String.join("\n", problems), Map.of("problems", problems));
    }
}
