package org.nde4j.core.solve;

import java.util.Arrays;

/** Which states of a solve are kept. */
public sealed interface SaveAt {
    /** Only the state at the end. */
    static SaveAt end() {
        return new End();
    }

    /**
     * The states at given times, by the dense output.
     *
     * @param times finite, strictly monotone in the direction of the solve
     */
    static SaveAt times(double... times) {
        return new Times(times);
    }

    /**
     * The start and the end of every n-th accepted step.
     *
     * @param every n, at least 1
     */
    static SaveAt steps(int every) {
        return new Steps(every);
    }

    /** All of it, as a function of time. */
    static SaveAt dense() {
        return new Dense();
    }

    /** Only the state at the end. */
    record End() implements SaveAt {}

    /**
     * The states at given times.
     *
     * @param times strictly monotone
     */
    record Times(double[] times) implements SaveAt {
        /** Copies and checks. */
        public Times {
            times = times.clone();
            boolean up = times.length < 2 || times[1] > times[0];
            for (int i = 0; i < times.length; i++) {
                boolean ordered = i == 0 || (up ? times[i] > times[i - 1] : times[i] < times[i - 1]);
                if (!Double.isFinite(times[i]) || !ordered) {
                    throw new IllegalArgumentException("times to save at must be finite and strictly ordered; number "
                            + i + " is " + times[i] + (i == 0 ? "" : " after " + times[i - 1]));
                }
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Times that && Arrays.equals(times, that.times);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(times);
        }
    }

    /**
     * Every n-th step.
     *
     * @param every n
     */
    record Steps(int every) implements SaveAt {
        /** Checks n. */
        public Steps {
            if (every < 1) {
                throw new IllegalArgumentException("every n-th step needs n of at least 1, got " + every);
            }
        }
    }

    /** All of it. */
    record Dense() implements SaveAt {}
}
