package org.nde4j.core.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.explicit.Tsit5;
import org.nde4j.core.solve.multistep.Bdf;
import org.nde4j.core.solve.stiff.Rodas5P;

class StepControlTest {
    private static final Map<String, StepFilter> FILTERS = Map.ofEntries(
            Map.entry("I", StepFilter.I),
            Map.entry("PI33", StepFilter.PI33),
            Map.entry("PI34", StepFilter.PI34),
            Map.entry("PI42", StepFilter.PI42),
            Map.entry("H211PI", StepFilter.H211PI),
            Map.entry("H211B", StepFilter.H211B),
            Map.entry("H312PID", StepFilter.H312PID),
            Map.entry("H312B", StepFilter.H312B),
            Map.entry("H0321", StepFilter.H0321),
            Map.entry("H321", StepFilter.H321),
            Map.entry("PREDICTIVE", StepFilter.PREDICTIVE));

    private static final PidController LOOSE = PidController.of(1e-6, 1e-6);

    private static Array one(double... y) {
        return Array.matrix(new double[][] {y});
    }

    static List<String> filters() {
        return FILTERS.keySet().stream().sorted().toList();
    }

    /** The van der Pol oscillator with mu = 5: its steps vary by a factor of 30. */
    private static final Field VAN_DER_POL = Field.of(2, List.of(), (t, time, y, p) -> {
        Value x = t.slice(y, 1, 0, 1);
        Value v = t.slice(y, 1, 1, 2);
        Value pull = t.scale(t.mul(t.shift(t.neg(t.mul(x, x)), 1), v), 5);
        return t.concat(1, v, t.sub(pull, x));
    });

    @ParameterizedTest
    @MethodSource("filters")
    void filter_meetsTheToleranceInAReasonableNumberOfSteps(String name) {
        StepFilter filter = FILTERS.get(name);
        Solution s = Solve.with(new Tsit5(), LOOSE.with(filter))
                .run(VAN_DER_POL, 0, 20, one(2, 0))
                .orThrow();
        Solution exact = Solve.with(new Tsit5(), PidController.of(1e-12, 1e-12))
                .run(VAN_DER_POL, 0, 20, one(2, 0))
                .orThrow();
        Solution plain = Solve.with(new Tsit5(), LOOSE)
                .run(VAN_DER_POL, 0, 20, one(2, 0))
                .orThrow();
        assertEquals(exact.last()[0], s.last()[0], 1e-3); // 1000 times the tolerance: two fast passages amplify
        int work = s.statistics().steps() + s.statistics().rejected();
        int usual = plain.statistics().steps() + plain.statistics().rejected();
        assertTrue(work < 1.6 * usual, name + " took " + s.statistics() + ", the elementary one " + plain.statistics());
    }

    /* In logarithms, and with errors e = k log h + disturbance, a filter is a linear recursion; from one disturbance of the
    model the step must come back to its level, and its response to alternating errors is the sum of b (-1)^i. */
    private static double[] response(StepFilter f, int steps) {
        double[] h = new double[steps];
        double[] e = new double[steps];
        double logH = 1;
        double ratio = 0;
        double ratioBefore = 0;
        for (int n = 0; n < steps; n++) {
            h[n] = logH;
            e[n] = logH; // k = 1
            ratioBefore = ratio;
            ratio = n > 0 ? h[n] - h[n - 1] : 0;
            double before = n > 0 ? e[n - 1] : 0;
            double twice = n > 1 ? e[n - 2] : 0;
            logH += -f.b1() * e[n] - f.b2() * before - f.b3() * twice - f.a2() * ratio - f.a3() * ratioBefore;
        }
        return h;
    }

    @Test
    void filters_areStableAndFilterWhatTheyPromise() {
        FILTERS.forEach((name, f) -> {
            double rest = Math.abs(response(f, 100)[99]);
            assertEquals(0, rest, 1e-9, name + " must come back to the right length"); // poles of at most 0.8
            double alternating = f.b1() - f.b2() + f.b3();
            boolean filters = name.startsWith("H");
            assertEquals(filters, Math.abs(alternating) < 1e-15, name + " and alternating errors: " + alternating);
        });
        double[] h321 = response(StepFilter.H321, 40); // poles at 1/3, 1/2 and 2/3
        assertEquals(2.0 / 3, h321[39] / h321[38], 1e-3);
        for (StepFilter deadbeat : List.of(StepFilter.I, StepFilter.H0321)) {
            assertEquals(0, response(deadbeat, 8)[7], 1e-14, "a deadbeat controller is there in a few steps");
        }
    }

