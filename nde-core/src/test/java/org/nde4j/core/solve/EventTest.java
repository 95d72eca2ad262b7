package org.nde4j.core.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nde4j.core.adjoint.DifferentiableSolve;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Field;
import org.nde4j.core.solve.explicit.Bosh3;
import org.nde4j.core.solve.explicit.Rk4;
import org.nde4j.core.solve.explicit.Tsit5;

class EventTest {
    private static final double G = 9.81;

    /** Height and velocity under gravity. */
    private static final Field FALL = Field.of(
            2,
            List.of(),
            (t, time, y, p) -> t.concat(
                    1, t.slice(y, 1, 1, 2), t.fill(-G, Shape.of(time.shape().dim(0), 1))));

    /** y' = 1: the state is the time, less where it began. */
    private static final Field CLOCK = Field.of(1, List.of(), (t, time, y, p) -> t.fill(1, y.shape()));

    private static final Solve TIGHT = Solve.with(new Tsit5(), PidController.of(1e-9, 1e-9));

    private static Array one(double... y) {
        return Array.matrix(new double[][] {y});
    }

    private static Event bounce(double restitution) {
        return Event.crossing("bounce", (t, time, y, p) -> t.slice(y, 1, 0, 1))
                .falling()
                .setting((t, time, y, p) ->
                        t.concat(1, t.slice(y, 1, 0, 1), t.scale(t.slice(y, 1, 1, 2), -restitution)));
    }

    private static Event at(double c) {
        return Event.crossing("at " + c, (t, time, y, p) -> t.shift(time, -c));
    }

    private static Formula adding(double step) {
        return (t, time, y, p) -> t.shift(y, step);
    }

    private static double[] times(Solution s) {
        return s.events().stream().mapToDouble(Occurrence::time).toArray();
    }

