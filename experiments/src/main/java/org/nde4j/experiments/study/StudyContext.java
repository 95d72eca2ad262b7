package org.nde4j.experiments.study;

import java.util.Optional;
import java.util.function.Consumer;
import org.nde4j.core.work.Journal;
import org.nde4j.core.work.Workers;
import org.nde4j.experiments.data.Table;
import org.nde4j.experiments.run.RunFolder;

/**
 * What a study works with.
 *
 * @param folder where its results go
 * @param journal keeps what has been computed, tells how far the work is, and stops it
 * @param workers the threads
 * @param seed the one number that all randomness comes from
 * @param data the data file, if there is one
 * @param log where remarks for the run's log go, one line each
 */
public record StudyContext(
        RunFolder folder, Journal journal, Workers workers, long seed, Optional<Table> data, Consumer<String> log) {

    /**
     * The data file.
     *
     * @throws IllegalStateException if the study was run without one
     */
    public Table table() {
        return data.orElseThrow(() -> new IllegalStateException("this study was run without data; pass a data file"));
    }
}
