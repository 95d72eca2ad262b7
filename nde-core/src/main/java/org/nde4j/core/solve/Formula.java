package org.nde4j.core.solve;

import java.util.List;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/** Writes a function of time, state and the parameters of the field into a trace. */
@FunctionalInterface
public interface Formula {
    /**
     * Writes the function.
     *
     * @param trace where to write
     * @param t the times, [B, 1]
     * @param y the states, [B, n]
     * @param parameters the parameters of the field
     * @return its value, [B, m]
     */
    Value write(Trace trace, Value t, Value y, List<Value> parameters);
}
