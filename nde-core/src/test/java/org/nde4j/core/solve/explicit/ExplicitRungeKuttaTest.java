package org.nde4j.core.solve.explicit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.core.array.Array;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.ConstantSteps;
import org.nde4j.core.solve.DenseOutput;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.SaveAt;
import org.nde4j.core.solve.Solution;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.Stepper;
import org.nde4j.core.solve.methods.Methods;

class ExplicitRungeKuttaTest {
    /** Rates -1 and -2, and the rotations exp(it), exp((-1 + 2i)t). */
    private static final Field LINEAR = Field.of(6, List.of(), (t, time, y, p) -> {
        Value[] x = new Value[6];
        for (int i = 0; i < 6; i++) {
            x[i] = t.slice(y, 1, i, i + 1);
        }
        return t.concat(
                1,
                t.neg(x[0]),
                t.scale(x[1], -2),
                t.neg(x[3]),
                x[2],
                t.combine(new double[] {-1, -2}, x[4], x[5]),
                t.combine(new double[] {2, -1}, x[4], x[5]));
    });

    private static double[] linear(double t) {
        double e = Math.exp(-t);
        return new double[] {e, Math.exp(-2 * t), Math.cos(t), Math.sin(t), e * Math.cos(2 * t), e * Math.sin(2 * t)};
    }

    /** y' = cos(t + p) - (y^2 - x^2) / 2 with x = 2 + sin(t + p), which is the solution: nonlinear, in time, entire. */
    private static final double[] PHASES = {0, 1, 2.5, 4};

    private static final Field WAVE = Field.of(4, List.of(), ExplicitRungeKuttaTest::wave);

    private static Value wave(Trace t, Value time, Value y, List<Value> parameters) {
        Value[] columns = new Value[PHASES.length];
        for (int i = 0; i < columns.length; i++) {
            Value angle = t.shift(time, PHASES[i]);
            Value x = t.shift(t.sin(angle), 2);
            Value yi = t.slice(y, 1, i, i + 1);
            columns[i] = t.combine(new double[] {1, -0.5, 0.5}, t.cos(angle), t.mul(yi, yi), t.mul(x, x));
        }
        return t.concat(1, columns);
    }

    private static double[] wave(double t) {
        return Arrays.stream(PHASES).map(p -> 2 + Math.sin(t + p)).toArray();
    }

    private interface Exact {
        double[] at(double t);
    }

    private record Problem(String name, Field field, Exact exact) {
        Solution solve(ExplicitRungeKutta method, double from, double to, int steps, SaveAt saving) {
            return Solve.with(method, new ConstantSteps((to - from) / steps))
                    .saving(saving)
                    .run(field, from, to, Array.matrix(new double[][] {exact.at(from)}))
                    .orThrow();
        }

