package org.nde4j.core.solve.stabilized;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.core.array.Array;
import org.nde4j.core.equation.Dae;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.ConstantSteps;
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

class RockTest {
    static Stream<Method> methods() {
        return Stream.of(new Rock2(), new Rock4());
    }

    static Stream<RockFamily> families() {
        return Stream.of(RockFamily.TWO, RockFamily.FOUR);
    }

    private static Method bounded(Method method, double bound) {
        return method.order() == 2 ? new Rock2(bound) : new Rock4(bound);
    }

    /* The factor by which a step with z = lambda h multiplies the solution of y' = lambda y. */
    private static double stability(RockFormula f, double z) {
        double before = 1;
        double g = 1 + f.mu(0) * z;
        for (int j = 1; j < f.recurrence(); j++) {
            double next = (f.mu(j) * z + 1 + f.kappa(j)) * g - f.kappa(j) * before;
            before = g;
            g = next;
        }
        double[] stages = new double[f.finishing()];
        double end = g;
        for (int i = 0; i < stages.length; i++) {
            double y = g;
            for (int j = 0; j < i; j++) {
                y += f.a(i, j) * stages[j];
            }
            stages[i] = z * y;
            end += f.b(i) * stages[i];
        }
        return end;
    }

    @ParameterizedTest
    @MethodSource("families")
    void steps_areStableOnAllOfTheClaimedInterval(RockFamily family) {
        for (int index = 0; index < family.size(); index++) {
            RockFormula formula = family.formula(index);
            double reach = family.reach(index);
            int points = 50 * formula.stages(); // many within each of the waves
            for (int i = 1; i <= points; i++) {
                double r = Math.abs(stability(formula, -reach * i / points));
                assertTrue(r <= 1, r + " with " + formula.stages() + " stages at " + i + " of " + points);
            }
            assertTrue(Math.abs(stability(formula, -1.1 * reach - 3)) > 1, "the interval is longer than claimed");
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void steps_followTheExponentialUpToTheOrder(RockFamily family) {
        for (int index = 0; index < family.size(); index++) {
            RockFormula f = family.formula(index);
            int p = family.order();
            // The error is a multiple of z^(p + 1) with a small constant; rounding of the stages below.
            double z = p == 2 ? 1e-3 : 1e-2;
            double error = Math.abs(stability(f, -z) - Math.exp(-z));
            assertTrue(error < Math.pow(z, p + 1) / 6 + 1e-13, f.stages() + " stages: " + error);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void order_isThatOfTheMethodAtAnyNumberOfStages(Method method) {
        for (double stiffness : new double[] {0, 20, 150}) {
            double order = Convergence.slope(new int[] {32, 40, 48, 64, 80}, n -> {
                // The same number of stages whatever the length is.
                double[] y = Solve.with(bounded(method, stiffness * n / 2), new ConstantSteps(2.0 / n))
                        .run(Problems.OSCILLATING_GROWTH, 0, -2, one(1))
                        .orThrow()
                        .last();
                return Math.abs(y[0] - Math.exp(Math.sin(-2)));
            });
            assertEquals(method.order(), order, 0.2); // the usual reach of a fit over less than a factor of three
        }
    }

    private static Array one(double... y) {
        return Array.matrix(new double[][] {y});
    }

    /* u_t = u_xx on n points inside (0, 1), zero at both ends. */
    private static Field heat(int n) {
        double d = (n + 1.0) * (n + 1);
        return Field.of(n, List.of(), (t, time, y, p) -> t.scale(secondDifference(t, y, n), d));
    }

    private static Value secondDifference(Trace t, Value y, int n) {
        Value left = t.pad(t.slice(y, 1, 0, n - 1), 1, 1, 0);
        Value right = t.pad(t.slice(y, 1, 1, n), 1, 0, 1);
        return t.combine(new double[] {1, -2, 1}, left, y, right);
    }

    private static double[] wave(int n) {
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double x = (i + 1.0) / (n + 1);
            y[i] = Math.sin(Math.PI * x) + Math.sin(3 * Math.PI * x);
        }
        return y;
    }

    private static double[] cooled(int n, double time) {
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            for (int k = 1; k <= 3; k += 2) {
                double s = Math.sin(k * Math.PI / 2 / (n + 1));
                double rate = 4 * (n + 1.0) * (n + 1) * s * s;
                y[i] += Math.exp(-rate * time) * Math.sin(k * Math.PI * (i + 1.0) / (n + 1));
            }
        }
        return y;
    }

    @ParameterizedTest
    @MethodSource("methods")
    void heatEquation_isSolvedAtTheToleranceWithFewEvaluations(Method method) {
        for (double tolerance : new double[] {1e-3, 1e-5}) {
            Solution s = Solve.with(method, PidController.of(tolerance, tolerance))
                    .run(heat(100), 0, 0.5, one(wave(100)))
                    .orThrow();
            assertArrayEquals(cooled(100, 0.5), s.last(), 10 * tolerance); // the equation damps errors
            // Dopri5 takes 42,000: its steps are 3.3 / 40,800 at most.
            assertTrue(s.statistics().evaluations() < 5000, "" + s.statistics());
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void stages_growLikeTheSquareRootOfTheStiffness(Method method) {
        double before = evaluations(method, 20);
        for (int n : new int[] {40, 80, 160}) {
            double now = evaluations(method, n);
            // Twice as many points are four times as stiff; the numbers of stages there are lie 5 to 15 percent apart.
            assertEquals(2, now / before, 0.3);
            before = now;
        }
    }

    /* The evaluations in a step of 1/40, without any for the greatest eigenvalue. */
    private static double evaluations(Method method, int n) {
        Method known = bounded(method, 4.0 * (n + 1) * (n + 1));
        Solution s = Solve.with(known, new ConstantSteps(1.0 / 40))
                .run(heat(n), 0, 0.5, one(wave(n)))
                .orThrow();
        return s.statistics().evaluations() / 20.0;
    }

    @Test
    void greatestEigenvalue_isFoundByTheField() {
        for (int n : new int[] {10, 100}) {
            Stepper stepper = new Rock4().open(heat(n), 2, Output.ERROR);
            double[] rows = new double[2 * n];
            System.arraycopy(wave(n), 0, rows, 0, n);
            rows[n + 3] = 1;
            stepper.start(0, rows);
            stepper.attempt(1e-3);
            double s = Math.sin(n * Math.PI / 2 / (n + 1));
            double exact = 4 * (n + 1.0) * (n + 1) * s * s;
            double found = stepper.stiffness();
            // It converges from below to a percent a step, and is enlarged by a fifth.
            assertTrue(found > exact && found < 1.25 * exact, found + " for " + exact);
        }
    }

    /* The Brusselator with diffusion 1/50 on n points, u then v; 1 and 3 at both ends. */
    private static Field brusselator(int n) {
        double d = (n + 1.0) * (n + 1) / 50;
        return Field.of(2 * n, List.of(), (t, time, y, p) -> {
            Value u = t.slice(y, 1, 0, n);
            Value v = t.slice(y, 1, n, 2 * n);
            Value reaction = t.mul(t.mul(u, u), v);
            Value ends = t.pad(t.fill(d, time.shape()), 1, 0, n - 1);
            Value otherEnds = t.pad(t.fill(d, time.shape()), 1, n - 1, 0);
            Value both = t.add(ends, otherEnds);
            Value du = t.combine(new double[] {1, -4, d, 1}, reaction, u, secondDifference(t, u, n), both);
            Value dv = t.combine(new double[] {-1, 3, d, 3}, reaction, u, secondDifference(t, v, n), both);
            return t.concat(1, t.shift(du, 1), dv);
        });
    }

    private static double[] brusselatorStart(int n) {
        double[] y = new double[2 * n];
        for (int i = 0; i < n; i++) {
            y[i] = 1 + Math.sin(2 * Math.PI * (i + 1.0) / (n + 1));
            y[n + i] = 3;
        }
        return y;
    }

    @ParameterizedTest
    @MethodSource("methods")
    void brusselator_agreesWithAnotherMethod(Method method) {
        int n = 40;
        double[] reference = Solve.with(new Dopri5(), PidController.of(1e-10, 1e-10))
                .run(brusselator(n), 0, 10, one(brusselatorStart(n)))
                .orThrow()
                .last();
        for (double tolerance : new double[] {1e-3, 1e-4, 1e-5}) {
            double[] last = Solve.with(method, PidController.of(tolerance, tolerance))
                    .run(brusselator(n), 0, 10, one(brusselatorStart(n)))
                    .orThrow()
                    .last();
            assertArrayEquals(reference, last, 100 * tolerance); // as for every method here
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void backwards_isAsAccurate(Method method) {
        Field warming = Field.of(20, List.of(), (t, time, y, p) -> t.scale(secondDifference(t, y, 20), -441.0));
        double[] last = Solve.with(method, PidController.of(1e-5, 1e-5))
                .run(warming, 0.5, 0.3, one(wave(20)))
                .orThrow()
                .last();
        assertArrayEquals(cooled(20, 0.2), last, 1e-4); // ten times the tolerance: the equation damps errors
    }

    @ParameterizedTest
    @MethodSource("methods")
    void denseOutput_isAsAccurateAsTheSteps(Method method) {
        DenseOutput dense = Solve.with(method, PidController.of(1e-5, 1e-5))
                .saving(SaveAt.dense())
                .run(Problems.CIRCLE, 0, 5, one(1, 0))
                .orThrow()
                .dense();
        for (double time = 0.01; time < 5; time += 0.0137) {
            assertEquals(Math.cos(time), dense.at(time)[0], 1e-3); // 100 times the tolerance
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void resume_goesOnToTheSameBits(Method method) {
        Tolerance tolerance = Tolerance.of(1e-4, 1e-4);
        Field field = brusselator(20);
        Stepper.Choosing whole = (Stepper.Choosing) method.open(field, 1, Output.ERROR);
        Stepper.Choosing resumed = (Stepper.Choosing) method.open(field, 1, Output.ERROR);
        whole.start(0, brusselatorStart(20));
        resumed.start(0, new double[40]); // something to forget
        double time = 0;
        double length = 1;
        int rejected = 0;
        for (int step = 0; step < 100; ) {
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
            step++;
        }
        assertTrue(rejected > 0); // the first step is far too long
    }

    @ParameterizedTest
    @MethodSource("methods")
    void batch_ofEqualRowsIsTheSameAsOne(Method method) {
        Solve solve = Solve.with(method, PidController.of(1e-4, 1e-4));
        double[] row = wave(30);
        double[] both = solve.run(heat(30), 0, 0.1, Array.matrix(new double[][] {row, row}))
                .orThrow()
                .last();
        double[] alone = solve.run(heat(30), 0, 0.1, one(row)).orThrow().last();
        for (int i = 0; i < 30; i++) {
            assertEquals(both[i], both[30 + i], 0.0);
            assertEquals(alone[i], both[i], 1e-4); // the tolerance: rounding of the norm may change a number of stages
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void tooStiffAStep_isSaidToBeOne(Method method) {
        Field field = Field.of(1, List.of(), (t, time, y, p) -> t.scale(y, -1e7));
        Outcome outcome = Solve.with(method, new ConstantSteps(0.1)).run(field, 0, 1, one(1));
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, outcome);
        assertTrue(failed.message().contains("stages"), failed.message());
        // With step control the steps are shortened to what the most stages can do.
        double[] last = Solve.with(method, PidController.of(1e-4, 1e-4).withFirstStep(0.1))
                .run(field, 0, 0.01, one(1))
                .orThrow()
                .last();
        assertEquals(0, last[0], 1e-3); // ten times the tolerance
    }

    @Test
    void whatTheyCannotDo_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Rock2(-1));
        assertThrows(IllegalArgumentException.class, () -> new Rock4(Double.POSITIVE_INFINITY));
        Field dae = Dae.diagonal(Problems.CIRCLE, 1, 0);
        assertThrows(IllegalArgumentException.class, () -> new Rock4().open(dae, 1, Output.ERROR));
    }
}
