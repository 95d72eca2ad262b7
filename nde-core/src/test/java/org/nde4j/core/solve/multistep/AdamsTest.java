package org.nde4j.core.solve.multistep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nde4j.core.array.Array;
import org.nde4j.core.equation.Dae;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.Convergence;
import org.nde4j.core.solve.DenseOutput;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.Outcome;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.Problems;
import org.nde4j.core.solve.SaveAt;
import org.nde4j.core.solve.Solution;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.Stepper;
import org.nde4j.core.solve.Tolerance;
import org.nde4j.core.solve.explicit.Dopri5;

class AdamsTest {
    /* Two bodies, with eccentricity e: problems D1 to D5 of DETEST. */
    private static final Field TWO_BODIES = Field.of(4, List.of(), (t, time, y, p) -> twoBodies(t, y));

    /* Euler's equations of a rigid body: problem B5. */
    private static final Field RIGID_BODY = Field.of(3, List.of(), (t, time, y, p) -> rigidBody(t, y));

    private static Value twoBodies(Trace t, Value y) {
        Value x = t.slice(y, 1, 0, 1);
        Value z = t.slice(y, 1, 1, 2);
        Value cubed = t.power(t.sqrt(t.add(t.mul(x, x), t.mul(z, z))), 3);
        return t.concat(1, t.slice(y, 1, 2, 4), t.neg(t.div(x, cubed)), t.neg(t.div(z, cubed)));
    }

    private static Value rigidBody(Trace t, Value y) {
        Value a = t.slice(y, 1, 0, 1);
        Value b = t.slice(y, 1, 1, 2);
        Value c = t.slice(y, 1, 2, 3);
        return t.concat(1, t.mul(b, c), t.neg(t.mul(a, c)), t.scale(t.mul(a, b), -0.51));
    }

    private static Array one(double... y) {
        return Array.matrix(new double[][] {y});
    }

    private static Solution solve(
            Method method, Field field, double from, double to, double tolerance, double... start) {
        return Solve.with(method, PidController.of(tolerance, tolerance))
                .run(field, from, to, one(start))
                .orThrow();
    }

