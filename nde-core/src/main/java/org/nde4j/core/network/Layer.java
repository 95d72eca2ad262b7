package org.nde4j.core.network;

import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.random.Stream;

/** A function with weights from rows of {@link #inputs} numbers to rows of {@link #outputs} numbers. */
public interface Layer {
    /** The length of a row it takes. */
    int inputs();

    /** The length of a row it gives. */
    int outputs();

    /** First weights, drawn from the stream in a fixed order; names are relative to this layer. */
    Parameters initialize(Stream random);

    /**
     * Writes itself into a trace.
     *
     * @param t the trace
     * @param w its weights, by the names that {@link #initialize} gives
     * @param x the rows [rows, inputs]
     * @return the rows [rows, outputs]
     * @throws IllegalArgumentException if x has another shape, or a weight is missing or of another shape
     */
    Value apply(Trace t, Weights w, Value x);
}
