package org.nde4j.core.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TimeSeriesTest {

    private static final double NAN = Double.NaN;

    private static Trajectory swing(String id) {
        return new Trajectory(id, new double[] {0, 0.5, 0.7}, new double[][] {{1, 5}, {NAN, 6}, {3, 7}});
    }

    private static final TimeSeries TWO = new TimeSeries("t", List.of("x", "v"), List.of(swing("a"), swing("b")));

    @Test
    void counts_leaveOutWhatIsMissing() {
        assertEquals(4, TWO.observed(0));
        assertEquals(6, TWO.observed(1));
        assertEquals(6, TWO.length());
        assertEquals(2, swing("a").observed(0));
    }

    @Test
    void select_keepsTheOrderAskedFor() {
        TimeSeries swapped = TWO.select(List.of("v", "x"));
        assertEquals(List.of("v", "x"), swapped.stateNames());
        assertArrayEquals(
                new double[] {1, NAN, 3}, swapped.trajectories().get(1).state(1));
    }

    @Test
    void subsetAndSlice_keepNamesAndValues() {
        assertEquals(List.of(swing("b")), TWO.subset(List.of(1)).trajectories());
        Trajectory tail = swing("a").slice(1, 3);
        assertArrayEquals(new double[] {0.5, 0.7}, tail.times());
        assertArrayEquals(new double[] {6, 7}, tail.state(1));
    }

    @Test
    void trajectories_areEqualByValue() {
        assertEquals(swing("a"), swing("a"));
        assertEquals(swing("a").hashCode(), swing("a").hashCode());
        assertNotEquals(swing("a"), swing("b"));
    }

    @Test
    void shapesAndValuesThatDoNotFit_areRefused() {
        refused("has no times", () -> new Trajectory("a", new double[0], new double[0][]));
        refused("2 times but 1 rows", () -> new Trajectory("a", new double[] {0, 1}, new double[1][1]));
        refused("increase strictly", () -> new Trajectory("a", new double[] {0, 0}, new double[2][1]));
        refused("increase strictly", () -> new Trajectory("a", new double[] {0, NAN}, new double[2][1]));
        refused("not 1", () -> new Trajectory("a", new double[] {0, 1}, new double[][] {{1}, {1, 2}}));
        refused("Infinity", () -> new Trajectory("a", new double[] {0}, new double[][] {{1 / 0.0}}));
        refused("two of the state", () -> new TimeSeries("t", List.of("x", "x"), List.of(swing("a"))));
        refused("two of the trajectory", () -> TWO.with(List.of(swing("a"), swing("a"))));
        refused("there is no trajectory", () -> TWO.with(List.of()));
        refused("has 2 states", () -> new TimeSeries("t", List.of("x"), List.of(swing("a"))));
        refused("no state is named z", () -> TWO.select(List.of("z")));
    }

    private static void refused(String part, Executable construction) {
        String message =
                assertThrows(IllegalArgumentException.class, construction).getMessage();
        assertEquals(true, message.contains(part), message);
    }
}
