package org.nde4j.core.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nde4j.core.adjoint.DifferentiableSolve;
import org.nde4j.core.array.Array;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.explicit.Rk4;
import org.nde4j.core.solve.explicit.Tsit5;

/** Stops and jumps, on the discontinuous problems of DETEST: Enright and Pryce 1987, doi:10.1145/23002.27645. */
class ForcedTimesTest {
    private static final Solve TIGHT = Solve.with(new Tsit5(), PidController.of(1e-8, 1e-8));
    private static final double[] WHOLE =
            IntStream.range(1, 20).asDoubleStream().toArray();

    private static Array one(double... y) {
        return Array.matrix(new double[][] {y});
    }

    /** 1 on [0, 1), -1 on [1, 2), 1 on [2, 3) and so on up to 20. */
    private static Value alternating(Trace t, Value time) {
        Value sum = t.fill(1, time.shape());
        for (int k = 1; k <= 20; k++) {
            Value after = t.shift(t.neg(t.less(time, t.fill(k, time.shape()))), 1);
            sum = t.combine(new double[] {1, k % 2 == 1 ? -2 : 2}, sum, after);
        }
        return sum;
    }

    /** y'' - 0.2 y' + (pi^2 + 0.01) y = 1 or -1 in turn. */
    private static final Field F1 = Field.of(2, List.of(), (t, time, y, p) -> {
        Value x = t.slice(y, 1, 0, 1);
        Value v = t.slice(y, 1, 1, 2);
        double stiffness = Math.PI * Math.PI + 0.01;
        return t.concat(1, v, t.combine(new double[] {0.2, -stiffness, 1}, v, x, alternating(t, time)));
    });

    /** y' = 55 - 1.5 y or 55 - 0.5 y in turn. */
    private static final Field F2 = Field.of(
            1,
            List.of(),
            (t, time, y, p) -> t.sub(t.fill(55, y.shape()), t.mul(y, t.shift(t.scale(alternating(t, time), 0.5), 1))));

    private record Jumping(String name, Field field, double[] start, double end) {}

    private static List<Jumping> jumping() {
        return List.of(
                new Jumping("F1", F1, new double[] {0, 0}, -12.9446062121347343),
                new Jumping("F2", F2, new double[] {110}, 70.0373105700860669));
    }

