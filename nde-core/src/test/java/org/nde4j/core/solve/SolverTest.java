package org.nde4j.core.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.core.array.Array;
import org.nde4j.core.equation.Field;
import org.nde4j.core.solve.explicit.Bosh3;
import org.nde4j.core.solve.explicit.Dopri5;
import org.nde4j.core.solve.explicit.Euler;
import org.nde4j.core.solve.explicit.Heun;
import org.nde4j.core.solve.explicit.Rk4;
import org.nde4j.core.solve.explicit.Tsit5;

class SolverTest {
    static Stream<Solver> solvers() {
        return Stream.of(new Euler(), new Heun(), new Rk4(), new Bosh3(), new Dopri5(), new Tsit5());
    }

    static Stream<Solver> adaptive() {
        return solvers().filter(Solver::estimatesError);
    }

    private static Array one(double... y) {
        return Array.matrix(new double[][] {y});
    }

    private static int[] range(Solver solver) {
        // Fine enough to be in the asymptotic range, coarse enough to stay above rounding.
        return solver.order() >= 5 ? new int[] {64, 80, 96, 128, 160} : new int[] {64, 96, 128, 192, 256};
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void order_isAsDeclaredOnATimeDependentProblem(Solver solver) {
        double order = Convergence.slope(
                range(solver),
                n -> Math.abs(Solve.with(solver, new ConstantSteps(2.0 / n))
                                .run(Problems.OSCILLATING_GROWTH, 0, 2, one(1))
                                .orThrow()
                                .last()[0]
                        - Math.exp(Math.sin(2))));
        assertEquals(solver.order(), order, 0.2);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void order_isAsDeclaredOnACircle(Solver solver) {
        double order = Convergence.slope(range(solver), n -> {
            double[] y = Solve.with(solver, new ConstantSteps(3.0 / n))
                    .run(Problems.CIRCLE, 0, 3, one(1, 0))
                    .orThrow()
                    .last();
            return Math.hypot(y[0] - Math.cos(3), y[1] - Math.sin(3));
        });
        // Rk4 and the like may be better than declared in one component, never in the norm of both.
        assertEquals(solver.order(), order, 0.2);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void denseOutput_hasItsOrderWithinAStep(Solver solver) {
        // Over one step from the exact state the interpolant's error is of one order more than globally.
        double[] thetas = {0.15, 0.35, 0.5, 0.7, 0.9};
        int[] steps = solver.order() >= 5 ? new int[] {2, 3, 4, 6, 8} : new int[] {16, 24, 32, 48};
        double order = Convergence.slope(steps, n -> {
            double h = 1.0 / n;
            DenseOutput dense = Solve.with(solver, new ConstantSteps(h))
                    .saving(SaveAt.dense())
                    .run(Problems.OSCILLATING_GROWTH, 0.3, 0.3 + h, one(Math.exp(Math.sin(0.3))))
                    .orThrow()
                    .dense();
            return Arrays.stream(thetas)
                    .map(th -> Math.abs(dense.at(0.3 + th * h)[0] - Math.exp(Math.sin(0.3 + th * h))))
                    .max()
                    .orElseThrow();
        });
        assertEquals(solver.denseOrder() + 1, order, 0.35); // few, coarse steps: the range is short
    }

    @ParameterizedTest
    @MethodSource("adaptive")
    void embeddedError_shrinksOneOrderSlowerThanTheStep(Solver solver) {
        int[] steps = solver.order() >= 5 ? new int[] {4, 6, 8, 12} : new int[] {32, 48, 64, 96};
        double order = Convergence.slope(steps, n -> {
            ProgramStepper stepper = new ProgramStepper(solver, Problems.OSCILLATING_GROWTH, 1, Output.ERROR);
            stepper.start(0.3, new double[] {1});
            stepper.attempt(1.0 / n);
            return Math.abs(stepper.error()[0]);
        });
        assertEquals(solver.order(), order, 0.35); // one order below the method, in one step: its own order
    }

    @ParameterizedTest
    @MethodSource("adaptive")
    void adaptiveSolve_meetsItsTolerance(Solver solver) {
        for (double tol : new double[] {1e-4, 1e-6, 1e-8}) {
            double[] y = Solve.with(solver, PidController.of(tol, tol))
                    .run(Problems.CIRCLE, 0, 10, one(1, 0))
                    .orThrow()
                    .last();
            double error = Math.hypot(y[0] - Math.cos(10), y[1] - Math.sin(10));
            assertTrue(error < 100 * tol, solver + " at " + tol + ": " + error); // local tolerance, ten time units
        }
    }

    @Test
    void savedTimes_agreeWithTheExactSolutionForwardsAndBackwards() {
        double[] times = {0, 0.1, 1, 2.5, 4};
        Solve solve = Solve.with(new Tsit5(), PidController.of(1e-9, 1e-9));
        Solution ahead = solve.saving(SaveAt.times(times))
                .run(Problems.CIRCLE, 0, 4, one(1, 0))
                .orThrow();
        for (int i = 0; i < times.length; i++) {
            assertEquals(Math.cos(times[i]), ahead.states()[i][0], 1e-7); // interpolated, 100 times the tolerance
        }
        double[] back = {4, 2.5, 1, 0};
        Solution behind = solve.saving(SaveAt.times(back))
                .run(Problems.CIRCLE, 4, 0, one(Math.cos(4), Math.sin(4)))
                .orThrow();
        assertEquals(1, behind.last()[0], 1e-7);
        assertEquals(Math.cos(2.5), behind.states()[1][0], 1e-7);
        assertArrayEquals(back, behind.times());
    }

    @Test
    void tsit5_takesSixEvaluationsAStepAndOneToBegin() {
        Solution s = Solve.with(new Tsit5(), new ConstantSteps(0.1))
                .run(Problems.CIRCLE, 0, 1, one(1, 0))
                .orThrow();
        assertEquals(10, s.statistics().steps());
        assertEquals(61, s.statistics().evaluations());
    }

    @Test
    void blowUp_isAFailureWithThePartialSolution() {
        Outcome outcome = Solve.with(new Tsit5(), PidController.of(1e-8, 1e-8))
                .saving(SaveAt.steps(1))
                .run(Problems.BLOW_UP, 0, 2, one(1));
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, outcome);
        assertTrue(failed.time() > 0.99 && failed.time() <= 1.0000001, "stops at the pole, " + failed.time());
        assertTrue(failed.message().contains("state 0"), failed.message());
        assertTrue(failed.solution().times().length > 10);
        assertThrows(SolveFailed.class, outcome::orThrow);
    }

    @Test
    void tooManySteps_isAFailureThatSaysWhatToDo() {
        Outcome outcome =
                Solve.with(new Tsit5(), PidController.of(1e-8, 1e-8)).atMost(5).run(Problems.CIRCLE, 0, 100, one(1, 0));
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, outcome);
        assertEquals(Outcome.Reason.MAX_STEPS, failed.reason());
        assertTrue(failed.message().contains("allow more steps"), failed.message());
    }

    @Test
    void nanAtTheStart_isAFailureThatNamesTheState() {
        Outcome outcome =
                Solve.with(new Tsit5(), PidController.of(1e-8, 1e-8)).run(Problems.CIRCLE, 0, 1, one(1, Double.NaN));
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, outcome);
        assertEquals(Outcome.Reason.NON_FINITE, failed.reason());
    }

