package org.nde4j.core.solve;

import java.util.Arrays;
import java.util.List;

/** What of a solve is kept. What is kept does not change what is computed. */
public sealed interface SaveAt {
    /** Only the state at the end. */
    static SaveAt end() {
        return new End();
    }

    /**
     * The states at given times, by the dense output. Where an event sets the state at such a time it is the state before.
     *
     * @param times finite, strictly monotone in the direction of the solve, between its ends; there may be none
     */
    static SaveAt times(double... times) {
        return new Times(times);
    }

    /**
     * The start and the end of every n-th accepted step, the end of the solve, and the states before and after
     * every event that sets the state.
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

    /** Several outputs of one solve: {@link Solution#output} gives them. */
    static SaveAt all(SaveAt... outputs) {
        return new All(List.of(outputs));
    }

    /** The same times, but a function of the state is kept in its place. */
    default SaveAt of(Formula function) {
        return new Of(this, function);
    }

    /** Each of the outputs that it is made of. */
    default List<SaveAt> each() {
        return List.of(this);
    }

    /** Whether it needs the dense output of the steps. */
    default boolean interpolates() {
        return false;
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
        public boolean interpolates() {
            return true;
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
    record Dense() implements SaveAt {
        @Override
        public boolean interpolates() {
            return true;
        }
    }

    /**
     * A function of the state.
     *
     * @param at when
     * @param function of time, state and parameters
     */
    record Of(SaveAt at, Formula function) implements SaveAt {
        /** Refuses what is not kept time by time. */
        public Of {
            if (!(at instanceof End || at instanceof Times || at instanceof Steps)) {
                throw new IllegalArgumentException(
                        "a function of the state is kept at the end, at times or at steps, not of " + at
                                + "; apply it to what the dense output gives, or to each output");
            }
        }

        @Override
        public boolean interpolates() {
            return at.interpolates();
        }
    }

    /**
     * Several outputs.
     *
     * @param outputs at least one
     */
    record All(List<SaveAt> outputs) implements SaveAt {
        /** Copies and checks. */
        public All {
            outputs = outputs.stream().flatMap(o -> o.each().stream()).toList();
            if (outputs.isEmpty()) {
                throw new IllegalArgumentException("there is no output; give at least one, such as SaveAt.end()");
            }
        }

        @Override
        public List<SaveAt> each() {
            return outputs;
        }

        @Override
        public boolean interpolates() {
            return outputs.stream().anyMatch(SaveAt::interpolates);
        }
    }
}
