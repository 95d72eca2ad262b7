package org.nde4j.experiments.data;

import java.util.List;
import org.nde4j.core.train.TimeSeries;

/**
 * What was read from a table: the trajectories, and what their owner should know about them.
 *
 * @param series the trajectories
 * @param warnings one sentence each: columns left out, states that never change
 */
public record Measurements(TimeSeries series, List<String> warnings) {

    /** Keeps its own copy of the warnings. */
    public Measurements {
        warnings = List.copyOf(warnings);
    }
}