    @Test
    void pidGains_areTheFilterOfTheSameName() {
        assertEquals(StepFilter.PI42.b1(), StepFilter.pid(0.2, 0.4, 0).b1(), 1e-15);
        assertEquals(StepFilter.PI42.b2(), StepFilter.pid(0.2, 0.4, 0).b2(), 1e-15);
        assertEquals(
                StepFilter.H312PID.b2(),
                StepFilter.pid(-2.0 / 9, 2.0 / 9, 1.0 / 18).b2(),
                1e-15);
    }

    @Test
    void predictiveControl_rejectsLessOnAStiffProblem() {
        Field stiff = Field.of(2, List.of(), (t, time, y, p) -> {
            Value x = t.slice(y, 1, 0, 1);
            Value v = t.slice(y, 1, 1, 2);
            Value pull = t.scale(t.mul(t.shift(t.neg(t.mul(x, x)), 1), v), 1e3);
            return t.concat(1, v, t.sub(pull, x));
        });
        Solve solve = Solve.with(new Rodas5P(), LOOSE);
        Solve predictive = Solve.with(new Rodas5P(), LOOSE.with(StepFilter.PREDICTIVE));
        var plain = solve.run(stiff, 0, 2000, one(2, 0)).orThrow().statistics();
        var ahead = predictive.run(stiff, 0, 2000, one(2, 0)).orThrow().statistics();
        assertTrue(ahead.rejected() < plain.rejected(), ahead + " against " + plain);
    }

    private static List<Double> lengths(
            StepController control, Method method, Field field, double to, double... start) {
        List<Double> lengths = new ArrayList<>();
        Solve.with(method, control)
                .open(field, 1)
                .watching((from, length, end, stepper) -> lengths.add(length))
                .run(0, to, start, new Ledger(0))
                .orThrow();
        return lengths;
    }

    @ParameterizedTest
    @MethodSource("limited")
    void limits_holdForEveryMethod(Method method) {
        List<Double> lengths = lengths(LOOSE.withMaxStep(0.1).withFirstStep(0.01), method, Problems.CIRCLE, 3, 1, 0);
        assertTrue(lengths.get(0) <= 0.01 && lengths.get(0) > 1e-3, lengths.toString()); // a method may begin shorter
        assertTrue(lengths.stream().allMatch(h -> h <= 0.1 * (1 + 1e-12)), lengths.toString());
    }

    static List<Method> limited() {
        return List.of(new Tsit5(), new Rodas5P(), new Bdf());
    }

