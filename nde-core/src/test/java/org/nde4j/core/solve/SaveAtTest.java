package org.nde4j.core.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nde4j.core.array.Array;
import org.nde4j.core.solve.explicit.Tsit5;

class SaveAtTest {
    private static final Solve SOLVE = Solve.with(new Tsit5(), PidController.of(1e-7, 1e-7));
    private static final Formula ENERGY = (t, time, y, p) -> t.reshape(t.sum(t.mul(y, y), 1), time.shape());

    private static Solution run(SaveAt saveAt, double from, double to) {
        return SOLVE.saving(saveAt)
                .run(Problems.CIRCLE, from, to, Array.matrix(new double[][] {{1, 0}, {0.5, 2}}))
                .orThrow();
    }

    @Test
    void outputs_areTheSameWhateverElseIsAsked() {
        double[] times = {0, 0.3, 1, 2.5, 4};
        Solution all = run(
                SaveAt.all(
                        SaveAt.end(),
                        SaveAt.times(times),
                        SaveAt.steps(2),
                        SaveAt.dense(),
                        SaveAt.times(1, 2).of(ENERGY),
                        SaveAt.steps(1).of(ENERGY)),
                0,
                4);
        assertEquals(6, all.outputs().size());
        assertSame(run(SaveAt.end(), 0, 4), all.output(0));
        assertSame(run(SaveAt.times(times), 0, 4), all.output(1));
        assertSame(run(SaveAt.steps(2), 0, 4), all.output(2));
        assertSame(run(SaveAt.dense(), 0, 4), all.output(3));
        assertArrayEquals(run(SaveAt.dense(), 0, 4).dense().at(1.7), all.dense().at(1.7));
        assertArrayEquals(all.output(1).states()[1], all.dense().at(0.3));
        assertSame(run(SaveAt.times(1, 2).of(ENERGY), 0, 4), all.output(4));
        assertEquals(1, all.output(4).states()[0][0], 1e-6); // conserved to the tolerance
        assertEquals(4.25, all.output(4).states()[1][1], 1e-6);
        assertEquals(all.statistics().steps() + 1, all.output(5).times().length);
    }

    private static void assertSame(Solution expected, Saved actual) {
        assertArrayEquals(expected.times(), actual.times());
        assertArrayEquals(expected.states(), actual.states());
    }

    @Test
    void ends_mayBeAskedFor() {
        Solution s = run(SaveAt.times(0, 4), 0, 4);
        assertArrayEquals(new double[] {0, 4}, s.times());
        assertArrayEquals(new double[] {1, 0, 0.5, 2}, s.states()[0]);
        assertArrayEquals(run(SaveAt.end(), 0, 4).last(), s.states()[1]);
    }

    @Test
    void noTimes_giveNoStates() {
        Solution s = run(SaveAt.times(), 0, 4);
        assertEquals(0, s.times().length);
        assertEquals(0, s.states().length);
        assertArrayEquals(run(SaveAt.end(), 0, 4).last(), s.last());
    }

    @Test
    void reverseTime_savesInItsOrder() {
        Solution s = run(SaveAt.all(SaveAt.times(4, 2.5, 0), SaveAt.dense()), 4, 0);
        assertArrayEquals(new double[] {4, 2.5, 0}, s.times());
        assertArrayEquals(s.states()[1], s.dense().at(2.5));
        assertEquals(4, s.dense().from());
        assertEquals(0, s.dense().to());
    }

    @Test
    void denseDerivative_isTheField() {
        DenseOutput dense = run(SaveAt.dense(), 0, 4).dense();
        for (double t : new double[] {0, 0.77, 2, 4}) {
            assertEquals(-dense.at(t)[1], dense.derivative(t)[0], 1e-4); // an order below the solution, at 1e-7
        }
    }

    @Test
    void solveOfNoLength_givesItsStart() {
        Solution s = run(SaveAt.all(SaveAt.dense(), SaveAt.times(1), SaveAt.steps(1)), 1, 1);
        assertArrayEquals(new double[] {1, 0, 0.5, 2}, s.dense().at(1));
        assertArrayEquals(new double[] {1}, s.output(1).times());
        assertArrayEquals(new double[] {1}, s.output(2).times());
    }

    @Test
    void timesOffTheWay_areRefused() {
        for (double[] times : new double[][] {{-1, 2}, {3, 5}, {3, 1}}) {
            Exception e = assertThrows(IllegalArgumentException.class, () -> run(SaveAt.times(times), 0, 4));
            assertTrue(e.getMessage().contains("on the way"), e.getMessage());
        }
        Exception e = assertThrows(
                IllegalArgumentException.class, () -> SaveAt.dense().of(ENERGY));
        assertTrue(e.getMessage().contains("dense output"), e.getMessage());
        assertThrows(IllegalArgumentException.class, SaveAt::all);
    }

    @Test
    void partialSolution_hasEveryOutput() {
        Outcome outcome = SOLVE.saving(SaveAt.all(SaveAt.times(0.1, 3), SaveAt.dense(), SaveAt.end()))
                .atMost(12)
                .run(Problems.CIRCLE, 0, 100, Array.matrix(new double[][] {{1, 0}}));
        Solution part = outcome.solution();
        assertTrue(part.output(0).times().length >= 1);
        assertEquals(part.dense().to(), part.output(2).times()[0]);
    }
}