    @Test
    void zeroLengthSpan_returnsTheStart() {
        Solution s = Solve.with(new Tsit5(), PidController.of(1e-8, 1e-8))
                .run(Problems.CIRCLE, 1, 1, one(3, 4))
                .orThrow();
        assertArrayEquals(new double[] {3, 4}, s.last());
    }

    @Test
    void methodWithoutEstimate_underAdaptiveControl_isRefused() {
        Exception e =
                assertThrows(IllegalArgumentException.class, () -> Solve.with(new Rk4(), PidController.of(1e-6, 1e-6)));
        assertTrue(e.getMessage().contains("ConstantSteps"), e.getMessage());
    }

    @Test
    void pidGains_giveFewerRejectionsOnAStepChange() {
        Field switched =
                Field.of(1, List.of(), (t, time, y, p) -> t.mul(y, t.scale(t.sin(t.scale(t.mul(time, time), 4)), 3)));
        Solve elementary = Solve.with(new Tsit5(), PidController.of(1e-7, 1e-7));
        Solve smooth = Solve.with(new Tsit5(), PidController.of(1e-7, 1e-7).withGains(0.4, 0.3, 0));
        int with = elementary.run(switched, 0, 6, one(1)).orThrow().statistics().rejected();
        int without = smooth.run(switched, 0, 6, one(1)).orThrow().statistics().rejected();
        assertTrue(without <= with, without + " against " + with);
    }

    @Test
    void grid_solvesEachTrajectoryOnItsOwnTimes() {
        double[][] times = {{0, 0.5, 2}, {1, 1.25, 1.5}, {0, 1, Double.NaN}};
        GridSolve grid = new GridSolve(new Tsit5(), times, 20);
        double[] start = {1, 0, 0, 1, 2, 0};
        double[] states = grid.open(Problems.CIRCLE).run(start, new Ledger(0));
        double tiny = 1e-6; // Tsit5 with steps of at most 0.075
        assertEquals(Math.cos(2), states[2 * 6], tiny);
        assertEquals(-Math.sin(0.5), states[2 * 6 + 2], tiny);
        assertEquals(2 * Math.cos(1), states[6 + 4], tiny);
        assertEquals(states[6 + 4], states[2 * 6 + 4], "a trajectory that has ended stays where it is");
    }

    @Test
    void batch_givesTheSameBitsAsEachTrajectoryAlone() {
        double[][] times = {{0, 0.5, 2}, {0, 0.5, 2}};
        double[] both = new GridSolve(new Tsit5(), times, 3)
                .open(Problems.CIRCLE)
                .run(new double[] {1, 0, 0.3, 0.7}, new Ledger(0));
        double[] alone = new GridSolve(new Tsit5(), new double[][] {times[1]}, 3)
                .open(Problems.CIRCLE)
                .run(new double[] {0.3, 0.7}, new Ledger(0));
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(
                    Arrays.copyOfRange(alone, 2 * i, 2 * i + 2), Arrays.copyOfRange(both, 4 * i + 2, 4 * i + 4));
        }
    }
}