    @ParameterizedTest
    @MethodSource("jumping")
    void declaredJumps_giveABetterAnswerForFewerCalls(Jumping problem) {
        Solution with = TIGHT.jumpingAt(WHOLE)
                .run(problem.field(), 0, 20, one(problem.start()))
                .orThrow();
        Solution without =
                TIGHT.run(problem.field(), 0, 20, one(problem.start())).orThrow();
        double error = Math.abs(with.last()[0] - problem.end());
        assertEquals(0, error, 1e-5); // 20 pieces, growing oscillation, tolerance 1e-8
        assertTrue(
                with.statistics().evaluations() < without.statistics().evaluations(),
                with.statistics() + " with jumps, without " + without.statistics());
        assertTrue(with.statistics().rejected() < without.statistics().rejected());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void field_isEvaluatedOnTheRightSideOfAJump(boolean strict) {
        // Whether the jump itself belongs to what is before or after, no evaluation sees the wrong piece.
        for (double c : new double[] {0.1, 1 / 3.0, 1, 1.7, 1e-9}) {
            Field piecewise = Field.of(1, List.of(), (t, time, y, p) -> {
                Value at = t.fill(c, time.shape());
                Value before = strict ? t.less(time, at) : t.shift(t.neg(t.less(at, time)), 1);
                return t.select(before, t.fill(1, y.shape()), t.fill(-3, y.shape()));
            });
            Solve solve = TIGHT.jumpingAt(c);
            assertEquals(
                    c - 3 * (2 - c),
                    solve.run(piecewise, 0, 2, one(0)).orThrow().last()[0],
                    1e-14);
            assertEquals(
                    0, solve.run(piecewise, 0, 2, one(0)).orThrow().statistics().rejected());
            assertEquals(c, solve.run(piecewise, 0, c, one(0)).orThrow().last()[0], 1e-15, "to the jump");
            assertEquals(
                    -3 * (2 - c), solve.run(piecewise, c, 2, one(0)).orThrow().last()[0], 1e-14, "from the jump");
            double back = solve.run(piecewise, 2, -1, one(0)).orThrow().last()[0];
            assertEquals(3 * (2 - c) - (c + 1), back, 1e-14, "backwards");
        }
    }

    @Test
    void jumpFarFromZero_isMetToo() {
        // Where the time is large, a step of one unit in its last place shorter does not end earlier.
        double c = 1e6 + 1;
        Field piecewise = Field.of(
                1,
                List.of(),
                (t, time, y, p) ->
                        t.select(t.less(time, t.fill(c, time.shape())), t.fill(1, y.shape()), t.fill(-3, y.shape())));
        Solution s = Solve.with(new Rk4(), new ConstantSteps(5))
                .jumpingAt(c)
                .run(piecewise, 1e6, 1e6 + 2, one(0))
                .orThrow();
        assertEquals(-2, s.last()[0], 1e-8); // the spacing of the time is 1e-10
        assertEquals(2, s.statistics().steps());
    }

    @Test
    void stops_areMetExactlyInAnyOrder() {
        double[] stops = {0.7, 0.1, 1.9, 5, -1};
        for (StepController control : List.of(PidController.of(1e-6, 1e-6), new ConstantSteps(0.3))) {
            Solution s = Solve.with(new Tsit5(), control)
                    .stoppingAt(stops)
                    .saving(SaveAt.steps(1))
                    .run(Problems.CIRCLE, 0, 2, one(1, 0))
                    .orThrow();
            List<Double> times = Arrays.stream(s.times()).boxed().toList();
            assertTrue(times.containsAll(List.of(0.1, 0.7, 1.9, 2.0)), times.toString());
            Solution back = Solve.with(new Tsit5(), control)
                    .stoppingAt(stops)
                    .saving(SaveAt.steps(1))
                    .run(Problems.CIRCLE, 2, 0, one(1, 0))
                    .orThrow();
            assertTrue(Arrays.stream(back.times()).boxed().toList().containsAll(List.of(0.1, 0.7, 1.9)));
        }
    }

    @Test
    void stepAfterAStop_isAsLongAsTheOneBefore() {
        Solution s = TIGHT.stoppingAt(1)
                .saving(SaveAt.steps(1))
                .run(Problems.CIRCLE, 0, 2, one(1, 0))
                .orThrow();
        Solution plain = TIGHT.run(Problems.CIRCLE, 0, 2, one(1, 0)).orThrow();
        assertTrue(s.statistics().steps() <= plain.statistics().steps() + 2, "the stop costs at most two steps");
    }

    @Test
    void givenSteps_areTakenAsGiven() {
        double[] grid = {0, 0.1, 0.4, 0.5, 1.25, 2};
        Solution s = Solve.with(new Rk4(), new GivenSteps(grid))
                .saving(SaveAt.steps(1))
                .run(Problems.CIRCLE, 0, 2, one(1, 0))
                .orThrow();
        assertArrayEquals(grid, s.times());
        List<Double> lengths = new ArrayList<>();
        Solve.with(new Rk4(), new GivenSteps(grid))
                .open(Problems.CIRCLE, 1)
                .watching((start, length, end, stepper) -> lengths.add(length))
                .run(2, 0.4, new double[] {1, 0}, new Ledger(0));
        assertEquals(List.of(1.25 - 2, 0.5 - 1.25, 0.4 - 0.5), lengths);
        Exception e = assertThrows(IllegalArgumentException.class, () -> new GivenSteps(0, Double.NaN));
        assertTrue(e.getMessage().contains("finite"), e.getMessage());
    }

    @Test
    void gradient_knowsStopsButNoJumps() {
        Solve solve = Solve.with(new Tsit5(), new ConstantSteps(0.3)).stoppingAt(0.5);
        DifferentiableSolve d = DifferentiableSolve.of(solve, Problems.OSCILLATING_GROWTH, 1, 0, 1);
        double slope = d.at(new double[][] {{1}}).pull(new double[][] {{1}})[0][0];
        assertEquals(
                solve.run(Problems.OSCILLATING_GROWTH, 0, 1, one(1)).orThrow().last()[0], slope, 1e-14); // linear
        assertThrows(
                IllegalArgumentException.class,
                () -> DifferentiableSolve.of(solve.jumpingAt(0.5), Problems.OSCILLATING_GROWTH, 1, 0, 1));
    }
}