    static IntStream orders() {
        return IntStream.rangeClosed(2, Adams.MOST);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void order_isSeenWithConstantSteps(int p) {
        // Of orders 12 and 13 rounding leaves too little to see; they are checked on polynomials.
        double order = Convergence.slope(new int[] {64, 80, 96}, n -> {
            double[] y = Solve.with(Adams.ofOrder(p), new Gradual(6.0 / n, 7))
                    .run(Problems.CIRCLE, 0, -6, one(1, 0))
                    .orThrow()
                    .last();
            return Math.hypot(y[0] - Math.cos(6), y[1] + Math.sin(6));
        });
        assertEquals(p, order, 0.25); // a tenth of the way goes by in short steps, more where there are fewer steps
    }

    @ParameterizedTest
    @MethodSource("orders")
    void polynomials_areExactUpToTheOrderAndNoFurther(int p) {
        // Steps double all the way, so no two neighboring ones need be equal.
        assertEquals(
                1.0, quadrature(p, p - 1), 1e-11); // rounding, times the coefficients of long steps after short ones
        assertTrue(Math.abs(quadrature(p, p) - 1) > 1e-9);
    }

    /* The integral of (degree + 1) t^degree from 0 to 1. */
    private static double quadrature(int p, int degree) {
        Field field = Field.of(1, List.of(), (t, time, y, q) -> t.scale(t.power(time, degree), degree + 1));
        return Solve.with(Adams.ofOrder(p), new Gradual(1.0 / 12, 3))
                .run(field, 0, 1, one(0))
                .orThrow()
                .last()[0];
    }

    record Sample(String name, Field field, double[] start, double[] end, double amplification) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Sample orbit(String name, double e, double... end) {
        // Errors of the period pile up in the phase, the more so the closer the bodies meet.
        return new Sample(name, TWO_BODIES, new double[] {1 - e, 0, 0, Math.sqrt((1 + e) / (1 - e))}, end, 1e4);
    }

    /* DETEST: T. E. Hull and others, Comparing numerical methods for ordinary differential equations, 1972. */
    static Stream<Sample> samples() {
        return Stream.of(
                new Sample("A3", Problems.OSCILLATING_GROWTH, new double[] {1}, new double[] {2.491650271850414}, 100),
                new Sample(
                        "B5",
                        RIGID_BODY,
                        new double[] {0, 1, 1},
                        new double[] {-0.9396570798729192, -0.3421177754000779, 0.7414126596199957},
                        100),
                orbit("D1", .1, 0.2198835352008397, 0.9427076846341813, -0.9787659841058176, 0.3287977990962036),
                orbit("D2", .3, -0.1777027357140412, 0.9467784719905892, -1.030294163192969, 0.1211074890053952),
                orbit("D3", .5, -0.5780432953035361, 0.8633840009194193, -0.9595083730380727, -0.06504915126712089),
                orbit("D4", .7, -0.9538990293416394, 0.6907409024219432, -0.8212674270877433, -0.1539574259125825),
                orbit("D5", .9, -1.295266250987574, 0.4003938963792321, -0.6775390924707566, -0.1270838154278686));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void fewEvaluations_giveTheEndValuesOfDetest(Sample sample) {
        for (double tolerance : new double[] {1e-5, 1e-7, 1e-9}) {
            Solution s = solve(new Adams(), sample.field, 0, 20, tolerance, sample.start);
            long other = solve(new Dopri5(), sample.field, 0, 20, tolerance, sample.start)
                    .statistics()
                    .evaluations();
            long evaluations = s.statistics().evaluations();
            assertArrayEquals(sample.end, s.last(), sample.amplification * tolerance);
            // The most that any of them takes, and half as much again.
            assertTrue(
                    evaluations < (tolerance > 1e-6 ? 1200 : tolerance > 1e-8 ? 1800 : 2600),
                    evaluations + " evaluations; Dopri5 takes " + other);
            assertTrue(
                    evaluations <= 2L * (s.statistics().steps() + s.statistics().rejected()) + 2);
        }
    }

    @Test
    void error_fallsWithTheTolerance() {
        double first = 0;
        double last = 0;
        for (double tolerance = 1e-4; tolerance > 5e-11; tolerance /= 10) {
            double y = solve(new Adams(), Problems.OSCILLATING_GROWTH, 0, 10, tolerance, 1)
                    .last()[0];
            last = Math.abs(y - Math.exp(Math.sin(10)));
            first = first == 0 ? last : first;
            assertTrue(last < 100 * tolerance, "error " + last + " at tolerance " + tolerance);
        }
        assertTrue(first > 1e4 * last, first + " and " + last); // six decades asked, four at least given
    }

    @Test
    void order_growsWithTheAccuracyAsked() {
        int low = greatestOrder(1e-3);
        int high = greatestOrder(1e-11);
        assertTrue(low < high && high >= 9, low + " and " + high);
        assertTrue(greatestOrder(1e-13) <= Adams.MOST);
    }

    private static int greatestOrder(double tolerance) {
        Tolerance t = Tolerance.of(tolerance, tolerance);
        Stepper.Choosing stepper = (Stepper.Choosing) new Adams().open(Problems.OSCILLATING_GROWTH, 1, Output.ERROR);
        stepper.start(0, new double[] {1});
        double time = 0;
        double length = 1e-6;
        int greatest = 0;
        while (time < 20) {
            stepper.attempt(length);
            var verdict = stepper.judge(t, length);
            if (verdict.accepted()) {
                time += length;
                stepper.accept(time);
                greatest = Math.max(greatest, stepper.order());
            }
            length = verdict.next();
        }
        return greatest;
    }

    @Test
    void backwards_isAsAccurate() {
        double[] last = solve(new Adams(), Problems.OSCILLATING_GROWTH, 5, 0, 1e-8, Math.exp(Math.sin(5)))
                .last();
        assertEquals(1, last[0], 1e-6); // 100 times the tolerance
    }

    @Test
    void denseOutput_isContinuousAndAsAccurateAsTheSteps() {
        Solve solve = Solve.with(new Adams(), PidController.of(1e-9, 1e-9));
        DenseOutput dense = solve.saving(SaveAt.dense())
                .run(Problems.CIRCLE, 0, 10, one(1, 0))
                .orThrow()
                .dense();
        Solution steps = solve.saving(SaveAt.steps(1))
                .run(Problems.CIRCLE, 0, 10, one(1, 0))
                .orThrow();
        for (double time = 0.001; time < 10; time += 0.0137) {
            assertEquals(Math.cos(time), dense.at(time)[0], 1e-7); // 100 times the tolerance
            assertEquals(-Math.sin(time), dense.derivative(time)[0], 1e-6); // the derivative is less accurate
        }
        for (int i = 1; i + 1 < steps.times().length; i++) {
            double time = steps.times()[i];
            assertEquals(steps.states()[i][0], dense.at(time)[0], 1e-14); // a few roundings
            assertEquals(steps.states()[i][0], dense.at(Math.nextDown(time))[0], 1e-14);
        }
    }

    @Test
    void resume_goesOnToTheSameBits() {
        Tolerance tolerance = Tolerance.of(1e-7, 1e-7);
        Stepper.Choosing whole = (Stepper.Choosing) new Adams().open(TWO_BODIES, 1, Output.ERROR);
        Stepper.Choosing resumed = (Stepper.Choosing) new Adams().open(TWO_BODIES, 1, Output.ERROR);
        whole.start(0, new double[] {0.1, 0, 0, Math.sqrt(19)});
        resumed.start(0, new double[] {3, 1, 0, 1}); // something to forget
        double time = 0;
        double length = 1e-4;
        int rejected = 0;
        while (time < 20) {
            whole.attempt(length);
            var verdict = whole.judge(tolerance, length);
            if (!verdict.accepted()) {
                rejected++;
                length = verdict.next();
                continue;
            }
            resumed.resume(time, whole.state().clone(), whole.memory().clone());
            resumed.attempt(length);
            assertEquals(verdict, resumed.judge(tolerance, length));
            time += length;
            whole.accept(time);
            resumed.accept(time);
            assertArrayEquals(whole.state(), resumed.state(), 0.0);
            assertArrayEquals(whole.memory(), resumed.memory(), 0.0);
            length = verdict.next();
        }
        assertTrue(rejected > 5, "rejected only " + rejected); // so the loop met both kinds
    }

    @Test
    void batch_ofEqualRowsIsTheSameAsOne() {
        double[] row = {0.5, 0, 0, Math.sqrt(3)};
        double[] both = Solve.with(new Adams(), PidController.of(1e-8, 1e-8))
                .run(TWO_BODIES, 0, 20, Array.matrix(new double[][] {row, row}))
                .orThrow()
                .last();
        double[] alone = solve(new Adams(), TWO_BODIES, 0, 20, 1e-8, row).last();
        for (int i = 0; i < 4; i++) {
            assertEquals(both[i], both[4 + i], 0.0);
            assertEquals(alone[i], both[i], 1e-12); // the mean of two equal squares may be rounded otherwise
        }
    }

    @Test
    void blowUp_isAFailureWithTheTime() {
        Outcome outcome = Solve.with(new Adams(), PidController.of(1e-8, 1e-8)).run(Problems.BLOW_UP, 0, 2, one(1));
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, outcome);
        assertEquals(1, failed.time(), 1e-6); // y = 1/(1 - t)
    }

    @Test
    void whatItCannotDo_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> Adams.ofOrder(1));
        assertThrows(IllegalArgumentException.class, () -> Adams.ofOrder(14));
        Field dae = Dae.diagonal(Problems.CIRCLE, 1, 0);
        assertThrows(IllegalArgumentException.class, () -> new Adams().open(dae, 1, Output.ERROR));
    }
}
