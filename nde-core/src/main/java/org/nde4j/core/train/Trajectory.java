package org.nde4j.core.train;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One measured run of a system: at which times what was measured.
 *
 * <p>Times increase strictly and need not be evenly spaced. A value that was not measured is NaN; infinite values are
 * refused. The arrays are not copied and must not be changed.
 *
 * @param id the name of the trajectory
 * @param times the times [times], finite and strictly increasing
 * @param values the states [times][states], NaN where nothing was measured
 */
public record Trajectory(String id, double[] times, double[][] values) {

    /**
     * Checks shapes, times and values.
     *
     * @throws IllegalArgumentException if there is no time, the shapes do not fit, times do not increase, or a value is
     *     infinite
     */
    public Trajectory {
        check(times.length > 0, "trajectory %s has no times; give at least one", id);
        check(
                values.length == times.length,
                "trajectory %s has %d times but %d rows of values; give one row a time",
                id,
                times.length,
                values.length);
        for (int i = 0; i < times.length; i++) {
            check(
                    Double.isFinite(times[i]) && (i == 0 || times[i] > times[i - 1]),
                    "trajectory %s has time %s after %s at index %d; times must be finite and increase strictly",
                    id,
                    times[i],
                    i == 0 ? "nothing" : times[i - 1],
                    i);
            checkRow(id, values[i], values[0].length, i);
        }
    }

    /** {@return the number of times} */
    public int length() {
        return times.length;
    }

    /** {@return the number of states} */
    public int states() {
        return values[0].length;
    }

    /**
     * How many values of a state were measured.
     *
     * @param state the position of the state
     * @return the number of values that are not NaN
     */
    public int observed(int state) {
        return (int) IntStream.range(0, length())
                .filter(i -> !Double.isNaN(values[i][state]))
                .count();
    }

    /**
     * The values of one state over time.
     *
     * @param state the position of the state
     * @return a new array [times]
     */
    public double[] state(int state) {
        return Arrays.stream(values).mapToDouble(row -> row[state]).toArray();
    }

    /**
     * The part from one time to another, under the same name.
     *
     * @param from the index of the first time
     * @param to the index after the last time
     * @return the part
     */
    public Trajectory slice(int from, int to) {
        return new Trajectory(id, Arrays.copyOfRange(times, from, to), Arrays.copyOfRange(values, from, to));
    }

    /**
     * The same times with only some of the states.
     *
     * @param states the positions of the states, in the order wanted
     * @return the trajectory of those states
     */
    public Trajectory select(List<Integer> states) {
        int[] chosen = states.stream().mapToInt(Integer::intValue).toArray();
        double[][] selected = Arrays.stream(values)
                .map(row -> Arrays.stream(chosen).mapToDouble(s -> row[s]).toArray())
                .toArray(double[][]::new);
        return new Trajectory(id, times, selected);
    }

    /** Whether the names, times and values are the same, bit by bit. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Trajectory that
                && id.equals(that.id)
                && Arrays.equals(times, that.times)
                && Arrays.deepEquals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * id.hashCode() + Arrays.hashCode(times)) + Arrays.deepHashCode(values);
    }

    @Override
    public String toString() {
        return "%s: %d times from %s to %s, %d states".formatted(id, length(), times[0], times[length() - 1], states());
    }

    private static void checkRow(String id, double[] row, int states, int i) {
        check(row.length == states, "trajectory %s has %d values at index %d, not %d", id, row.length, i, states);
        for (double value : row) {
            check(!Double.isInfinite(value), "trajectory %s holds %s at index %d; mark missing as NaN", id, value, i);
        }
    }

    private static void check(boolean holds, String message, Object... values) {
        if (!holds) {
            throw new IllegalArgumentException(message.formatted(values));
        }
    }
}
