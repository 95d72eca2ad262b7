package org.nde4j.experiments.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be run.
 *
 * @param study the name of the study
 * @param configuration the file with the configuration, if there is one; all else is default
 * @param changes what the command line changes in it: {@code key.path=value}
 * @param data the data file, if there is one; it is copied into the run folder
 * @param seed the one number that all randomness comes from
 */
public record Request(
        String study, Optional<Path> configuration, List<String> changes, Optional<Path> data, long seed) {

    /** Keeps its own copy of the changes. */
    public Request {
        changes = List.copyOf(changes);
    }

    /** All defaults, no data. */
    public static Request of(String study) {
        return new Request(study, Optional.empty(), List.of(), Optional.empty(), 1);
    }
}
