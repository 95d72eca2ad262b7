package org.nde4j.core.solve.methods;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Dde;
import org.nde4j.core.equation.Delay;
import org.nde4j.core.equation.Field;
import org.nde4j.core.solve.Event;
import org.nde4j.core.solve.Ledger;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.Occurrence;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.SaveAt;
import org.nde4j.core.solve.Solution;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.delay.MethodOfSteps;
import org.nde4j.core.solve.explicit.Dop853;
import org.nde4j.core.solve.explicit.Tsit5;
import org.nde4j.core.solve.explicit.Vern7;
import org.nde4j.core.solve.multistep.Adams;
import org.nde4j.core.solve.multistep.Bdf;
import org.nde4j.core.solve.stiff.Kvaerno5;
import org.nde4j.core.solve.stiff.Rodas5P;

/** Events and restarts with methods of every kind. */
class EventMethodsTest {
    private static final double G = 9.81;

    private static final Field FALL = Field.of(
            2,
            List.of(),
            (t, time, y, p) -> t.concat(
                    1, t.slice(y, 1, 1, 2), t.fill(-G, Shape.of(time.shape().dim(0), 1))));

    private static final Array START = Array.matrix(new double[][] {{0, 3}});

    static List<Method> methods() {
        return List.of(
                new Tsit5(),
                new Vern7(),
                new Dop853(),
                new Rodas5P(),
                new Kvaerno5(),
                new Bdf(),
                new Adams(),
                new Auto());
    }

    private static Solve solve(Method method) {
        Event bounce = Event.crossing("bounce", (t, time, y, p) -> t.slice(y, 1, 0, 1))
                .falling()
                .setting((t, time, y, p) -> t.concat(1, t.slice(y, 1, 0, 1), t.scale(t.slice(y, 1, 1, 2), -0.5)));
        return Solve.with(method, PidController.of(1e-8, 1e-8)).handling(bounce);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void bounces_areWhereTheClosedFormHasThem(Method method) {
        Solution s = solve(method).run(FALL, 0, 1.1, START).orThrow();
        double flight = 6 / G;
        double[] expected = {flight, 1.5 * flight, 1.75 * flight};
        assertArrayEquals(
                expected, s.events().stream().mapToDouble(Occurrence::time).toArray(), 1e-6); // 100 tolerances
    }

    @ParameterizedTest
    @MethodSource("methods")
    void resumedSolve_hasTheSameBits(Method method) {
        Solution whole = solve(method).stoppingAt(0.8).run(FALL, 0, 1.1, START).orThrow();
        Solution first = solve(method).run(FALL, 0, 0.8, START).orThrow();
        Solution second = solve(method).resume(FALL, first.restart(), 1.1).orThrow();
        assertArrayEquals(whole.last(), second.last());
        assertEquals(
                whole.events().size(), first.events().size() + second.events().size());
    }

    @Test
    void delayEquation_remembersTheStepThatAnEventCut() {
        // y' = -y(t - 1), y = 1 before 0; where y falls to 1/2 it is raised by 1: quadratics from piece to piece.
        Dde dde = new Dde(
                1,
                List.of(),
                List.of(Delay.of(1)),
                (t, time, y, past, p) -> t.neg(past.get(0)),
                (t, time, p) -> t.fill(1, time.shape()));
        Event raise = Event.crossing("raise", (t, time, y, p) -> t.shift(y, -0.5))
                .falling()
                .setting((t, time, y, p) -> t.shift(y, 1));
        Solution s = Solve.with(new MethodOfSteps(new Tsit5()), PidController.of(1e-9, 1e-9))
                .handling(raise)
                .saving(SaveAt.times(0.25, 1, 1.5))
                .run(dde, 0, 1.5, Array.matrix(new double[][] {{1}}))
                .orThrow();
        assertEquals(0.5, s.events().get(0).time(), 1e-9);
        assertEquals(0.75, s.states()[0][0], 1e-9);
        assertEquals(1, s.states()[1][0], 1e-8);
        assertEquals(0.625, s.states()[2][0], 1e-8); // 1 less the integral of 2 - t from 1 to 1.5
    }

    @Test
    void delayBench_knowsNothingOfTheSolveBefore() {
        Dde dde = new Dde(
                1,
                List.of(),
                List.of(Delay.of(1)),
                (t, time, y, past, p) -> t.neg(past.get(0)),
                (t, time, p) -> t.fill(1, time.shape()));
        Solve solve = Solve.with(new MethodOfSteps(new Tsit5()), PidController.of(1e-8, 1e-8));
        Solve.Bench bench = solve.open(dde, 1);
        bench.run(0, 3, new double[] {1}, new Ledger(0));
        double[] again =
                bench.run(1, 3, new double[] {1}, new Ledger(0)).orThrow().last();
        assertArrayEquals(
                solve.open(dde, 1)
                        .run(1, 3, new double[] {1}, new Ledger(0))
                        .orThrow()
                        .last(),
                again);
    }
}
