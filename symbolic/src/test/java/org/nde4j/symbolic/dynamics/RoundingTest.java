package org.nde4j.symbolic.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nde4j.core.model.Smooth;
import org.nde4j.core.random.Stream;
import org.nde4j.core.random.Streams;
import org.nde4j.core.train.TimeSeries;

class RoundingTest {
    private static TrajectoryFit.Fitted rounded(EquationSystem begin, TimeSeries series) {
        Split split = Split.of(series, 0, 0, 0);
        Smooth smooth = Smooth.of(series);
        double[] least = smooth.deviation();
        java.util.Arrays.setAll(least, s -> 1e-4 * least[s]);
        Judge judge = new Judge(split, split.fitted(), smooth.noise().atLeast(least), 0.05, 8);
        return new Rounding(judge).round(judge.fit(begin, 30));
    }

    @Test
    void constants_ofExactDataBecomeTheTruth() {
        EquationSystem truth = Simulated.system(
                List.of("x", "y"), "x*(1.5 - 0.75*y) + 0*y", "y*(0.333333333333333333*x - 1) + 0.014*x");
        TimeSeries series =
                Simulated.series(truth, new double[][] {{2, 1}, {1, 0.5}}, Simulated.times(60, 10, 1), 0, 0);
        double[] off = java.util.Arrays.stream(truth.constants())
                .map(c -> 1.02 * c + 0.001)
                .toArray();
        TrajectoryFit.Fitted found = rounded(truth.withConstants(off), series);
        assertArrayEquals(truth.constants(), found.system().constants(), 0);
        assertEquals(0, found.system().free().length);
    }

    /**
     * Of 60 constants that are not round at most one in eleven should be taken for round by the rule's design; more than
     * 16 of them happen by chance in less than 1 of 10^4 suites. Those that were rounded are off by no more than the
     * statistical error.
     */
    @Test
    void constants_ofNoisyDataAreSeldomRounded() {
        Stream random = Streams.of(4).stream("constants");
        int count = 0;
        for (int trial = 0; trial < 60; trial++) {
            double a = random.uniform(0.3, 1.9);
            EquationSystem truth = Simulated.system(List.of("x"), "-" + a + "*x");
            TimeSeries series =
                    Simulated.series(truth, new double[][] {{2}, {5}}, Simulated.times(60, 4, trial), 0.05, trial);
            TrajectoryFit.Fitted found = rounded(truth, series);
            boolean wasRounded = found.system().free().length == 0;
            count += wasRounded ? 1 : 0;
            // the standard error is about 0.006; five of them
            assertEquals(a, Math.abs(found.system().constants()[0]), 0.03);
        }
        assertTrue(count <= 16, "rounded " + count);
    }
}
