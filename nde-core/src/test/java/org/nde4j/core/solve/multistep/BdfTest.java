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
import org.nde4j.core.solve.ConstantSteps;
import org.nde4j.core.solve.Convergence;
import org.nde4j.core.solve.DenseOutput;
import org.nde4j.core.solve.Outcome;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.Problems;
import org.nde4j.core.solve.SaveAt;
import org.nde4j.core.solve.Solution;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.Stepper;
import org.nde4j.core.solve.StiffProblems;
import org.nde4j.core.solve.Tolerance;
import org.nde4j.core.solve.stiff.LinearAlgebra;

class BdfTest {
    /* y' = -lambda (y - cos t) - sin t, with y = cos t from 1. */
    private static Field relaxation(double lambda) {
        return Field.of(1, List.of(), (t, time, y, p) -> t.sub(t.scale(t.sub(y, t.cos(time)), -lambda), t.sin(time)));
    }

    private static Array one(double... y) {
        return Array.matrix(new double[][] {y});
    }

    private static Solution solve(Bdf method, Field field, double from, double to, double tolerance, double... start) {
        return Solve.with(method, PidController.of(tolerance, tolerance))
                .run(field, from, to, one(start))
                .orThrow();
    }

    static Stream<Bdf> fixed() {
        return IntStream.rangeClosed(1, 5)
                .boxed()
                .flatMap(k -> Stream.of(Bdf.ofOrder(k), Bdf.ofOrder(k).modified(false)));
    }

    @ParameterizedTest
    @MethodSource("fixed")
    void order_isSeenWithConstantSteps(Bdf method) {
        Bdf precise = method.tuned(Tolerance.of(1e-14, 1e-14));
        int[] steps = {80, 100, 120, 160, 200};
        double order = Convergence.slope(steps, n -> {
            double[] y = Solve.with(precise, new Gradual(3.0 / n, 7))
                    .run(Problems.CIRCLE, 0, -3, one(1, 0))
                    .orThrow()
                    .last();
            return Math.hypot(y[0] - Math.cos(3), y[1] + Math.sin(3));
        });
        assertEquals(method.order(), order, 0.2); // the usual reach of a fit over less than a factor of three
    }

    /* A problem, and what is small for its states: the absolute tolerance over the relative one. */
    record Sample(String name, StiffProblems problem, double unit) {
        Solution solve(Bdf method, double rtol) {
            return Solve.with(method, PidController.of(rtol, rtol * unit))
                    .run(problem.field(), 0, problem.end(), one(problem.start()), problem.parameters())
                    .orThrow();
        }

