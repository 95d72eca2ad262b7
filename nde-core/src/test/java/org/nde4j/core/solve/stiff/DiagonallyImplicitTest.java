package org.nde4j.core.solve.stiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.core.adjoint.DifferentiableSolve;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Dae;
import org.nde4j.core.equation.Field;
import org.nde4j.core.equation.Split;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.ConstantSteps;
import org.nde4j.core.solve.Convergence;
import org.nde4j.core.solve.GridSolve;
import org.nde4j.core.solve.Outcome;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.Problems;
import org.nde4j.core.solve.SaveAt;
import org.nde4j.core.solve.Solution;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.Tolerance;

class DiagonallyImplicitTest {
    /** Newton errors of 1e-14, so that they play no role. */
    private static final Tolerance FINE = Tolerance.of(1e-12, 1e-12);

    static Stream<DiagonallyImplicitRungeKutta> methods() {
        return Stream.of(
                new ImplicitEuler(),
                new Trapezoid(),
                new ImplicitMidpoint(),
                new Sdirk2(),
                new TrBdf2(),
                new Kvaerno3(),
                new Kvaerno4(),
                new Kvaerno5(),
                new KenCarp3(),
                new KenCarp4(),
                new KenCarp5(),
                new Sil3());
    }

    static Stream<DiagonallyImplicitRungeKutta> adaptive() {
        return methods().filter(DiagonallyImplicitRungeKutta::estimatesError);
    }

    static Stream<DiagonallyImplicitRungeKutta> stiff() {
        return adaptive().filter(m -> m.tableau().isStifflyAccurate() && !(m instanceof Trapezoid));
    }

    static Stream<DiagonallyImplicitRungeKutta> pairs() {
        return methods().filter(m -> m.tableau().explicit() != null);
    }

    private static Array one(double... y) {
        return Array.matrix(new double[][] {y});
    }

    /** y' = -y^2 (1 + sin t) / 2, nonlinear and not autonomous: y = 2 / (2 + t + 1 - cos t). */
    private static final Field BENDING =
            Field.of(1, List.of(), (t, time, y, p) -> t.scale(t.mul(t.mul(y, y), t.shift(t.sin(time), 1)), -0.5));

    private static double bending(double t) {
        return 2 / (3 + t - Math.cos(t));
    }

    private static int[] range(DiagonallyImplicitRungeKutta method) {
        // Fine enough to be in the asymptotic range, coarse enough to stay above rounding.
        return method.order() >= 5 ? new int[] {40, 48, 56, 64} : new int[] {32, 48, 64, 96};
    }

    @ParameterizedTest
    @MethodSource("adaptive")
    void adaptiveSolve_meetsItsTolerance(DiagonallyImplicitRungeKutta method) {
        for (double tol : new double[] {1e-4, 1e-6}) {
            double[] y = Solve.with(method, PidController.of(tol, tol))
                    .run(BENDING, 0, 10, one(1))
                    .orThrow()
                    .last();
            double error = Math.abs(y[0] - bending(10));
            // Local tolerance, ten time units; the method of order 1 needs thousands of steps.
            assertTrue(error < (method.order() == 1 ? 1000 : 100) * tol, method + " at " + tol + ": " + error);
        }
    }

    /** x' = z - x, 0 = exp(z) (z - x^2): x = 1 / (1 + exp t), z = x^2. */
    private static final Field CONSTRAINED = Dae.diagonal(
            Field.of(2, List.of(), (t, time, y, p) -> {
                Value x = t.slice(y, 1, 0, 1);
                Value z = t.slice(y, 1, 1, 2);
                return t.concat(1, t.sub(z, x), t.mul(t.exp(z), t.sub(z, t.mul(x, x))));
            }),
            1,
            0);

    private static double logistic(double t) {
        return 1 / (1 + Math.exp(t));
    }