        double distance(double t, double[] y) {
            double[] wanted = exact.at(t);
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                sum += (y[i] - wanted[i]) * (y[i] - wanted[i]);
            }
            return Math.sqrt(sum);
        }
    }

    private static final Problem SPECTRUM = new Problem("spectrum", LINEAR, ExplicitRungeKuttaTest::linear);
    private static final Problem WAVES = new Problem("wave", WAVE, ExplicitRungeKuttaTest::wave);

    private static final List<Problem> PROBLEMS = List.of(SPECTRUM, WAVES);

    static Stream<ExplicitRungeKutta> methods() {
        return Methods.of(ExplicitRungeKutta.class);
    }

    static Stream<ExplicitRungeKutta> pairs() {
        return methods().filter(ExplicitRungeKutta::estimatesError);
    }

    /**
     * The slope of log error over log step between the finest steps: over the last factor of about two before the error
     * falls below the floor, where rounding begins, or until 512 steps.
     */
    private static double slope(double floor, ToDoubleFunction<Integer> error) {
        List<Integer> steps = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (double n = 1; n <= 512; n *= 1.26) {
            int whole = (int) Math.round(n);
            if (!steps.isEmpty() && steps.get(steps.size() - 1) == whole) {
                continue;
            }
            double e = error.applyAsDouble(whole);
            if (!(e > floor)) {
                break;
            }
            steps.add(whole);
            errors.add(e);
        }
        int last = steps.size() - 1;
        int first = last;
        while (first > 0 && steps.get(last) < 1.9 * steps.get(first)) {
            first--;
        }
        return Math.log(errors.get(first) / errors.get(last)) / Math.log((double) steps.get(last) / steps.get(first));
    }

    /* Two stages of Vern6 lie close together, their weights are large and cancel, and rounding shows earlier. */
    private static double floor(ExplicitRungeKutta method) {
        return method instanceof Vern6 ? 1e-11 : 2e-13;
    }

    /*
     * A slope is measured to 0.2. But the efficient methods have leading terms so small that the next ones, which may also
     * cancel them, still show where rounding begins: there the range is wide, and that the order is the one claimed, no
     * less and no more, is what OrderConditionsTest proves.
     */
    private static void assertOrder(ExplicitRungeKutta method, int claimed, double slope, Problem problem) {
        boolean efficient = method.order() > 5 || method instanceof BS5;
        double below = efficient ? 0.5 : 0.2;
        double above = efficient ? 1.9 : 0.2;
        assertTrue(slope > claimed - below && slope < claimed + above, problem.name() + ": order " + slope);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void order_isAsClaimedOnARealAndComplexSpectrumAndOnNonlinearWaves(ExplicitRungeKutta method) {
        for (Problem problem : PROBLEMS) {
            double order = slope(floor(method), n -> {
                Solution solution = problem.solve(method, 0, 2, n, SaveAt.steps(1));
                double most = 0;
                for (int i = 0; i < solution.times().length; i++) {
                    most = Math.max(most, problem.distance(solution.times()[i], solution.states()[i]));
                }
                return most;
            });
            assertOrder(method, method.order(), order, problem);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void denseOutput_hasItsOrderWithinAStep(ExplicitRungeKutta method) {
        for (Problem problem : PROBLEMS) {
            double order = slope(5e-14, n -> {
                double most = 0;
                for (double from : new double[] {0.3, 1.3, 2.3}) {
                    double h = 1.0 / n;
                    DenseOutput dense = problem.solve(method, from, from + h, 1, SaveAt.dense())
                            .dense();
                    for (double theta : new double[] {0.1, 0.3, 0.5, 0.7, 0.9}) {
                        most = Math.max(most, problem.distance(from + theta * h, dense.at(from + theta * h)));
                    }
                }
                return most;
            });
            assertOrder(method, method.denseOrder() + 1, order, problem);
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void errorEstimate_isOfTheMethodsOrderInTheStepAndAboveTheTrueError(ExplicitRungeKutta method) {
        double h = method instanceof Fehlberg2 ? 1e-3 : 0.05; // its estimate is one of a very good method of order 1
        for (Problem problem : PROBLEMS) {
            double order = slope(1e-13, n -> step(method, problem, 1.0 / n)[0]);
            assertOrder(method, method.order(), order, problem);
            double[] both = step(method, problem, h);
            // The solution is the more accurate of the two that are compared, by a power of the step.
            assertTrue(both[0] > both[1] && both[0] < 1e4 * both[1], both[0] + " against " + both[1]);
        }
    }

    /** The norms of the error estimates and of the true errors of one step from each of three places. */
    private static double[] step(ExplicitRungeKutta method, Problem problem, double h) {
        Stepper stepper = method.open(problem.field(), 1, Output.ERROR);
        double estimated = 0;
        double wrong = 0;
        for (double from : new double[] {0.3, 1.3, 2.3}) {
            stepper.start(from, problem.exact().at(from));
            stepper.attempt(h);
            estimated += Arrays.stream(stepper.error()).map(e -> e * e).sum();
            wrong += Math.pow(problem.distance(from + h, stepper.next()), 2);
        }
        return new double[] {Math.sqrt(estimated), Math.sqrt(wrong)};
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void adaptiveSolve_meetsItsTolerance(ExplicitRungeKutta method) {
        double often = method instanceof Fehlberg2 ? 10_000 : 100; // its estimate is below the error, and says so
        for (Problem problem : PROBLEMS) {
            for (double tol : new double[] {1e-4, 1e-6, 1e-9}) {
                if (method.order() == 2 && tol < 1e-6) {
                    continue; // a hundred thousand steps
                }
                double[] y = Solve.with(method, PidController.of(tol, tol))
                        .run(problem.field(), 0, 10, Array.matrix(new double[][] {
                            problem.exact().at(0)
                        }))
                        .orThrow()
                        .last();
                double error = problem.distance(10, y);
                assertTrue(error < often * tol, problem.name() + " at " + tol + ": " + error);
            }
        }
    }

    private static final double[][] TRAPEZOID = {{}, {1}};

    @Test
    void ownMethod_givesTheBitsOfTheOneItRepeats() {
        ExplicitRungeKutta own = ExplicitRungeKutta.of("Own", new Dopri5().tableau());
        for (SaveAt saving : List.of(SaveAt.end(), SaveAt.times(0.3, 1.7))) {
            Solve there = Solve.with(new Dopri5(), PidController.of(1e-8, 1e-8)).saving(saving);
            Solve here = Solve.with(own, PidController.of(1e-8, 1e-8)).saving(saving);
            Array start = Array.matrix(new double[][] {linear(0)});
            assertArrayEquals(
                    there.run(LINEAR, 0, 2, start).orThrow().last(),
                    here.run(LINEAR, 0, 2, start).orThrow().last());
        }
        assertEquals("Own", own.name());
        assertNotEquals(new Dopri5(), own);
        assertEquals(own, ExplicitRungeKutta.of("Own", new Dopri5().tableau()));
    }

    @Test
    void lastStageThatIsTheDerivativeAtTheEnd_mayBeListed() {
        Tableau listed = new Tableau(
                3,
                new double[][] {{}, {1.0 / 2}, {0, 3.0 / 4}, {2.0 / 9, 1.0 / 3, 4.0 / 9}},
                new double[] {2.0 / 9, 1.0 / 3, 4.0 / 9, 0},
                new double[] {-5.0 / 72, 1.0 / 12, 1.0 / 9, -1.0 / 8});
        assertEquals(new Bosh3().tableau(), listed);
        assertEquals(3, new Bosh3().step(LINEAR, 1, Output.ERROR).evaluations());
    }

    @Test
    void furtherStages_areEvaluatedOnlyForDenseOutput() {
        assertEquals(16, new Vern9().step(LINEAR, 1, Output.ERROR).evaluations());
        assertEquals(25, new Vern9().step(LINEAR, 1, Output.ERROR_AND_DENSE).evaluations());
    }

    @Test
    void wrongOrder_isRefusedWithTheConditionThatFails() {
        Exception e = assertThrows(
                IllegalArgumentException.class,
                () -> ExplicitRungeKutta.of("Mine", new Tableau(3, TRAPEZOID, new double[] {0.5, 0.5})));
        assertTrue(e.getMessage().startsWith("Mine is not of order 3"), e.getMessage());
        assertTrue(e.getMessage().contains("order 3 for the tree [tt]"), e.getMessage());
    }

    @Test
    void wrongEstimateAndWrongDenseOutput_areRefused() {
        double[] b = {0.5, 0.5};
        Tableau estimate = new Tableau(2, TRAPEZOID, b, new double[] {0.5, 0.5});
        Tableau dense =
                new Tableau(2, TRAPEZOID, b).with(new ContinuousExtension(2, new double[][] {{1, -0.4}, {0, 0.4}}));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> ExplicitRungeKutta.of("Mine", estimate))
                .getMessage()
                .contains("error estimate"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> ExplicitRungeKutta.of("Mine", dense))
                .getMessage()
                .contains("dense output"));
        assertThrows(
                IllegalArgumentException.class, () -> ExplicitRungeKutta.of("Mine", estimate.withCoarse(0.5, -0.5)));
        assertThrows(IllegalArgumentException.class, () -> new Tableau(2, new double[][] {{}, {1, 1}}, b));
        assertThrows(
                IllegalArgumentException.class,
                () -> ExplicitRungeKutta.of("Mine", new Tableau(2, new double[][] {{}, {Double.NaN}}, b)));
    }

    @Test
    void stabilityInterval_isWhereThePolynomialLeavesTheUnitDisc() {
        assertEquals(2, new Euler().stabilityInterval(), 1e-9);
        assertEquals(2, new Heun().stabilityInterval(), 1e-9);
        // 1 - x + x^2/2 - x^3/6 = -1 and 1 - x + x^2/2 - x^3/6 + x^4/24 = 1
        double x = new Bosh3().stabilityInterval();
        assertEquals(-1, 1 - x + x * x / 2 - x * x * x / 6, 1e-9);
        double z = new Rk4().stabilityInterval();
        assertEquals(1, 1 - z + z * z / 2 - z * z * z / 6 + z * z * z * z / 24, 1e-9);
        assertEquals(2.785293563405282, z, 1e-9);
        assertEquals(3.3066, new Dopri5().stabilityInterval(), 1e-3); // Hairer, Wanner, Solving ODEs II, IV.2: 3.3
    }

    @ParameterizedTest
    @MethodSource("methods")
    void stabilityInterval_isThatOfTheSteps(ExplicitRungeKutta method) {
        Field decay = Field.of(1, List.of(), (t, time, y, p) -> t.neg(y));
        for (double factor : new double[] {0.99, 1.01}) {
            double h = factor * method.stabilityInterval();
            double end = Solve.with(method, new ConstantSteps(h))
                    .run(decay, 0, 4000 * h, Array.matrix(new double[][] {{1}}))
                    .orThrow()
                    .last()[0];
            assertEquals(factor < 1, Math.abs(end) <= 1, method + " at " + factor + ": " + end);
        }
    }

    @Test
    void blendedEstimate_isZeroForAStepOfNoLengthAndScalesWithEachState() {
        Field decay = Field.of(2, List.of(), (t, time, y, p) -> t.neg(y));
        Stepper stepper = new Dop853().open(decay, 1, Output.ERROR);
        stepper.start(0, new double[] {1, 1e-6});
        stepper.attempt(0);
        assertArrayEquals(new double[] {0, 0}, stepper.error());
        stepper.attempt(1);
        assertEquals(1e-6, stepper.error()[1] / stepper.error()[0], 1e-12); // each state on its own scale
    }
}
