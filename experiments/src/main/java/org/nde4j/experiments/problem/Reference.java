package org.nde4j.experiments.problem;

import java.util.stream.IntStream;

/**
 * The known states at the end of a problem.
 *
 * @param states which states are known, counted from 0
 * @param values what they are
 * @param accuracy the greatest error of a value, relative to its size plus the scale of the problem
 * @param source where the values come from
 */
public record Reference(int[] states, double[] values, double accuracy, String source) {
    /** Checks that there is a value for every state. */
    public Reference {
        if (states.length != values.length || !(accuracy >= 0)) {
            throw new IllegalArgumentException(states.length + " states with " + values.length
                    + " values known to within " + accuracy + "; give a value for every state");
        }
    }

    /** All states, in order. */
    static Reference of(double accuracy, String source, double... values) {
        return new Reference(IntStream.range(0, values.length).toArray(), values, accuracy, source);
    }
}
