package org.nde4j.core.solve;

import java.util.Arrays;
import org.nde4j.core.work.Codec;

/**
 * Where a solve stands, with all that it needs to go on to the same bits as if it had not stopped.
 *
 * @param time where
 * @param state the states there, [B, n]
 * @param memory what the method remembers
 * @param control what the step control remembers
 * @param length the signed length to try next
 * @param fresh whether the method starts anew there, because an event set the state
 */
public record Snapshot(double time, double[] state, double[] memory, double[] control, double length, boolean fresh) {
    /** How it is stored. */
    public static final Codec<Snapshot> CODEC = Codec.record(
            Snapshot.class, Codec.DOUBLE, Codec.DOUBLES, Codec.DOUBLES, Codec.DOUBLES, Codec.DOUBLE, Codec.BOOLEAN);

    /** Copies. */
    public Snapshot {
        state = state.clone();
        memory = memory.clone();
        control = control.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Snapshot that
                && time == that.time
                && length == that.length
                && fresh == that.fresh
                && Arrays.equals(state, that.state)
                && Arrays.equals(memory, that.memory)
                && Arrays.equals(control, that.control);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(time) + Arrays.hashCode(state);
    }
}
