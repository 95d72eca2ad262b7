package org.nde4j.experiments.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nde4j.experiments.run.Difference;
import org.nde4j.experiments.run.Disk;
import org.nde4j.experiments.run.Exit;
import org.nde4j.experiments.run.RunFolder;
import org.nde4j.experiments.study.Runner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "rerun",
        description = "Runs a run again beside it and tells the first byte that differs.",
        footer =
                "Exit code 0: all results are the same, and the second run is removed; 3: they differ, and it is kept.")
final class RerunCommand extends WorkingVerb {

    @Parameters(index = "0", paramLabel = "DIR", description = "The run folder.")
    Path path;

    RerunCommand(Desk desk) {
        super(desk);
    }

    @Override
    Answer answer() {
        RunFolder first = RunFolder.open(Disk.local(), path);
        RunFolder second = runner().runInto(Runner.again(first), sibling()).folder();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("compared", Difference.compared(first, second));
        Optional<Difference> difference = Difference.between(first, second);
        if (difference.isPresent()) {
            Difference found = difference.get();
            facts.put("file", found.file());
            facts.put("folder", second.toString());
            return Answer.of(
                    Exit.MISSED, "%s %s (%s against %s)".formatted(found.file(), found.what(), first, second), facts);
        }
        int compared = Difference.compared(first, second);
        remove(second.path());
        return Answer.of(Exit.DONE, "all %d files of results are the same to the byte".formatted(compared), facts);
    }

    private Path sibling() {
        Path folder = path.toAbsolutePath().normalize();
        return folder.resolveSibling(
                folder.getFileName() + ".rerun-" + ProcessHandle.current().pid());
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
