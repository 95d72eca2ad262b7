package org.nde4j.experiments.problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nde4j.core.equation.Dae;
import org.nde4j.core.equation.Partitioned;
import org.nde4j.core.program.Workspace;
import org.nde4j.core.solve.Solver;
import org.nde4j.core.solve.explicit.Dopri5;
import org.nde4j.core.solve.explicit.Tsit5;
import org.nde4j.core.solve.stiff.Rodas5P;

class TestProblemsTest {
    private static final double[] UNIT = {1};

    static Stream<String> names() {
        return TestProblems.all().stream().map(TestProblem::name);
    }

    static Stream<String> nonStiff() {
        return TestProblems.nonStiff().stream().map(TestProblem::name);
    }

    static Stream<String> stiff() {
        return TestProblems.stiff().stream().map(TestProblem::name);
    }

    @Test
    void names_areUniqueAndFound() {
        assertEquals(TestProblems.all().size(), names().distinct().count());
        assertEquals(30, TestProblems.detest().size());
        assertEquals(8, TestProblems.named("hires").field().size());
    }

    @Test
    void name_thatIsUnknownIsAnsweredWithNearOnes() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> TestProblems.named("hire"));
        assertTrue(e.getMessage().contains("hires"), e.getMessage());
    }

    @ParameterizedTest
    @MethodSource("names")
    void field_isFiniteAtTheStartAndTreatsRowsAlike(String name) {
        TestProblem p = TestProblems.named(name);
        double[] one = rates(p, 1, p.from(), p.start());
        double[] three = rates(p, 3, p.from(), p.starts(3).values());
        assertEquals(p.field().size(), one.length);
        assertTrue(Arrays.stream(one).allMatch(Double::isFinite));
        for (int b = 0; b < 3; b++) {
            assertArrayEquals(one, Arrays.copyOfRange(three, b * one.length, (b + 1) * one.length), 0);
        }
    }

    @ParameterizedTest
    @MethodSource("nonStiff")
    void end_isThePublishedOne(String name) {
        TestProblem p = TestProblems.named(name);
        for (Solver solver : List.of(new Tsit5(), new Dopri5())) {
            double error = p.error(end(p, solver, 1e-9));
            assertTrue(error < p.bound(1e-9), solver.name() + " is off by " + error);
        }
    }

    @ParameterizedTest
    @MethodSource("stiff")
    void end_ofStiffProblemsIsThePublishedOne(String name) {
        TestProblem p = TestProblems.named(name);
        double error = p.error(end(p, new Rodas5P(), 1e-6));
        assertTrue(error < p.bound(1e-6), "off by " + error);
    }

    /** An explicit method reaches them with patience, and shares nothing with one that is meant for them. */
    @ParameterizedTest
    @ValueSource(
            strings = {"rober-1e-2", "rober-10", "hires", "heat-1d", "heat-2d", "brusselator-1d", "brusselator-2d"})
    void end_ofMildlyStiffProblemsIsReachedByAnExplicitMethod(String name) {
        TestProblem p = TestProblems.named(name);
        double error = p.error(end(p, new Tsit5(), 1e-7));
        assertTrue(error < p.bound(1e-7), "off by " + error);
    }

    @Test
    void end_isKnownOnAnyGridWhereItHasAClosedForm() {
        for (TestProblem p : List.of(TestProblems.heat(7), TestProblems.heatOnSquare(5))) {
            assertTrue(p.error(end(p, new Dopri5(), 1e-9)) < p.bound(1e-9), p.name());
        }
        TestProblem open = TestProblems.brusselator(5);
        assertThrows(IllegalStateException.class, () -> open.error(open.start()));
    }

    @Test
    void error_isTheGreatestAndNotFiniteWhereAStateIsNot() {
        TestProblem p = TestProblems.named("detest-b2");
        double[] ends = p.reference().orElseThrow().values();
        assertEquals(0, p.error(ends));
        double[] off = {ends[0], ends[1] + 2e-3, ends[2] - 1e-3};
        assertEquals(1e-3, p.error(off), 1e-6); // 2e-3 / (1 + 1)
        off[2] = Double.NaN;
        assertTrue(Double.isNaN(p.error(off)));
        off[2] = ends[2];
        off[0] = Double.NaN;
        assertTrue(Double.isNaN(p.error(off)));
    }

    /** What a linear combination of the states keeps, its rate must cancel, at any states. */
    @Test
    void rates_keepWhatTheEquationsKeep() {
        assertKept("robertson", 1, 1, 1);
        assertKept("hires", 0, 0, 0, 0, 0, 0, 1, 1);
        assertKept("e5-1e3", 0, 1, -1, -1);
        assertKept("detest-c1", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        assertKept("detest-b3", 1, 1, 1);
        assertKept("pollution", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0);
    }

    private static void assertKept(String name, double... weights) {
        TestProblem p = TestProblems.named(name);
        double[] states = new double[weights.length];
        for (int i = 0; i < states.length; i++) {
            states[i] = 0.3 + 0.1 * (i * 7 % 5);
        }
        double[] rates = rates(p, 1, 0, states);
        double sum = 0;
        double size = 0;
        for (int i = 0; i < rates.length; i++) {
            sum += weights[i] * rates[i];
            size += Math.abs(weights[i] * rates[i]);
        }
        assertEquals(0, sum, 1e-14 * size, name); // a few roundings
    }

    @Test
    void start_ofAlgebraicEquationsIsConsistent() {
        TestProblem akzo = TestProblems.named("chemical-akzo");
        assertInstanceOf(Dae.class, akzo.field());
        assertEquals(0, rates(akzo, 1, 0, akzo.start())[5], 1e-15); // a rounding of 0.36
        TestProblem amplifier = TestProblems.named("transistor-amplifier");
        double[] f = rates(amplifier, 1, 0, amplifier.start());
        for (int i : new int[] {0, 3, 6}) { // rows i and i + 1 of the mass matrix cancel
            assertEquals(0, f[i] + f[i + 1], 1e-15); // a rounding of 6 V over 9000 ohms
        }
    }

    @Test
    void reference_keepsWhatTheEquationsKeep() {
        double[] hires = TestProblems.named("hires").reference().orElseThrow().values();
        assertEquals(0.0057, hires[6] + hires[7], 1e-17); // rounding
        for (TestProblem p : TestProblems.all()) {
            if (p.name().startsWith("rober")) {
                double sum = Arrays.stream(p.reference().orElseThrow().values()).sum();
                assertEquals(1, sum, 2e-14, p.name()); // the published values keep it so well
            }
        }
        double[] akzo =
                TestProblems.named("chemical-akzo").reference().orElseThrow().values();
        assertEquals(akzo[5], 115.83 * akzo[0] * akzo[3], 1e-15); // rounding
    }

    @Test
    void field_jumpsAtItsForcedTimes() {
        TestProblem f1 = TestProblems.named("detest-f1");
        assertEquals(20, f1.pieces().size());
        for (double t : f1.forced()) {
            double before = rates(f1, 1, Math.nextDown(t), f1.start())[1];
            double after = rates(f1, 1, t, f1.start())[1];
            assertEquals(t % 2 == 0 ? 2 : -2, after - before);
        }
        TestProblem f4 = TestProblems.named("detest-f4");
        assertEquals(-2, rates(f4, 1, 10, UNIT)[0]);
        assertEquals(-2.0 / 21, rates(f4, 1, Math.nextDown(10), UNIT)[0], 1e-15); // the bump is 1e-29 there
        TestProblem torus = TestProblems.named("brusselator-2d");
        double[] off = rates(torus, 1, Math.nextDown(1.1), torus.start());
        double[] on = rates(torus, 1, 1.1, torus.start());
        long cells = 0;
        for (int i = 0; i < on.length; i++) {
            assertTrue(on[i] == off[i] || Math.abs(on[i] - off[i] - 5) < 1e-12); // a rounding of rates of about 1000
            cells += on[i] == off[i] ? 0 : 1;
        }
        assertEquals(Math.PI * 0.01 * 256, cells, 2); // the area of the disk, in cells
    }

    @Test
    void problemsOfMechanics_fallIntoPositionsAndVelocities() {
        for (String name : List.of("kepler", "pleiades", "henon-heiles", "pendulum", "detest-d3", "detest-c5")) {
            assertTrue(
                    assertInstanceOf(Partitioned.class, TestProblems.named(name).field())
                            .isSecondOrder());
        }
        assertFalse(TestProblems.named("arenstorf").field() instanceof Partitioned);
    }

    private static double[] rates(TestProblem p, int batch, double t, double[] states) {
        Workspace w = new Workspace(p.field().program(batch));
        Arrays.fill(w.input(0), t);
        w.bind(1, states);
        for (int i = 0; i < p.parameters().size(); i++) {
            w.bind(2 + i, p.parameters().get(i));
        }
        w.run();
        return Arrays.copyOf(w.output(0), states.length);
    }

    private static double[] end(TestProblem p, Solver solver, double tolerance) {
        Trial.Result result = Trial.of(p, solver, tolerance, 20_000_000).run();
        assertEquals("", result.failure());
        return result.end();
    }
}
