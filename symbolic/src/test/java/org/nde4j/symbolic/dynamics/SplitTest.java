package org.nde4j.symbolic.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nde4j.core.train.TimeSeries;
import org.nde4j.core.train.Trajectory;

class SplitTest {
    private static TimeSeries series(int... lengths) {
        return new TimeSeries(
                "t",
                List.of("x"),
                IntStream.range(0, lengths.length)
                        .mapToObj(k -> new Trajectory(
                                "run " + k,
                                IntStream.range(0, lengths[k])
                                        .mapToDouble(i -> i)
                                        .toArray(),
                                new double[lengths[k]][1]))
                        .toList());
    }

    @Test
    void ofManyTrajectories_someAreHeldOutWhole() {
        int[] lengths = new int[20];
        Arrays.fill(lengths, 10);
        Split split = Split.of(series(lengths), 0.15, 0.15, 0);
        assertEquals(14, split.training().trajectories().size());
        assertEquals(17, split.known().trajectories().size());
        assertTrue(split.validates() && split.tests());
        for (int k = 0; k < 20; k++) {
            String first = split.part(k, 0);
            int own = k;
            assertTrue(IntStream.range(0, 10).allMatch(i -> split.part(own, i).equals(first)));
        }
        assertEquals(split, Split.of(series(lengths), 0.15, 0.15, 0));
        assertNotEquals(split, Split.of(series(lengths), 0.15, 0.15, 1));
    }

    @Test
    void ofFewTrajectories_theEndsAreHeldOut() {
        Split split = Split.of(series(20, 10, 4), 0.2, 0.1, 0);
        assertEquals("train", split.part(0, 13));
        assertEquals("validation", split.part(0, 14));
        assertEquals("validation", split.part(0, 17));
        assertEquals("test", split.part(0, 18));
        assertEquals("test", split.part(1, 9));
        assertEquals("train", split.part(2, 3)); // too short to be cut
    }

    @Test
    void nothing_isHeldOutWhenNothingIsAskedFor() {
        Split split = Split.of(series(20, 10), 0, 0, 0);
        assertFalse(split.validates() || split.tests());
        assertEquals(30, split.training().length());
    }

    @Test
    void smallerSplits_keepWhoSeesWhat() {
        int[] lengths = new int[20];
        Arrays.fill(lengths, 10);
        Split small = Split.of(series(lengths), 0.15, 0.15, 0).atMost(4, 2);
        assertEquals(4, small.training().trajectories().size());
        assertEquals(6, small.known().trajectories().size());
    }

    @Test
    void sharesThatLeaveTooLittle_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> Split.of(series(20), 0.5, 0.4, 0));
        assertThrows(IllegalArgumentException.class, () -> Split.of(series(20), -0.1, 0.1, 0));
    }
}
