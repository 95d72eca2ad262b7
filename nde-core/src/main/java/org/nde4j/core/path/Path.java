package org.nde4j.core.path;

import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/** A curve in several channels that a field may read at its time: measured, or drawn at random. */
public interface Path {
    /** The number of channels, m. */
    int channels();

    /**
     * Writes the curve at some times.
     *
     * @param trace where to write
     * @param t the times, [B, 1]
     * @return [B, m]
     */
    Value at(Trace trace, Value t);

    /** Times where it is not smooth, ascending: steps of a method of high order should end there. */
    double[] knots();
}