        double error(double[] last) {
            double worst = 0;
            for (int i = 0; i < problem.start().length; i++) {
                double end = problem.reference()[i];
                worst = Math.max(worst, Math.abs(last[i] - end) / (unit + Math.abs(end)));
            }
            return worst;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final Sample HIRES = new Sample("HIRES", StiffProblems.hires(), 1e-3);
    private static final double[] ROBERTSON_AT_100 = {.61723488239606716, 6.1535912746388841e-6, .38275896401264059};

    /* The oscillating reaction of Belousov and Zhabotinskii. */
    private static final Field OREGONATOR = Field.of(3, List.of(), (t, time, y, p) -> {
        Value a = t.slice(y, 1, 0, 1);
        Value b = t.slice(y, 1, 1, 2);
        Value rest = t.shift(t.neg(t.add(t.scale(a, 8.375e-6), b)), 1);
        Value c = t.slice(y, 1, 2, 3);
        return t.concat(
                1,
                t.scale(t.add(b, t.mul(a, rest)), 77.27),
                t.scale(t.sub(c, t.mul(t.shift(a, 1), b)), 1 / 77.27),
                t.scale(t.sub(a, c), .161));
    });

    static Stream<Sample> samples() {
        return Stream.of(
                new Sample("van der Pol", StiffProblems.vanDerPol(), 1),
                new Sample("Robertson", StiffProblems.robertson(), 1e-8),
                HIRES,
                new Sample(
                        "Oregonator",
                        new StiffProblems(OREGONATOR, new double[] {1, 2, 3}, 360, new double[] {
                            1.000814870318523, 1228.178521549917, 132.0554942846706
                        }),
                        1));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void endValues_areThoseOfTheLiterature(Sample sample) {
        for (Bdf method : List.of(new Bdf(), Bdf.plain())) {
            Solution s = sample.solve(method, 1e-7);
            double error = sample.error(s.last());
            // All but the oscillators forget their errors; those multiply them by up to 150 over their cycles.
            assertTrue(error < 3e-5, method + " " + error);
            long steps = s.statistics().steps();
            assertTrue(
                    s.statistics().work().jacobians() < steps / 10, s.statistics() + " evaluates too many Jacobians");
            assertTrue(s.statistics().evaluations() < 4 * steps, s.statistics() + " evaluates the field too often");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e3, 1e6})
    void error_fallsWithTheTolerance(double lambda) {
        for (double tolerance = 1e-4; tolerance > 5e-11; tolerance /= 10) {
            double[] last =
                    solve(new Bdf(), relaxation(lambda), 0, 10, tolerance, 1).last();
            double error = Math.abs(last[0] - Math.cos(10));
            assertTrue(error < 100 * tolerance, "error " + error + " at tolerance " + tolerance);
        }
    }

    @Test
    void error_isNotMuchSmallerThanAsked() {
        double loose = Math.abs(solve(new Bdf(), relaxation(1), 0, 10, 1e-4, 1).last()[0] - Math.cos(10));
        double tight = Math.abs(solve(new Bdf(), relaxation(1), 0, 10, 1e-9, 1).last()[0] - Math.cos(10));
        assertTrue(loose > 1e3 * tight, loose + " and " + tight); // five decades asked, three at least given
    }

    /* y' = z + a, 0 = z^3 + z + y - g(t), with y = sin t and z = cos t. */
    private static Value algebraic(Trace t, Value time, Value state) {
        Value y = t.slice(state, 1, 0, 1);
        Value z = t.slice(state, 1, 1, 2);
        Value cos = t.cos(time);
        Value g = t.add(t.add(t.power(cos, 3), cos), t.sin(time));
        return t.concat(1, z, t.sub(t.add(t.add(t.power(z, 3), z), y), g));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1e-6, 1e-8})
    void algebraicEquation_isSolvedAsAccuratelyAsTheOthers(double tolerance) {
        Field field = Dae.diagonal(Field.of(2, List.of(), (t, time, y, p) -> algebraic(t, time, y)), 1, 0);
        double[] last = solve(new Bdf(), field, 0, 5, tolerance, 0, 1).last();
        assertEquals(Math.sin(5), last[0], 100 * tolerance); // as for every method here
        assertEquals(Math.cos(5), last[1], 100 * tolerance);
    }

    @Test
    void massMatrix_mayMixTheEquations() {
        // y' + z'/2 = z - (sin t)/2 with the same algebraic equation.
        Field right = Field.of(2, List.of(), (t, time, y, p) -> {
            Value f = algebraic(t, time, y);
            return t.sub(f, t.concat(1, t.scale(t.sin(time), 0.5), t.fill(0, time.shape())));
        });
        Field field = new Dae(right, Array.matrix(new double[][] {{1, 0.5}, {0, 0}}));
        double[] last = solve(new Bdf(), field, 0, 5, 1e-7, 0, 1).last();
        assertEquals(Math.sin(5), last[0], 1e-5); // 100 times the tolerance
        assertEquals(Math.cos(5), last[1], 1e-5);
    }

    @Test
    void conservationLaw_mayTakeThePlaceOfAnEquation() {
        Field free = StiffProblems.ROBERTSON;
        Field field = Dae.diagonal(
                Field.of(3, free.parameters(), (t, time, y, p) -> {
                    Value rates = free.write(t, time, y, p);
                    Value mass = t.shift(t.reshape(t.sum(y, 1), time.shape()), -1);
                    return t.concat(1, t.slice(rates, 1, 0, 2), mass);
                }),
                1,
                1,
                0);
        double[] last = Solve.with(new Bdf(), PidController.of(1e-7, 1e-12))
                .run(field, 0, 100, one(1, 0, 0), StiffProblems.ROBERTSON_RATES)
                .orThrow()
                .last();
        for (int i = 0; i < 3; i++) {
            assertEquals(ROBERTSON_AT_100[i], last[i], 1e-5 * ROBERTSON_AT_100[i]); // 100 times the tolerance
        }
        assertEquals(
                1,
                last[0] + last[1] + last[2],
                1e-9); // Newton's iteration: a tenth of the tolerance, of which little is in the sum
    }

    @Test
    void backwards_isAsAccurate() {
        Field field = relaxation(-1e3); // stiff where time runs backwards
        double[] last = solve(new Bdf(), field, 3, 0, 1e-6, Math.cos(3)).last();
        assertEquals(1, last[0], 1e-4); // 100 times the tolerance
    }

    @Test
    void denseOutput_isContinuousAndAsAccurateAsTheSteps() {
        DenseOutput dense = Solve.with(new Bdf(), PidController.of(1e-7, 1e-7))
                .saving(SaveAt.dense())
                .run(relaxation(100), 0, 10, one(1))
                .orThrow()
                .dense();
        Solution steps = Solve.with(new Bdf(), PidController.of(1e-7, 1e-7))
                .saving(SaveAt.steps(1))
                .run(relaxation(100), 0, 10, one(1))
                .orThrow();
        for (double time = 0.001; time < 10; time += 0.0137) {
            assertEquals(Math.cos(time), dense.at(time)[0], 1e-5); // 100 times the tolerance
        }
        for (double time : steps.times()) {
            double before = dense.at(Math.max(0, time * (1 - 1e-15)))[0];
            double after = dense.at(Math.min(10, time * (1 + 1e-15)))[0];
            assertEquals(before, after, 1e-13); // rounding of a sum of seven terms
        }
    }

    @Test
    void resume_goesOnToTheSameBits() {
        Tolerance tolerance = Tolerance.of(1e-4, 1e-4);
        StiffProblems problem = StiffProblems.vanDerPol();
        Field field = problem.field();
        Bdf method = new Bdf().tuned(tolerance);
        Stepper.Choosing whole = (Stepper.Choosing) method.open(field, 1, Output.ERROR);
        Stepper.Choosing resumed = (Stepper.Choosing) method.open(field, 1, Output.ERROR);
        whole.parameters(problem.parameters());
        resumed.parameters(problem.parameters());
        whole.start(0, new double[] {2, 0});
        resumed.start(0, new double[] {-1, 7}); // something to forget
        double time = 0;
        double length = 1e-5;
        int rejected = 0;
        for (int step = 0; step < 400; ) {
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
        assertTrue(rejected > 10, "rejected only " + rejected); // so the loop met both kinds
    }

    @Test
    void batch_sharesItsSteps() {
        Field field = HIRES.problem.field();
        double to = HIRES.problem.end();
        double[] rates = HIRES.problem.parameters()[0];
        double[] other = {0.5, 0, 0, 0, 0.2, 0, 0, .0057};
        Array start = Array.matrix(new double[][] {HIRES.problem.start(), other});
        Solve solve = Solve.with(new Bdf(), PidController.of(1e-8, 1e-11));
        double[] both = solve.run(field, 0, to, start, rates).orThrow().last();
        double[] second = solve.run(field, 0, to, one(other), rates).orThrow().last();
        assertTrue(HIRES.error(both) < 1e-5); // 1000 times the tolerance: the end is steep
        for (int i = 0; i < 8; i++) {
            assertEquals(second[i], both[8 + i], 1e-8); // each is right to about this
        }
    }

    /* u_t = u_xx + 10 u^2 (1 - u) on 50 points, zero at both ends. */
    private static final Field FRONT = Field.of(50, List.of(), (t, time, y, p) -> {
        Value left = t.pad(t.slice(y, 1, 0, 49), 1, 1, 0);
        Value right = t.pad(t.slice(y, 1, 1, 50), 1, 0, 1);
        Value source = t.mul(t.mul(y, y), t.affine(y, -10, 10));
        return t.combine(new double[] {2601, -5202, 2601, 1}, left, y, right, source);
    });

    static Stream<LinearAlgebra> algebras() {
        return Stream.of(
                LinearAlgebra.automatic(), LinearAlgebra.banded(), LinearAlgebra.sparse(), LinearAlgebra.krylov());
    }

    @ParameterizedTest
    @MethodSource("algebras")
    void linearAlgebra_isAMatterOfSpeedOnly(LinearAlgebra algebra) {
        double[] start = IntStream.rangeClosed(1, 50)
                .mapToDouble(i -> 3 * Math.sin(i * Math.PI / 51))
                .toArray();
        Solution dense = solve(new Bdf().with(LinearAlgebra.dense()), FRONT, 0, 0.3, 1e-6, start);
        Solution other = solve(new Bdf().with(algebra), FRONT, 0, 0.3, 1e-6, start);
        assertArrayEquals(dense.last(), other.last(), 1e-5); // both are right to about this
        assertTrue(other.statistics().steps() < 1.2 * dense.statistics().steps(), "" + other.statistics());
    }

    /* Two states that turn 200 radians a unit of time and are damped slowly: eigenvalues near the imaginary axis. */
    private static final Field TURNING = Field.of(3, List.of(), (t, time, y, p) -> {
        Value a = t.slice(y, 1, 0, 1);
        Value b = t.slice(y, 1, 1, 2);
        Value c = t.slice(y, 1, 2, 3);
        return t.concat(
                1,
                t.combine(new double[] {-1, -200}, a, b),
                t.combine(new double[] {200, -1}, a, b),
                t.sub(t.scale(t.sub(c, t.cos(time)), -1.0), t.sin(time)));
    });

    @Test
    void stiffOscillation_needsALowOrder() {
        Solution low = solve(new Bdf().upTo(2), TURNING, 0, 40, 1e-6, 1e-4, 0, 1);
        Solution high = solve(new Bdf(), TURNING, 0, 40, 1e-6, 1e-4, 0, 1);
        assertEquals(Math.cos(40), low.last()[2], 1e-4); // 100 times the tolerance
        assertEquals(Math.cos(40), high.last()[2], 1e-4);
        // The high orders are not stable there: the error control keeps them right by steps of a part of a turn.
        assertTrue(
                3 * low.statistics().steps() < high.statistics().steps(),
                low.statistics() + " and " + high.statistics());
    }

    @Test
    void singularMatrix_isSaidToBeOne() {
        // The second equation does not know the second state: no index will do.
        Field field = Dae.diagonal(
                Field.of(2, List.of(), (t, time, y, p) -> {
                    Value x = t.slice(y, 1, 0, 1);
                    return t.concat(1, t.neg(x), x);
                }),
                1,
                0);
        Outcome outcome = Solve.with(new Bdf(), PidController.of(1e-6, 1e-6)).run(field, 0, 1, one(1, 1));
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, outcome);
        assertTrue(failed.message().contains("singular"), failed.message());
    }

    @Test
    void iterationThatDoesNotConverge_isAFailure() {
        // With steps of one length nothing can be made shorter where the oscillator jumps.
        StiffProblems problem = StiffProblems.vanDerPol();
        Outcome outcome = Solve.with(new Bdf(), new ConstantSteps(50))
                .run(problem.field(), 0, 2000, one(problem.start()), problem.parameters());
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, outcome);
        assertEquals(Outcome.Reason.NEWTON, failed.reason());
        assertTrue(failed.message().contains("does not converge"), failed.message());
        assertTrue(failed.time() > 0 && failed.time() < 1000, failed.message()); // it jumps at about 807
    }

    @Test
    void derivativeThatIsNoNumber_isAFailureWithTheOperation() {
        // The logarithm ends at 1, where the solution arrives in finite time.
        Field field = Field.of(1, List.of(), (t, time, y, p) -> t.log(t.shift(t.neg(y), 1)));
        Outcome outcome = Solve.with(new Bdf(), PidController.of(1e-6, 1e-6))
                .run(
                        Field.of(
                                1,
                                List.of(),
                                (t, time, y, p) ->
                                        t.sub(t.fill(2, y.shape()), t.scale(field.write(t, time, y, p), 1e-3))),
                        0,
                        2,
                        one(0));
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, outcome);
        assertTrue(failed.message().contains("log"), failed.message());
    }

    @Test
    void orders_areChecked() {
        assertThrows(IllegalArgumentException.class, () -> Bdf.ofOrder(6));
        assertThrows(IllegalArgumentException.class, () -> new Bdf().upTo(0));
    }
}
