package org.nde4j.core.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nde4j.core.random.Stream;
import org.nde4j.core.random.Streams;
import org.nde4j.core.train.TimeSeries;
import org.nde4j.core.train.Trajectory;
import org.nde4j.core.train.Window;

class SmoothTest {
    private static TimeSeries decay(int count, double floor, double share) {
        Stream random = Streams.of(1).stream("noise");
        double[] times = new double[count];
        double[][] values = new double[count][2];
        for (int i = 0; i < count; i++) {
            times[i] = 4.0 * i / count;
            double x = 100 * StrictMath.exp(-times[i]);
            values[i][0] = x * (1 + share * random.normal()) + floor * random.normal();
            values[i][1] = 0.001 * times[i];
        }
        return new TimeSeries("t", List.of("x", "y"), List.of(new Trajectory("a", times, values)));
    }

    /** A deviation of 300 errors is known to 4 %; the tolerances are five times that. */
    @Test
    void noise_isToldFromRelativeNoise() {
        Noise relative = Smooth.of(decay(300, 0, 0.05)).noise();
        assertEquals(0.05, relative.share()[0], 0.012);
        assertEquals(0.05 * 80, relative.deviation(0, 80), 1);
        Noise fixed = Smooth.of(decay(300, 2, 0)).noise();
        assertEquals(2, fixed.deviation(0, 0), 0.4);
        assertEquals(2, fixed.deviation(0, 100), 0.6);
        assertEquals(0, fixed.deviation(1, 0.004), 1e-12);
    }

    @Test
    void noise_isAtLeastWhatIsResolved() {
        Noise noise = new Noise(new double[] {3}, new double[] {0.1}).atLeast(new double[] {4});
        assertEquals(5, noise.deviation(0, 0), 1e-14);
        assertEquals(2.5, noise.times(new double[] {0.5}).deviation(0, 0), 1e-14);
    }

    @Test
    void windows_coverEveryMeasurement() {
        Smooth smooth = Smooth.of(decay(23, 0, 0));
        List<Window> windows = smooth.windows(8);
        List<double[][]> deviations = smooth.windowDeviations(8, new Noise(new double[] {1, 2}, new double[2]));
        assertEquals(4, windows.size());
        assertEquals(4, deviations.size());
        assertArrayEquals(
                new int[] {8, 8, 8, 2},
                windows.stream().mapToInt(Window::points).toArray());
        assertArrayEquals(
                new int[] {1, 2, 3, -1}, windows.stream().mapToInt(Window::next).toArray());
        assertEquals(windows.get(0).times()[7], windows.get(1).times()[0]);
        assertEquals(2, deviations.get(3)[1][1]);
        assertTrue(Double.isNaN(deviations.get(3)[2][1])
                && Double.isNaN(windows.get(3).values()[2][0]));
    }

    @Test
    void statesThatWereNeverMeasured_areRefused() {
        double[][] values = {{1, Double.NaN}, {2, Double.NaN}};
        TimeSeries series =
                new TimeSeries("t", List.of("x", "y"), List.of(new Trajectory("a", new double[] {0, 1}, values)));
        String message = assertThrows(IllegalArgumentException.class, () -> Smooth.of(series))
                .getMessage();
        assertTrue(message.contains("y") && message.contains("a"), message);
    }

    @Test
    void coordinates_haveMeanZeroAndDeviationOne() {
        Stream random = Streams.of(2).stream("states");
        double[][] states = new double[200][2];
        double[][] slopes = new double[200][2];
        for (int i = 0; i < states.length; i++) {
            states[i] = new double[] {1e4 + 300 * random.normal(), 1e-3 * (2 + random.uniform())};
            slopes[i] = new double[] {1e5 * random.normal(), 1e-6 * random.normal()};
        }
        for (boolean logarithmic : new boolean[] {false, true}) {
            Coordinates c = Coordinates.of(states, slopes, logarithmic);
            for (int s = 0; s < 2; s++) {
                int state = s;
                double[] target = new double[states.length];
                Arrays.setAll(target, i -> c.target(slopes[i][state], states[i][state], state));
                double square = Arrays.stream(target).map(v -> v * v).average().orElseThrow();
                assertEquals(1, square, 1e-9); // rounding of numbers of size 1e5
            }
        }
        Coordinates half = Coordinates.of(states, slopes, false).silencing(new boolean[] {true, false});
        assertEquals(0, half.target(5, 1e4, 0));
    }
}
