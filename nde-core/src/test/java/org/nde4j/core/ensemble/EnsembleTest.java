package org.nde4j.core.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.solve.Outcome;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.Problems;
import org.nde4j.core.solve.SaveAt;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.explicit.Tsit5;
import org.nde4j.core.work.Workers;

class EnsembleTest {
    private static final int COUNT = 37;
    private static final Solve SOLVE =
            Solve.with(new Tsit5(), PidController.of(1e-6, 1e-8)).saving(SaveAt.times(1, 2.5, 4));

    private static double[][] starts() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] starts = new double[COUNT][];
        Arrays.setAll(starts, i -> random.doubles(2, 0.2, 5).toArray());
        return starts;
    }

    private static double[][] parameters(int i) {
        return new double[][] {{1.5, 1 + 0.05 * i, 3, 1}};
    }

    private static List<Outcome> all(int threads, double[][] starts) {
        try (Workers workers = Workers.of(threads)) {
            return new Ensemble(SOLVE)
                    .run(workers, Problems.LOTKA_VOLTERRA, 0, 4, Array.matrix(starts), EnsembleTest::parameters);
        }
    }

    @Test
    void trajectory_hasTheSameBitsAloneAmongOthersAndOnAnyNumberOfThreads() {
        double[][] starts = starts();
        List<Outcome> one = all(1, starts);
        List<Outcome> four = all(4, starts);
        for (int i = 0; i < COUNT; i++) {
            double[][] alone = SOLVE.run(
                            Problems.LOTKA_VOLTERRA, 0, 4, Array.matrix(new double[][] {starts[i]}), parameters(i))
                    .orThrow()
                    .states();
            for (int k = 0; k < alone.length; k++) {
                assertArrayEquals(alone[k], one.get(i).solution().states()[k]);
                assertArrayEquals(alone[k], four.get(i).solution().states()[k]);
            }
            assertEquals(
                    one.get(i).solution().ledger().steps(),
                    four.get(i).solution().ledger().steps());
        }
    }

    @Test
    void steps_followTheErrorsOfEachTrajectory() {
        long different = all(2, starts()).stream()
                .mapToInt(o -> o.solution().statistics().steps())
                .distinct()
                .count();
        assertTrue(different > 5, different + " different numbers of steps"); // fast and slow orbits
    }

    @Test
    void failure_ofOneTouchesNoOther() {
        try (Workers workers = Workers.of(2)) {
            Array starts = new Array(Shape.of(3, 1), new double[] {0.1, 2, 0.1});
            List<Outcome> outcomes = new Ensemble(Solve.with(new Tsit5(), PidController.of(1e-6, 1e-8)))
                    .run(workers, Problems.BLOW_UP, 0, 1, starts);
            assertInstanceOf(Outcome.Failed.class, outcomes.get(1));
            double[] last = outcomes.get(2).orThrow().last();
            assertEquals(1 / (1 / 0.1 - 1), last[0], 1e-6); // the tolerance
            assertArrayEquals(outcomes.get(0).orThrow().last(), last);
        }
    }

    @Test
    void starts_ofAnotherWidthAreRefused() {
        try (Workers workers = Workers.of(1)) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Ensemble(SOLVE).run(workers, Problems.CIRCLE, 0, 1, Array.matrix(new double[][] {{1, 2, 3}
                    })));
        }
    }
}
