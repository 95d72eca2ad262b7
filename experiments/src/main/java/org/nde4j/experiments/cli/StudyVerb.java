package org.nde4j.experiments.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nde4j.experiments.study.Request;
import org.nde4j.experiments.study.Runner;
import picocli.CommandLine.Option;

/** A command that runs a study from the beginning. */
abstract class StudyVerb extends WorkingVerb {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where results go: a folder that is empty or not there yet (default: a new one in runs/).")
    Path out;

    @Option(names = "--seed", paramLabel = "N", description = "The number that all randomness comes from (default: 1).")
    long seed = 1;

    @Option(names = "--config", paramLabel = "FILE", description = "A YAML file with the configuration.")
    Path config;

    StudyVerb(Desk desk) {
        super(desk);
    }

    /** Runs a study with these options. */
    Answer run(String study, Optional<Path> data, List<String> changes) {
        Request request = new Request(study, Optional.ofNullable(config), changes, data, seed);
        Runner runner = runner();
        return answer(out == null ? runner.run(request, Path.of("runs")) : runner.runInto(request, out));
    }

    /** The change that sets a key to a text, if there is one. */
    static List<String> change(String key, String text) {
        return text == null ? List.of() : List.of(key + "=" + quoted(text));
    }

    /** The change that sets a key to a list of texts, if there is one. */
    static List<String> change(String key, List<String> texts) {
        return texts == null
                ? List.of()
                : List.of(key + "=" + texts.stream().map(StudyVerb::quoted).collect(Collectors.joining(",", "[", "]")));
    }

    @SafeVarargs
    static List<String> all(List<String>... parts) {
        List<String> all = new ArrayList<>();
        for (List<String> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    private static String quoted(String text) {
        return "'" + text.strip().replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
