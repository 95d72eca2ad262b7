package org.nde4j.core.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.core.array.Array;
import org.nde4j.core.solve.explicit.Rk4;
import org.nde4j.core.solve.explicit.Tsit5;
import org.nde4j.core.solve.reversible.AsynchronousLeapfrog;
import org.nde4j.core.solve.stiff.Rodas5P;

class RestartTest {
    private static final double[] LOTKA = {1.5, 1, 1, 3};
    private static final double[] GRID =
            IntStream.range(1, 100).mapToDouble(i -> 0.1 * i + 0.001 * (i % 7)).toArray();
    private static final Array START = Array.matrix(new double[][] {{1, 1}});

    private static List<Solve> solves() {
        return List.of(
                Solve.with(new Tsit5(), PidController.of(1e-7, 1e-7)),
                Solve.with(new Tsit5(), PidController.of(1e-7, 1e-7).with(StepFilter.H321)),
                Solve.with(new Rodas5P(), PidController.of(1e-6, 1e-6).with(StepFilter.PREDICTIVE)),
                Solve.with(new Rk4(), new ConstantSteps(0.03)),
                Solve.with(new Rk4(), new GivenSteps(GRID)),
                Solve.with(new AsynchronousLeapfrog(), new ConstantSteps(0.01)));
    }

    @ParameterizedTest
    @MethodSource("solves")
    void resumedSolve_hasTheSameBitsAsOneThatOnlyStops(Solve solve) throws IOException {
        Solution whole = solve.stoppingAt(2.5, 7)
                .run(Problems.LOTKA_VOLTERRA, 0, 10, START, LOTKA)
                .orThrow();
        Solution part = solve.run(Problems.LOTKA_VOLTERRA, 0, 2.5, START, LOTKA).orThrow();
        int steps = part.statistics().steps();
        for (double to : new double[] {7, 10}) {
            Snapshot stored = Snapshot.CODEC.value(Snapshot.CODEC.bytes(part.restart()));
            assertEquals(part.restart(), stored);
            part = solve.resume(Problems.LOTKA_VOLTERRA, stored, to, LOTKA).orThrow();
            steps += part.statistics().steps();
        }
        assertArrayEquals(whole.last(), part.last());
        assertEquals(whole.statistics().steps(), steps);
    }

    @ParameterizedTest
    @MethodSource("solves")
    void solveThatRanOutOfSteps_goesOnAsIfItHadNot(Solve solve) {
        Outcome first = solve.atMost(5).run(Problems.LOTKA_VOLTERRA, 0, 10, START, LOTKA);
        assertInstanceOf(Outcome.Failed.class, first);
        Solution rest = solve.resume(Problems.LOTKA_VOLTERRA, first.solution().restart(), 10, LOTKA)
                .orThrow();
        Solution whole = solve.run(Problems.LOTKA_VOLTERRA, 0, 10, START, LOTKA).orThrow();
        assertArrayEquals(whole.last(), rest.last());
    }

    @Test
    void jumpsAndEvents_restartToTheSameBits() {
        Solve solve = Solve.with(new Tsit5(), PidController.of(1e-7, 1e-7))
                .handling(Event.every("dose", 1, 0).setting((t, time, y, p) -> t.shift(y, 0.25)))
                .jumpingAt(2, 5);
        Solution whole = solve.stoppingAt(3.5)
                .run(Problems.LOTKA_VOLTERRA, 0, 8, START, LOTKA)
                .orThrow();
        for (double split : new double[] {2, 3, 3.5, 5}) {
            Solution first = solve.stoppingAt(3.5)
                    .run(Problems.LOTKA_VOLTERRA, 0, split, START, LOTKA)
                    .orThrow();
            Solution second = solve.stoppingAt(3.5)
                    .resume(Problems.LOTKA_VOLTERRA, first.restart(), 8, LOTKA)
                    .orThrow();
            assertEquals(
                    whole.events().size(),
                    first.events().size() + second.events().size(),
                    "split at " + split);
            assertArrayEquals(whole.last(), second.last(), "split at " + split);
        }
    }

    @Test
    void savedTimes_areThoseBehindTheRestart() {
        Solve solve = Solve.with(new Tsit5(), PidController.of(1e-7, 1e-7)).saving(SaveAt.times(1, 2, 3, 4));
        Solution first = Solve.with(new Tsit5(), PidController.of(1e-7, 1e-7))
                .run(Problems.LOTKA_VOLTERRA, 0, 2.5, START, LOTKA)
                .orThrow();
        Solution second =
                solve.resume(Problems.LOTKA_VOLTERRA, first.restart(), 5, LOTKA).orThrow();
        assertArrayEquals(new double[] {3, 4}, second.times());
    }

    @Test
    void snapshotOfAnotherSize_isRefused() {
        Solve solve = solves().get(0);
        Snapshot snapshot =
                solve.run(Problems.LOTKA_VOLTERRA, 0, 1, START, LOTKA).orThrow().restart();
        Exception e = assertThrows(
                IllegalArgumentException.class,
                () -> solve.open(Problems.BLOW_UP, 1).resume(snapshot, 2, new Ledger(0)));
        assertTrue(e.getMessage().contains("2 numbers"), e.getMessage());
    }
}
