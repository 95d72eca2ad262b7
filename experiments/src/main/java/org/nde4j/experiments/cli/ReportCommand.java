package org.nde4j.experiments.cli;

import java.nio.file.Path;
import java.util.Map;
import org.nde4j.experiments.run.Disk;
import org.nde4j.experiments.run.Exit;
import org.nde4j.experiments.run.Manifest;
import org.nde4j.experiments.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "report", description = "Writes the report and the plots of a run folder anew.")
final class ReportCommand extends Verb {

    @Parameters(index = "0", paramLabel = "DIR", description = "The run folder.")
    Path path;

    ReportCommand(Desk desk) {
        super(desk);
    }

    @Override
    Answer answer() {
        RunFolder folder = RunFolder.open(Disk.local(), path);
        boolean sound = Manifest.isIn(folder)
                && Manifest.check(folder).stream().allMatch(p -> p.startsWith("report.html") || p.startsWith("plots/"));
        WorkingVerb.report(path);
        if (sound) {
            Manifest.write(folder);
        }
        String page = path.resolve("report.html").toString();
        return Answer.of(Exit.DONE, page, Map.of("report", page));
    }
}
