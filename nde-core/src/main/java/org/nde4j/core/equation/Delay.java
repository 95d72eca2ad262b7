package org.nde4j.core.equation;

import java.util.List;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * How far back an equation looks.
 *
 * @param constant the delay, positive; NaN where it varies
 * @param varying writes it where it varies; null where it is constant
 */
public record Delay(double constant, Field.Body varying) {
    /** Checks a constant delay. */
    public Delay {
        if (varying == null && !(constant > 0 && constant < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a delay must be positive and finite, got " + constant
                    + "; a delay that may vanish is written as one that varies");
        }
    }

    /** The same delay always. */
    public static Delay of(double constant) {
        return new Delay(constant, null);
    }

    /**
     * A delay that depends on time, state or parameters and is never negative.
     *
     * @param varying writes it, [B, 1]
     */
    public static Delay of(Field.Body varying) {
        return new Delay(Double.NaN, varying);
    }

    /** Writes the delay, [B, 1]. */
    Value write(Trace trace, Value t, Value y, List<Value> parameters) {
        return varying == null ? trace.fill(constant, t.shape()) : varying.write(trace, t, y, parameters);
    }
}
