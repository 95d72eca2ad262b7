package org.nde4j.experiments.study;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nde4j.experiments.config.Configuration;
import org.nde4j.experiments.data.Table;
import org.nde4j.experiments.run.Code;
import org.nde4j.experiments.run.Digest;

/**
 * A study with all that its results depend on, known to be usable.
 *
 * @param study the study
 * @param configuration its configuration
 * @param text the configuration file as given
 * @param changes the changes on the command line as given
 * @param data the data file as given
 * @param seed the seed
 * @param hashes a hash of each thing that the results depend on
 */
record Prepared<C extends Record>(
        Study<C> study,
        Configuration<C> configuration,
        String text,
        List<String> changes,
        Optional<InputData> data,
        long seed,
        Map<String, String> hashes) {

    static final String RESOLVED = "config.resolved.yaml";

    static <C extends Record> Prepared<C> of(
            Study<C> study,
            Configuration<C> configuration,
            String text,
            List<String> changes,
            Optional<InputData> data,
            long seed) {
        Map<String, String> hashes = new LinkedHashMap<>();
        hashes.put("configuration", Digest.of(study.name() + "\n" + seed + "\n" + configuration.canonical()));
        hashes.put("code", Code.fingerprint());
        hashes.put("data", data.map(InputData::sha256).orElse("none"));
        return new Prepared<>(study, configuration, text, changes, data, seed, hashes);
    }

    /** The table in the data file. */
    Optional<Table> table() {
        return data.map(InputData::table);
    }

    /** What the report is headed with: the name of the data file, or of the study. */
    String title() {
        return data.map(InputData::title).orElse(study.name());
    }

    /** Lets the study look at the data. */
    void check() {
        table().ifPresent(table -> study.check(configuration.value(), table));
    }

    /** What checkpoints are kept under. */
    String key() {
        return Digest.of(hashes.toString());
    }

    /** The files from which it can be run again, by name. */
    Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("config.yaml", utf8(text));
        files.put(RESOLVED, utf8(configuration.text()));
        files.put(
                "overrides.txt",
                utf8(changes.stream().map(change -> change + "\n").collect(Collectors.joining())));
        data.ifPresent(given -> files.put(given.place(), given.bytes()));
        files.put("reproduce.sh", utf8(script()));
        return files;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A shell script that runs it again from the run folder. */
    private String script() {
        String input = data.map(d -> " --data " + d.place()).orElse("");
        return """
                #!/bin/sh
                # Runs this again into a new folder; the results are the same to the bit.
                # NDE names the command, if it is not on the path: NDE=~/nde4j/nde sh reproduce.sh
                cd "$(dirname "$0")" || exit
                exec "${NDE:-nde}" run %s --config config.resolved.yaml%s --seed %d "$@"
                """.formatted(study.name(), input, seed);
    }
}