    @ParameterizedTest
    @MethodSource("stiff")
    void algebraicEquation_isSolvedAdaptivelyAndInterpolated(DiagonallyImplicitRungeKutta method) {
        Solution s = Solve.with(method, PidController.of(1e-6, 1e-8))
                .saving(SaveAt.times(0.7, 1.9, 4))
                .run(CONSTRAINED, 0, 4, one(0.5, 0.25))
                .orThrow();
        for (int i = 0; i < 3; i++) {
            double x = logistic(s.times()[i]);
            // 100 times the tolerance at the end; within steps the lowest orders are 1 and 2
            double bound = s.times()[i] == 4 ? 1e-4 : 1e-3;
            assertEquals(x, s.states()[i][0], bound, method + "");
            assertEquals(x * x, s.states()[i][1], bound, method + "");
        }
    }

    /** y' = -y^2 / 2 explicitly, -y^2 sin(t) / 2 implicitly. */
    private static final Field SPLIT = new Split(
            Field.of(1, List.of(), (t, time, y, p) -> t.scale(t.mul(y, y), -0.5)),
            Field.of(1, List.of(), (t, time, y, p) -> t.scale(t.mul(t.mul(y, y), t.sin(time)), -0.5)));

    @ParameterizedTest
    @MethodSource("pairs")
    void splitField_isSolvedWithTheOrderOfThePair(DiagonallyImplicitRungeKutta method) {
        double order = Convergence.slope(
                range(method),
                n -> Convergence.greatestError(
                        method.with(StageSolver.standard().tuned(FINE)),
                        SPLIT,
                        3,
                        n,
                        new double[] {1},
                        DiagonallyImplicitTest::bending));
        assertEquals(method.order(), order, 0.2, method + "");
        double error = Convergence.error(method, SPLIT, 0, 3, 100, new double[] {1}, bending(3));
        double whole = Convergence.error(method, BENDING, 0, 3, 100, new double[] {1}, bending(3));
        assertTrue(error != whole, "the explicit part is stepped explicitly");
    }

    /** Stiff relaxation of y to cos t, and explicitly what moves it: y' = -1e4 (y - cos t) - sin t. */
    private static final Split RELAXING = new Split(
            Field.of(1, List.of(), (t, time, y, p) -> t.neg(t.sin(time))),
            Field.of(1, List.of(), (t, time, y, p) -> t.scale(t.sub(y, t.cos(time)), -1e4)));

