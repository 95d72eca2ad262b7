package org.nde4j.experiments.cli;

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
 */
record Desk(Terminal terminal, ProgressLine progress, Studies studies, StopRequest stop, Runnable busy) {

    /** A desk where nothing is stopped from outside. */
    static Desk of(Terminal terminal, Studies studies) {
        return new Desk(terminal, new ProgressLine(terminal), studies, new StopRequest(), () -> {});
    }
}