    private static int[] indices(Solution s) {
        return s.events().stream().mapToInt(Occurrence::index).toArray();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.9, 0.5})
    void bouncingBall_bouncesWhenTheClosedFormSays(double restitution) {
        double speed = 3; // thrown up from the ground: the flights last 2 v / g
        Solution s = TIGHT.handling(bounce(restitution))
                .run(FALL, 0, 1.8 * speed / G * 2, one(0, speed))
                .orThrow();
        double flight = 2 * speed / G;
        double time = 0;
        for (Occurrence bounce : s.events()) {
            time += flight;
            assertEquals(time, bounce.time(), 1e-13); // the flight is a parabola: rounding only
            assertEquals(0, bounce.before()[0], 1e-13);
            assertEquals(-restitution * bounce.before()[1], bounce.after()[1], 0);
            flight *= restitution;
        }
        assertEquals(
                restitution == 1 ? 1 : restitution == 0.9 ? 1 : 3, s.events().size());
    }

    @Test
    void bouncingBall_hasItsTimesWithALowOrderMethodToo() {
        Solution s = Solve.with(new Bosh3(), PidController.of(1e-3, 1e-6))
                .handling(bounce(0.8))
                .run(FALL, 0, 2.4, one(10, 0))
                .orThrow();
        assertEquals(Math.sqrt(20 / G), times(s)[0], 1e-13); // exact for parabolas
    }

    @Test
    void ballThatComesToRest_endsWithAClearFailure() {
        for (double restitution : new double[] {0, 0.5, 0.9}) {
            Outcome outcome = TIGHT.handling(bounce(restitution)).run(FALL, 0, 100, one(1, 0));
            Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, outcome, "restitution " + restitution);
            assertEquals(Outcome.Reason.ZENO, failed.reason());
            double rest = Math.sqrt(2 / G) * (1 + restitution) / (1 - restitution);
            // The sum of all flights; a height that is a rounding off zero is a fall of 1e-8.
            assertEquals(rest, failed.time(), 1e-6);
            assertTrue(failed.message().contains("bounce"), failed.message());
        }
    }

    @Test
    void ballAtRestAtTheStart_doesNotHang() {
        Outcome rest = TIGHT.handling(bounce(0.5).alsoAtStart()).run(FALL, 0, 1, one(0, 0));
        assertEquals(
                Outcome.Reason.ZENO,
                assertInstanceOf(Outcome.Failed.class, rest).reason());
        Outcome down = TIGHT.handling(bounce(1).alsoAtStart()).run(FALL, 0, 0.1, one(0, -1));
        assertEquals(0, times(down.solution())[0]);
        assertEquals(0.1 - G * 0.005, down.solution().last()[0], 1e-13); // turned round at once, parabola
    }

    @Test
    void doubleCrossingInsideOneStep_isFound() {
        // A step of length 4 over a parabola that is above 0.9 of its height for a short while.
        Event high = Event.crossing("high", (t, time, y, p) -> t.shift(t.slice(y, 1, 0, 1), -0.9 * 50 / G));
        Solution s = Solve.with(new Rk4(), new ConstantSteps(4))
                .handling(high)
                .run(FALL, 0, 4, one(0, 10))
                .orThrow();
        double top = 10 / G;
        double half = Math.sqrt(0.1) * top; // 0.9 of the height, before and after the top
        assertEquals(1, s.statistics().steps());
        assertArrayEquals(new double[] {top - half, top + half}, times(s), 1e-14); // the interpolant is the parabola
    }

    @Test
    void crossingTime_isFoundToAFewUnitsInTheLastPlace() {
        for (double c : new double[] {0.1, 1 / 3.0, 0.7, Math.PI / 2}) {
            Solution s = TIGHT.handling(at(c).rising()).run(CLOCK, 0, 2, one(0)).orThrow();
            assertEquals(c, times(s)[0], 2 * Math.ulp(2.0));
            assertTrue(times(s)[0] <= c, "just before the crossing");
        }
    }

    @Test
    void direction_selectsCrossings() {
        Formula value = (t, time, y, p) -> t.slice(y, 1, 0, 1);
        Event any = Event.crossing("any", value);
        Solution s = TIGHT.handling(any.rising(), any.falling(), any)
                .run(Problems.CIRCLE, 0, 10, one(1, 0))
                .orThrow();
        double[] roots = {Math.PI / 2, 3 * Math.PI / 2, 5 * Math.PI / 2};
        double tolerance = 1e-7; // that of the solve, over ten time units
        for (int i = 0; i < 3; i++) {
            int event = i;
            double[] found = s.events().stream()
                    .filter(o -> o.index() == event)
                    .mapToDouble(Occurrence::time)
                    .toArray();
            double[] expected = i == 2 ? roots : i == 0 ? new double[] {roots[1]} : new double[] {roots[0], roots[2]};
            assertArrayEquals(expected, found, tolerance);
        }
    }

    @Test
    void terminatingEvent_endsTheSolveThere() {
        Event down = Event.crossing("down", (t, time, y, p) -> t.slice(y, 1, 0, 1))
                .falling()
                .terminating();
        Outcome outcome = TIGHT.saving(SaveAt.times(0.5, 1, 3)).handling(down).run(FALL, 0, 5, one(10, 0));
        Outcome.Stopped stopped = assertInstanceOf(Outcome.Stopped.class, outcome);
        assertEquals("down", stopped.event().name());
        assertEquals(Math.sqrt(20 / G), stopped.event().time(), 1e-13);
        assertArrayEquals(new double[] {0.5, 1}, outcome.orThrow().times(), "saves up to the event");
        assertEquals(0, outcome.solution().restart().state()[0], 1e-13);
    }

    @Test
    void eventsAtOneTime_areAppliedInTheirOrder() {
        Event doubles = at(1).setting((t, time, y, p) -> t.scale(y, 2));
        Event adds = Event.at("adds", 1).setting(adding(10));
        Event third =
                Event.crossing("y", (t, time, y, p) -> t.shift(y, -1)).rising().setting(adding(100));
        Solution s =
                TIGHT.handling(doubles, adds, third).run(CLOCK, 0, 1.5, one(0)).orThrow();
        assertArrayEquals(new int[] {0, 1, 2}, indices(s));
        assertArrayEquals(new double[] {1, 2, 12}, Arrays.copyOf(befores(s), 3), 1e-14);
        assertEquals(112.5, s.last()[0], 1e-13);
        Solution turned =
                TIGHT.handling(adds, third, doubles).run(CLOCK, 0, 1.5, one(0)).orThrow();
        assertArrayEquals(new double[] {1, 11, 111}, Arrays.copyOf(befores(turned), 3), 1e-14);
        assertEquals(222.5, turned.last()[0], 1e-12);
    }

    private static double[] befores(Solution s) {
        return s.events().stream().mapToDouble(o -> o.before()[0]).toArray();
    }

    @Test
    void earlierEvent_comesFirstWhateverTheOrderOfTheList() {
        Solution s = Solve.with(new Rk4(), new ConstantSteps(10))
                .handling(at(3).setting(adding(1)), at(2), at(1).setting(adding(10)), at(4))
                .run(CLOCK, 0, 10, one(0))
                .orThrow();
        assertArrayEquals(new int[] {2, 1, 0, 3}, indices(s));
        assertEquals(21, s.last()[0], 1e-13);
    }

    @Test
    void zeroAtTheStart_isNoEventUnlessAskedFor() {
        Event section = Event.crossing("section", (t, time, y, p) -> t.slice(y, 1, 1, 2))
                .rising()
                .terminating();
        // On the circle the second state is sin t: zero and rising at the start, and again after one turn.
        Outcome round = TIGHT.handling(section).run(Problems.CIRCLE, 0, 10, one(1, 0));
        double first = assertInstanceOf(Outcome.Stopped.class, round).event().time();
        assertEquals(2 * Math.PI, first, 1e-7); // of the tolerance
        Outcome atOnce = TIGHT.handling(section.alsoAtStart()).run(Problems.CIRCLE, 0, 10, one(1, 0));
        assertEquals(0, assertInstanceOf(Outcome.Stopped.class, atOnce).event().time());
    }

    @Test
    void eventThatPassesOn_happensOnce() {
        // Nothing turns round: the dose is given as the value goes through zero, and not again at the same place.
        Solution s = TIGHT.handling(at(1).setting(adding(0.25)))
                .run(CLOCK, 0, 3, one(0))
                .orThrow();
        assertEquals(1, s.events().size());
        assertEquals(3.25, s.last()[0], 1e-13);
        Event wave = Event.crossing("wave", (t, time, y, p) -> t.sin(t.scale(time, 10)))
                .setting(adding(1));
        Solution waves = TIGHT.handling(wave).run(CLOCK, 0, 3, one(0)).orThrow();
        assertEquals(9, waves.events().size()); // pi/10, 2 pi/10, ... 9 pi/10 < 3
    }

    @Test
    void givenTimes_areMetExactly() {
        double[] doses = {0, 0.1, 0.7, 2};
        Solution s = TIGHT.handling(Event.at("dose", 2, 0.7, 0.1, 0, 5).setting(adding(1)))
                .run(Problems.OSCILLATING_GROWTH, 0, 2, one(1))
                .orThrow();
        assertArrayEquals(doses, times(s));
        Solution back = TIGHT.handling(Event.at("dose", 0.7, 0.1))
                .run(CLOCK, 2, 0, one(2))
                .orThrow();
        assertArrayEquals(new double[] {0.7, 0.1}, times(back));
    }

    @Test
    void periodicEvents_doNotDrift() {
        Solution s = TIGHT.handling(Event.every("tick", 0.1, 0.3).setting(adding(0)))
                .run(CLOCK, 0, 2, one(0))
                .orThrow();
        assertEquals(18, s.events().size());
        for (int k = 0; k < 18; k++) {
            assertEquals(Math.fma(k, 0.1, 0.3), times(s)[k], 0);
        }
        Solution back = TIGHT.handling(Event.every("tick", 0.5, 0.25))
                .run(CLOCK, 1.3, -3, one(0))
                .orThrow();
        assertArrayEquals(new double[] {1.25, 0.75, 0.25}, times(back));
    }

    @Test
    void condition_isLookedAtAfterEveryStep() {
        Solution s = Solve.with(new Rk4(), new ConstantSteps(0.25))
                .handling(Event.when("past one", (t, y) -> y[0] >= 0.9).setting(adding(-1)))
                .run(CLOCK, 0, 3, one(0))
                .orThrow();
        assertArrayEquals(new double[] {1, 2, 3}, times(s));
        assertEquals(0, s.last()[0], 1e-14);
    }

    @Test
    void steadyState_endsTheSolve() {
        Field decay = Field.of(1, List.of(), (t, time, y, p) -> t.shift(t.neg(y), 3));
        Outcome outcome = TIGHT.handling(Event.steadyState(0, 1e-6)).run(decay, 0, 1000, one(0));
        Outcome.Stopped stopped = assertInstanceOf(Outcome.Stopped.class, outcome);
        assertTrue(stopped.event().time() >= Math.log(3e6) - 1e-3
                && stopped.event().time() < 100);
        assertEquals(3, outcome.solution().last()[0], 1e-6);
    }

    @Test
    void stepsAndDenseOutput_showTheJump() {
        Solution s = TIGHT.saving(SaveAt.all(SaveAt.steps(1), SaveAt.dense(), SaveAt.times(0.5, 1, 1.5)))
                .handling(at(1).setting(adding(10)))
                .run(CLOCK, 0, 2, one(0))
                .orThrow();
        double[] t = s.output(0).times();
        int jump = 0;
        while (t[jump] != t[jump + 1]) {
            jump++;
        }
        assertEquals(10, s.output(0).states()[jump + 1][0] - s.output(0).states()[jump][0], 1e-14);
        assertEquals(0.75, s.dense().at(0.75)[0], 1e-14);
        assertEquals(11.25, s.dense().at(1.25)[0], 1e-13);
        assertEquals(12, s.dense().at(2)[0], 1e-13);
        Solution given = TIGHT.saving(SaveAt.times(0.5, 1, 1.5))
                .handling(Event.at("given", 1).setting(adding(10)))
                .run(CLOCK, 0, 2, one(0))
                .orThrow();
        assertEquals(1, given.states()[1][0], 1e-14, "the state before");
        assertEquals(11.5, given.states()[2][0], 1e-13);
    }

    @Test
    void ledger_saysInWhichStepAndWhere() {
        Solution s = Solve.with(new Rk4(), new ConstantSteps(1))
                .handling(at(0.25), at(1.5).setting(adding(1)))
                .run(CLOCK, 0, 3, one(0))
                .orThrow();
        Ledger ledger = s.ledger();
        assertEquals(2, ledger.events());
        assertEquals(0, ledger.eventStep(0));
        assertEquals(0.25, ledger.eventTheta(0), 1e-15);
        assertEquals(1, ledger.eventStep(1));
        assertEquals(0.5, ledger.eventTheta(1), 1e-15);
        assertEquals(1, ledger.eventIndex(1));
        assertTrue(ledger.restartsAt(2) && !ledger.restartsAt(1));
        assertEquals(s.events().get(1).time(), ledger.start(2));
    }

    @Test
    void parameters_areThoseOfTheField() {
        Field falls = Field.of(1, List.of(Shape.of(1)), (t, time, y, p) -> t.neg(t.like(p.get(0), y)));
        Event level = Event.crossing("level", (t, time, y, p) -> t.sub(y, t.like(p.get(0), y)))
                .setting((t, time, y, p) -> t.scale(t.like(p.get(0), y), 3));
        Solution s = TIGHT.handling(level)
                .run(falls, 0, 1.75, one(4), new double[] {2})
                .orThrow();
        assertArrayEquals(new double[] {1}, times(s), 1e-14); // 4 - 2 t = 2
        assertEquals(6 - 1.5, s.last()[0], 1e-13);
    }

    @Test
    void backwardsInTime_eventsAreFoundToo() {
        Event down = Event.crossing("x", (t, time, y, p) -> t.slice(y, 1, 0, 1)).terminating();
        Outcome outcome = TIGHT.handling(down).run(Problems.CIRCLE, 0, -10, one(1, 0));
        assertEquals(
                -Math.PI / 2,
                assertInstanceOf(Outcome.Stopped.class, outcome).event().time(),
                1e-8);
    }

    @Test
    void stoppedSolve_goesOnBehindTheEvent() {
        Event up = Event.crossing("up", (t, time, y, p) -> t.slice(y, 1, 0, 1)).terminating();
        Solve solve = TIGHT.handling(up);
        Outcome first = solve.run(Problems.CIRCLE, 0, 10, one(1, 0));
        Outcome second = solve.resume(Problems.CIRCLE, first.solution().restart(), 10);
        assertEquals(
                3 * Math.PI / 2,
                assertInstanceOf(Outcome.Stopped.class, second).event().time(),
                1e-7);
    }

    @Test
    void wrongUse_isRefusedInWords() {
        Solve solve = TIGHT.handling(at(1));
        Exception many = assertThrows(IllegalArgumentException.class, () -> solve.open(CLOCK, 2));
        assertTrue(many.getMessage().contains("single trajectories"), many.getMessage());
        Exception gradient =
                assertThrows(IllegalArgumentException.class, () -> DifferentiableSolve.of(solve, CLOCK, 1, 0, 1));
        assertTrue(gradient.getMessage().contains("events"), gradient.getMessage());
        Exception direction = assertThrows(
                IllegalArgumentException.class, () -> Event.at("x", 1).rising());
        assertTrue(direction.getMessage().contains("crossing"), direction.getMessage());
        Event wide = Event.crossing("wide", (t, time, y, p) -> y);
        Exception shape = assertThrows(
                IllegalArgumentException.class, () -> TIGHT.handling(wide).open(FALL, 1));
        assertTrue(shape.getMessage().contains("single number"), shape.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Event.every("x", 0, 0));
        assertThrows(IllegalArgumentException.class, () -> Event.at("x", Double.NaN));
    }
}