    @ParameterizedTest
    @MethodSource("pairs")
    void stiffPart_doesNotShortenTheSteps(DiagonallyImplicitRungeKutta method) {
        // An explicit method would need 1e4 steps to be stable.
        double worst = Convergence.greatestError(
                method.with(StageSolver.standard().tuned(FINE)), RELAXING, 2, 20, new double[] {1}, Math::cos);
        assertTrue(worst < 1e-2, method + ": " + worst); // the order of stiff stages, h^2
        Solution s = Solve.with(method, PidController.of(1e-5, 1e-5))
                .run(RELAXING, 0, 2, one(1))
                .orThrow();
        assertEquals(Math.cos(2), s.last()[0], 2e-3); // 200 times the tolerance: stiff stages lose order
        assertTrue(s.statistics().steps() < 500, method + ": " + s.statistics());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void explicitPart_isNotIterated(DiagonallyImplicitRungeKutta method) {
        Field still = Field.of(1, List.of(), (t, time, y, p) -> t.fill(0, y.shape()));
        Field explicit = new Split(Problems.OSCILLATING_GROWTH, still);
        double[] steps = Solve.with(method.with(StageSolver.standard().tuned(FINE)), new ConstantSteps(0.5))
                .run(explicit, 0, 0.5, one(1))
                .orThrow()
                .last();
        // One step by the explicit tableau alone, by hand.
        ImplicitTableau.Weights part = method.tableau().explicit();
        double[] c = part.nodes();
        double[] slopes = new double[c.length];
        for (int i = 0; i < c.length; i++) {
            slopes[i] = 0.5 * Math.cos(0.5 * c[i]) * (1 + part.times(i, slopes));
        }
        double end = 1;
        for (int i = 0; i < c.length; i++) {
            end += part.b()[i] * slopes[i];
        }
        assertEquals(end, steps[0], 1e-11); // nodes as published, with some 13 digits
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void splitField_isSolvedAdaptively(DiagonallyImplicitRungeKutta method) {
        Solution s = Solve.with(method, PidController.of(1e-6, 1e-6))
                .saving(SaveAt.times(1.1, 5.3, 10))
                .run(SPLIT, 0, 10, one(1))
                .orThrow();
        for (int i = 0; i < 3; i++) {
            // 100 times the tolerance
            assertEquals(bending(s.times()[i]), s.states()[i][0], 1e-4, method + "");
        }
    }

    /** Van der Pol's oscillator with one parameter. */
    private static final Field LIMIT_CYCLE = Field.of(2, List.of(Shape.of(1)), (t, time, y, p) -> {
        Value x = t.slice(y, 1, 0, 1);
        Value v = t.slice(y, 1, 1, 2);
        Value damping = t.mul(t.affine(t.mul(x, x), -1, 1), v);
        return t.concat(1, v, t.sub(t.mul(t.like(p.get(0), v), damping), x));
    });

    /** A slope whose Jacobian at one point says nothing of the next. */
    private static final Field KINKED = Field.of(
            1, List.of(), (t, time, y, p) -> t.neg(t.scale(t.mul(t.exp(t.scale(y, 3)), t.sin(t.scale(y, 40))), 30)));

    @Test
    void failedIteration_isAFailureWithAReasonAtConstantSteps() {
        Outcome outcome = Solve.with(new Kvaerno5(), new ConstantSteps(1)).run(KINKED, 0, 2, one(1));
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, outcome);
        assertTrue(failed.message().contains("Newton iteration, which did not converge"), failed.message());
    }

    @Test
    void failedIteration_isARejectedStepUnderControl() {
        Solution s = Solve.with(new Kvaerno5(), PidController.of(1e-6, 1e-6).withFirstStep(1))
                .run(KINKED, 0, 2, one(1))
                .orThrow();
        Solution fine = Solve.with(new Kvaerno5(), PidController.of(1e-9, 1e-9).withFirstStep(1e-4))
                .run(KINKED, 0, 2, one(1))
                .orThrow();
        assertTrue(s.statistics().rejected() > 0);
        assertEquals(fine.last()[0], s.last()[0], 1e-4); // 100 times the tolerance
    }

    @Test
    void work_isCounted() {
        Solution s = Solve.with(new Kvaerno5(), new ConstantSteps(0.1))
                .run(Problems.CIRCLE, 0, 1, one(1, 0))
                .orThrow();
        // Linear: the first iteration finds the answer, the second sees it; six stages in ten steps.
        assertEquals(120, s.statistics().work().iterations());
        assertEquals(121, s.statistics().work().evaluations());
        assertEquals(10, s.statistics().work().jacobians());
        assertEquals(10, s.statistics().work().factorizations());
    }

    @Test
    void linearAlgebra_makesNoDifferenceButForRounding() {
        for (LinearAlgebra algebra :
                List.of(LinearAlgebra.banded(), LinearAlgebra.sparse(), LinearAlgebra.krylov(30, 300, 1e-13))) {
            double[] y = Solve.with(new Kvaerno5().with(algebra).tuned(FINE), new ConstantSteps(0.1))
                    .run(LIMIT_CYCLE, 0, 1, one(1, 0.5), new double[] {5})
                    .orThrow()
                    .last();
            double[] dense = Solve.with(new Kvaerno5().tuned(FINE), new ConstantSteps(0.1))
                    .run(LIMIT_CYCLE, 0, 1, one(1, 0.5), new double[] {5})
                    .orThrow()
                    .last();
            assertArrayEquals(dense, y, 1e-10, algebra + ""); // a few roundings, and where the iteration stops
        }
    }

    /** Van der Pol's oscillator, its damping implicit. */
    private static final Field SPLIT_CYCLE = new Split(
            Field.of(2, List.of(Shape.of(1)), (t, time, y, p) -> {
                Value x = t.slice(y, 1, 0, 1);
                return t.concat(1, t.slice(y, 1, 1, 2), t.add(t.neg(x), t.mul(t.like(p.get(0), x), t.sin(time))));
            }),
            Field.of(2, List.of(Shape.of(1)), (t, time, y, p) -> {
                Value x = t.slice(y, 1, 0, 1);
                Value damping = t.mul(t.affine(t.mul(x, x), -1, 1), t.slice(y, 1, 1, 2));
                return t.concat(1, t.fill(0, x.shape()), t.mul(t.like(p.get(0), x), damping));
            }));

    /** x' = z - x, 0 = z - a x^2 - a sin t. */
    private static final Field DRIVEN_DAE = Dae.diagonal(
            Field.of(2, List.of(Shape.of(1)), (t, time, y, p) -> {
                Value x = t.slice(y, 1, 0, 1);
                Value z = t.slice(y, 1, 1, 2);
                Value a = t.like(p.get(0), x);
                return t.concat(1, t.sub(z, x), t.sub(z, t.mul(a, t.add(t.mul(x, x), t.sin(time)))));
            }),
            1,
            0);

    @ParameterizedTest
    @MethodSource("pairs")
    void gradientOfASplitField_agreesWithCentralDifferences(DiagonallyImplicitRungeKutta method) {
        Solve solve = Solve.with(method.with(StageSolver.standard().tuned(FINE)), new ConstantSteps(0.2))
                .saving(SaveAt.times(0.13, 0.7, 1));
        gradient(DifferentiableSolve.of(solve, SPLIT_CYCLE, 2, 0, 1), 1.3, 1.7, 0.4, -0.3, 1.2);
    }

    @ParameterizedTest
    @MethodSource("stiff")
    void gradientOfAnAlgebraicEquation_agreesWithCentralDifferences(DiagonallyImplicitRungeKutta method) {
        double[][] times = {{0, 0.5, 1}, {0, 0.4, 0.9}};
        GridSolve grid = new GridSolve(method.with(StageSolver.standard().tuned(FINE)), times, 3);
        gradient(DifferentiableSolve.of(grid, DRIVEN_DAE, 2), 0.4, 0.5, 0.1, 0.3, 0.036);
    }

    /* Two trajectories of two states, one parameter. */
    private static void gradient(DifferentiableSolve map, double parameter, double... start) {
        double[] weights = new double[map.outputs().get(0).size()];
        Arrays.setAll(weights, i -> Math.sin(1 + i));
        double[][] gradient = map.at(new double[][] {start, {parameter}}).pull(new double[][] {weights});
        double h = 1e-5;
        for (int i = 0; i < 5; i++) {
            double[] values = new double[2];
            for (int side = 0; side < 2; side++) {
                double[][] point = {start.clone(), {parameter}};
                point[i < 4 ? 0 : 1][i % 4] += side == 0 ? h : -h;
                values[side] = dot(weights, map.at(point).outputs()[0]);
            }
            double difference = (values[0] - values[1]) / (2 * h);
            double found = gradient[i < 4 ? 0 : 1][i % 4];
            // h^2 and Newton errors of 1e-14 over h
            assertEquals(difference, found, 1e-7 * Math.max(1, Math.abs(difference)), "input " + i);
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void work_isCountedOnceTheStepIsCompiledToo() {
        Solution s = Solve.with(new Kvaerno5(), new ConstantSteps(0.001))
                .run(Problems.CIRCLE, 0, 10, one(1, 0))
                .orThrow();
        assertTrue(s.statistics().work().iterations() >= 60_000, s.statistics() + "");
    }
}