    @Test
    void leastStep_failsOrIsForcedAndCounted() {
        PidController tight = PidController.of(1e-10, 1e-10);
        Outcome outcome = Solve.with(new Tsit5(), tight.withMinStep(0.5)).run(Problems.CIRCLE, 0, 10, one(1, 0));
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, outcome);
        assertEquals(Outcome.Reason.STEP_TOO_SMALL, failed.reason());
        assertTrue(failed.message().contains("least length, 0.5"), failed.message());
        Solution forced = Solve.with(new Tsit5(), tight.forcingMinStep(0.5))
                .run(Problems.CIRCLE, 0, 10, one(1, 0))
                .orThrow();
        assertEquals(20, forced.statistics().steps());
        assertEquals(20, forced.statistics().forced());
        Solution easy = Solve.with(new Tsit5(), LOOSE.forcingMinStep(1e-9))
                .run(Problems.CIRCLE, 0, 10, one(1, 0))
                .orThrow();
        assertEquals(0, easy.statistics().forced());
    }

    @Test
    void deadBand_keepsTheLength() {
        List<Double> lengths = lengths(LOOSE.keepingBetween(0.5, 2), new Tsit5(), Problems.CIRCLE, 20, 1, 0);
        long distinct =
                lengths.subList(0, lengths.size() - 1).stream().distinct().count();
        assertTrue(distinct <= 4, "lengths " + lengths); // it grows at the start, then stays
    }

    @Test
    void errorFollowsTheTolerance() {
        double before = Double.NaN;
        for (double tol : new double[] {1e-4, 1e-6, 1e-8, 1e-10}) {
            double[] y = Solve.with(new Tsit5(), PidController.of(tol, tol))
                    .run(Problems.CIRCLE, 0, 10, one(1, 0))
                    .orThrow()
                    .last();
            double error = Math.hypot(y[0] - Math.cos(10), y[1] - Math.sin(10));
            if (!Double.isNaN(before)) {
                // A hundredth of the tolerance is a hundredth of the error, within a factor of 5.
                assertTrue(before / error > 20 && before / error < 500, tol + ": " + before + " to " + error);
            }
            before = error;
        }
    }

    @Test
    void stepsDoNotDependOnTheUnitOfTime() {
        double scale = 0x1p20;
        Field slow =
                Field.of(2, List.of(), (t, time, y, p) -> t.scale(Problems.CIRCLE.write(t, time, y, p), 1 / scale));
        List<Double> fast = lengths(LOOSE.withFirstStep(0.125), new Tsit5(), Problems.CIRCLE, 10, 1, 0);
        List<Double> slowly = lengths(LOOSE.withFirstStep(0.125 * scale), new Tsit5(), slow, 10 * scale, 1, 0);
        assertEquals(fast, slowly.stream().map(h -> h / scale).toList()); // powers of two: to the bit
    }

    @Test
    void toleranceOfEachState_isItsOwn() {
        // Two circles, one a thousand times smaller: with its own tolerance it is as accurate, relatively.
        Field pair = Field.of(4, List.of(), (t, time, y, p) -> {
            Value a = t.slice(y, 1, 0, 2);
            Value b = t.slice(y, 1, 2, 4);
            return t.concat(1, Problems.CIRCLE.write(t, time, a, p), t.scale(Problems.CIRCLE.write(t, time, b, p), 3));
        });
        Tolerance own = Tolerance.of(0, 1e-6, 1e-6, 1e-9, 1e-9).in(Tolerance.Norm.MAXIMUM);
        Tolerance common = Tolerance.of(0, 1e-6);
        double[] errors = new double[2];
        for (int i = 0; i < 2; i++) {
            double[] y = Solve.with(new Tsit5(), PidController.of(i == 0 ? own : common))
                    .run(pair, 0, 10, one(1, 0, 1e-3, 0))
                    .orThrow()
                    .last();
            errors[i] = Math.abs(y[2] - 1e-3 * Math.cos(30));
        }
        assertTrue(errors[0] < 1e-7 && errors[1] > 1e-7, errors[0] + " and " + errors[1]);
        Exception e = assertThrows(
                IllegalArgumentException.class,
                () -> Solve.with(new Tsit5(), PidController.of(Tolerance.of(0, 1, 1, 1)))
                        .open(pair, 1));
        assertTrue(e.getMessage().contains("3 absolute tolerances for 4 states"), e.getMessage());
    }

    @Test
    void toleranceBelowRounding_isRefused() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> PidController.of(1e-15, 1e-15));
        assertTrue(e.getMessage().contains("relative tolerance of 1.0E-15"), e.getMessage());
    }

    @Test
    void attemptOutsideTheDomain_isRepeatedShorter() {
        // y' = -sqrt(y) + 0.01, from 1: long steps land where the root is not a number.
        Field root = Field.of(1, List.of(), (t, time, y, p) -> t.shift(t.neg(t.sqrt(y)), 0.01));
        Solution s = Solve.with(new Tsit5(), LOOSE.withFirstStep(10))
                .run(root, 0, 3, one(1))
                .orThrow();
        assertTrue(s.statistics().rejected() > 0);
        assertTrue(s.last()[0] > 0 && s.last()[0] < 1e-3);
    }

    @Test
    void stateBeyondAllNumbers_isRepeatedShorter() {
        // The error of a state that has become infinite is nothing, relatively.
        Field cubic = Field.of(1, List.of(Shape.of(1)), (t, time, y, p) -> t.neg(t.mul(y, t.mul(y, y))));
        Solution s = Solve.with(new Tsit5(), LOOSE.withFirstStep(1e3))
                .run(cubic, 0, 1, one(1e3), new double[1])
                .orThrow();
        assertEquals(1 / Math.sqrt(2 + 1e-6), s.last()[0], 1e-5);
    }

    @Test
    void recordedSteps_areThoseOfTheLedger() {
        Solve solve = Solve.with(new Tsit5(), LOOSE);
        List<Double> lengths = new ArrayList<>();
        Solution s = solve.open(Problems.CIRCLE, 1)
                .watching((start, length, end, stepper) -> lengths.add(length))
                .run(0, 5, new double[] {1, 0}, new Ledger(0))
                .orThrow();
        double[] ledger = new double[s.ledger().steps()];
        for (int i = 0; i < ledger.length; i++) {
            ledger[i] = s.ledger().length(i);
        }
        assertArrayEquals(lengths.stream().mapToDouble(h -> h).toArray(), ledger);
    }
}
