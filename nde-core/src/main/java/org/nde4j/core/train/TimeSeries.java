package org.nde4j.core.train;

import java.util.HashSet;
import java.util.List;

/**
 * Measurements of a system over time: one or more trajectories of the same states.
 *
 * @param timeName the name of time, as in the data
 * @param stateNames the names of the states, distinct
 * @param trajectories the trajectories, at least one, with distinct names
 */
public record TimeSeries(String timeName, List<String> stateNames, List<Trajectory> trajectories) {

    /**
     * Checks names and shapes.
     *
     * @throws IllegalArgumentException if there is no state or trajectory, a name occurs twice, or a trajectory has
     *     another number of states
     */
    public TimeSeries {
        stateNames = List.copyOf(stateNames);
        trajectories = List.copyOf(trajectories);
        checkNames("state", stateNames);
        checkNames("trajectory", trajectories.stream().map(Trajectory::id).toList());
        for (Trajectory trajectory : trajectories) {
            if (trajectory.states() != stateNames.size()) {
                throw new IllegalArgumentException("trajectory %s has %d states, but the names are %s"
                        .formatted(trajectory.id(), trajectory.states(), stateNames));
            }
        }
    }

    /** {@return the number of states} */
    public int states() {
        return stateNames.size();
    }

    /** {@return the number of times of all trajectories together} */
    public int length() {
        return trajectories.stream().mapToInt(Trajectory::length).sum();
    }

    /**
     * How many values of a state were measured, over all trajectories.
     *
     * @param state the position of the state
     * @return the number of values that are not NaN
     */
    public int observed(int state) {
        return trajectories.stream().mapToInt(t -> t.observed(state)).sum();
    }

    /**
     * The position of a state.
     *
     * @param state its name
     * @return its position in the names
     * @throws IllegalArgumentException if there is no such state
     */
    public int indexOf(String state) {
        int index = stateNames.indexOf(state);
        if (index < 0) {
            throw new IllegalArgumentException("no state is named " + state + "; the states are " + stateNames);
        }
        return index;
    }

    /**
     * The same measurements of only some of the states.
     *
     * @param states the names of the states, in the order wanted
     * @return the measurements of those states
     */
    public TimeSeries select(List<String> states) {
        List<Integer> indices = states.stream().map(this::indexOf).toList();
        return new TimeSeries(
                timeName,
                states,
                trajectories.stream().map(t -> t.select(indices)).toList());
    }

    /**
     * Some of the trajectories.
     *
     * @param positions the positions of the trajectories, in the order wanted
     * @return the measurements of those trajectories
     */
    public TimeSeries subset(List<Integer> positions) {
        return with(positions.stream().map(trajectories::get).toList());
    }

    /**
     * The same states with other trajectories.
     *
     * @param others the trajectories
     * @return the measurements
     */
    public TimeSeries with(List<Trajectory> others) {
        return new TimeSeries(timeName, stateNames, others);
    }

    @Override
    public String toString() {
        return "%d trajectories of %s over %s, %d times"
                .formatted(trajectories.size(), String.join(", ", stateNames), timeName, length());
    }

    private static void checkNames(String what, List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("there is no " + what + "; give at least one");
        }
        HashSet<String> seen = new HashSet<>();
        names.stream().filter(name -> !seen.add(name)).forEach(name -> {
            throw new IllegalArgumentException("two of the " + what + " names are " + name + "; make them distinct");
        });
    }
}
