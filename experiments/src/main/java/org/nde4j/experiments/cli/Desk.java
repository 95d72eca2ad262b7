package org.nde4j.experiments.cli;

import java.time.Duration;
import org.nde4j.experiments.run.StopRequest;
import org.nde4j.experiments.study.Studies;

/**
 * What all commands share.
 *
 * @param terminal where they print
 * @param progress the line that shows progress
 * @param studies the studies there are
 * @param stop who may ask the work to stop
 * @param busy called before work that takes a moment to stop
 * @param keepEvery how often the state of a loop is kept
 */
record Desk(
        Terminal terminal,
        ProgressLine progress,
        Studies studies,
        StopRequest stop,
        Runnable busy,
        Duration keepEvery) {

    /** Often enough that little is lost in a kill, seldom enough to cost nothing. */
    static final Duration KEEP_EVERY = Duration.ofSeconds(5);

    /** A desk where nothing is stopped from outside. */
    static Desk of(Terminal terminal, Studies studies) {
        return new Desk(terminal, new ProgressLine(terminal), studies, new StopRequest(), () -> {}, KEEP_EVERY);
    }
}
