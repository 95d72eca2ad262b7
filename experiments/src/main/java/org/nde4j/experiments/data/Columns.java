package org.nde4j.experiments.data;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Which columns of a table hold time, the states and the name of the trajectory.
 *
 * @param time the column of time; the first one if not given
 * @param states the columns of the states; if none is given, all other columns that hold numbers
 * @param trajectory the column that tells trajectories apart; without it, all rows are one trajectory
 */
public record Columns(Optional<String> time, List<String> states, Optional<String> trajectory) {

    /** Keeps its own copy of the names. */
    public Columns {
        states = List.copyOf(states);
        if (new HashSet<>(states).size() < states.size()) {
            throw new IllegalArgumentException("states names a column twice: " + String.join(", ", states));
        }
    }

    /** Time first, every other numeric column a state, one trajectory. */
    public static Columns defaults() {
        return new Columns(Optional.empty(), List.of(), Optional.empty());
    }

    /**
     * The trajectories in a table. Values may be missing; times may not, and must increase within a trajectory. Rows of
     * different trajectories may be mixed.
     *
     * @throws BadData if there is no such column, a cell is not what it should be, times do not increase, or a state or
     *     trajectory has too little in it
     */
    public Measurements read(Table table) {
        return new TrajectoryReader(table, this).read();
    }
}
