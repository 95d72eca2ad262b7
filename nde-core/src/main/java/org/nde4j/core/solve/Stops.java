package org.nde4j.core.solve;

import java.util.Arrays;

/**
 * Times that steps must end at.
 *
 * @param at where they end, and nothing else happens
 * @param jumps where the field is discontinuous: the method starts anew behind
 */
public record Stops(double[] at, double[] jumps) {
    /** No times. */
    public static final Stops NONE = new Stops(new double[0], new double[0]);

    /** Copies and checks. */
    public Stops {
        at = Timetable.checked("a stop", at);
        jumps = Timetable.checked("a jump", jumps);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stops that && Arrays.equals(at, that.at) && Arrays.equals(jumps, that.jumps);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(at) + Arrays.hashCode(jumps);
    }
}
