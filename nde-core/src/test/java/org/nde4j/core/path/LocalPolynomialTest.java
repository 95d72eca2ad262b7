package org.nde4j.core.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.nde4j.core.random.Stream;
import org.nde4j.core.random.Streams;

class LocalPolynomialTest {
    private static double[] irregular(int count) {
        double[] times = new double[count];
        Streams.of(1).stream("times").fillUniform(times, 0, count, 0, 10);
        Arrays.sort(times);
        return times;
    }

    @Test
    void cubics_areExactWhereverTheyAreMeasured() {
        double[] t = irregular(40);
        double[] x =
                Arrays.stream(t).map(v -> 1 + v * (2 - v * (0.5 - 0.03 * v))).toArray();
        x[3] = Double.NaN;
        x[20] = Double.NaN;
        LocalPolynomial curve = LocalPolynomial.fit(t, x);
        for (double v = 0.5; v < 9.5; v += 0.37) {
            // gaps between random times are up to half a unit wide: rounding is amplified by some hundred
            assertEquals(1 + v * (2 - v * (0.5 - 0.03 * v)), curve.value(v), 1e-9);
            assertEquals(2 - v * (1 - 0.09 * v), curve.slope(v), 1e-8);
        }
        assertEquals(0, curve.noise(), 1e-9);
    }

    /** Of 400 errors the standard deviation is known to 3.5 %; four times that is passed in 1 of 10^4 seeds. */
    @Test
    void noise_isEstimated() {
        double[] t = irregular(400);
        Stream random = Streams.of(2).stream("noise");
        double[] x = Arrays.stream(t)
                .map(v -> StrictMath.sin(v) + 0.1 * random.normal())
                .toArray();
        LocalPolynomial curve = LocalPolynomial.fit(t, x);
        assertEquals(0.1, curve.noise(), 0.014);
        double worst = 0;
        for (double v = 0.5; v < 9.5; v += 0.1) {
            worst = Math.max(worst, Math.abs(curve.value(v) - StrictMath.sin(v)));
        }
        // about 40 neighbors, of which the nearer weigh more: an error of 0.02, and the worst of 90 places
        assertTrue(worst < 0.1, "off by " + worst);
    }

    @Test
    void errors_haveTheSizeOfTheNoise() {
        double[] t = irregular(200);
        Stream random = Streams.of(3).stream("noise");
        double[] x = Arrays.stream(t).map(v -> 5 + v + random.normal()).toArray();
        double square = Arrays.stream(LocalPolynomial.fit(t, x).errors())
                .mapToDouble(e -> e[1] * e[1])
                .average()
                .orElseThrow();
        assertEquals(1, Math.sqrt(square), 0.2); // four times the 5 % of 200 errors
    }

    @Test
    void shortSeries_areFollowedAsFarAsPossible() {
        assertEquals(7, LocalPolynomial.fit(new double[] {1}, new double[] {7}).value(3), 1e-14);
        assertEquals(
                6, LocalPolynomial.fit(new double[] {1, 2}, new double[] {5, 7}).value(1.5), 2);
        LocalPolynomial four = LocalPolynomial.fit(new double[] {0, 1, 2, 3}, new double[] {1, 3, 5, 7});
        assertEquals(2, four.slope(1.5), 1e-12); // a straight line
        assertEquals(
                0,
                LocalPolynomial.fit(new double[] {0, 1, 2, 3, 4, 5}, new double[6])
                        .slope(2));
    }

    @Test
    void nothing_cannotBeSmoothed() {
        double[] missing = {Double.NaN, Double.NaN};
        assertThrows(IllegalArgumentException.class, () -> LocalPolynomial.fit(new double[] {0, 1}, missing));
    }
}
