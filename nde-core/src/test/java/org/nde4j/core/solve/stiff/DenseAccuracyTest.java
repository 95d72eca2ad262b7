package org.nde4j.core.solve.stiff;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.core.array.Array;
import org.nde4j.core.equation.Dae;
import org.nde4j.core.equation.Field;
import org.nde4j.core.equation.Split;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.ConstantSteps;
import org.nde4j.core.solve.Convergence;
import org.nde4j.core.solve.DenseOutput;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.SaveAt;
import org.nde4j.core.solve.Solution;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.StepController;
import org.nde4j.core.solve.StiffProblems;
import org.nde4j.core.solve.Tolerance;

/** How accurate diagonally implicit methods are within their steps. */
class DenseAccuracyTest {
    private static final int INTERIOR = 20;

    /** Newton errors of 1e-14, so that they play no role. */
    private static final Tolerance FINE = Tolerance.of(1e-12, 1e-12);

    /**
     * A problem and its solution.
     *
     * @param solution null where it is found by a solve with a small tolerance
     */
    record Problem(
            String name, Field field, double end, double[] start, DoubleFunction<double[]> solution, double[]... p) {
        DoubleFunction<double[]> truth() {
            return solution == null ? reference()::at : solution;
        }

        private DenseOutput reference() {
            return Solve.with(new RadauIIA9(), PidController.of(1e-11, 1e-11))
                    .saving(SaveAt.dense())
                    .run(field, 0, end, Array.matrix(new double[][] {start}), p)
                    .orThrow()
                    .dense();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Errors at the ends of steps and between them, the greatest. */
    record Errors(double ends, double within) {
        static Errors of(DiagonallyImplicitRungeKutta method, StepController control, Problem problem) {
            Solution s = Solve.with(method, control)
                    .saving(SaveAt.all(SaveAt.steps(1), SaveAt.dense()))
                    .run(problem.field, 0, problem.end, Array.matrix(new double[][] {problem.start}), problem.p)
                    .orThrow();
            double[] times = s.times();
            DoubleFunction<double[]> truth = problem.truth();
            double ends = 0;
            double within = 0;
            for (int k = 0; k < times.length; k++) {
                ends = Math.max(ends, distance(s.states()[k], truth.apply(times[k])));
                for (int j = 1; k > 0 && j <= INTERIOR; j++) {
                    double t = times[k - 1] + (times[k] - times[k - 1]) * j / (INTERIOR + 1);
                    within = Math.max(within, distance(s.dense().at(t), truth.apply(t)));
                }
            }
            return new Errors(ends, within);
        }

        private static double distance(double[] y, double[] truth) {
            double most = 0;
            for (int i = 0; i < y.length; i++) {
                most = Math.max(most, Math.abs(y[i] - truth[i]) / (1 + Math.abs(truth[i])));
            }
            return most;
        }
    }

    private static double[] one(double y) {
        return new double[] {y};
    }

    /** y' = cos t + sin^3 t - y^3. */
    static final Problem DRIVEN = new Problem(
            "driven",
            Field.of(
                    1, List.of(), (t, time, y, p) -> t.sub(t.add(t.cos(time), t.power(t.sin(time), 3)), t.power(y, 3))),
            6,
            one(0),
            t -> one(Math.sin(t)));

    /** Van der Pol's oscillator while it relaxes. */
    static final Problem RELAXATION =
            new Problem("van der Pol", StiffProblems.VAN_DER_POL, 500, new double[] {2, 0}, null, one(1000));

    private static final Field DIFFUSION = Field.of(20, List.of(), (t, time, y, p) -> {
        Value edge = t.fill(0, y.shape().with(1, 1));
        Value left = t.concat(1, edge, t.slice(y, 1, 0, 19));
        Value right = t.concat(1, t.slice(y, 1, 1, 20), edge);
        return t.scale(t.combine(new double[] {1, -2, 1}, left, y, right), 441);
    });

    /** Diffusion, and a reaction that a source drives, on 20 places: eigenvalues down to -1760. */
    static final Problem DIFFUSING = new Problem(
            "reaction and diffusion",
            new Split(
                    Field.of(20, List.of(), (t, time, y, p) -> {
                        Value grows = t.mul(t.sub(y, t.mul(y, y)), t.shift(y, -0.2));
                        return t.combine(new double[] {30, 5}, grows, t.like(t.sin(t.scale(time, 3)), y));
                    }),
                    DIFFUSION),
            2,
            IntStream.rangeClosed(1, 20)
                    .mapToDouble(i -> Math.sin(Math.PI * i / 21))
                    .toArray(),
            null);

    /** y' = -y^2 / 2 explicitly, -y^2 sin(t) / 2 implicitly. */
    static final Problem BENDING = new Problem(
            "bending",
            new Split(
                    Field.of(1, List.of(), (t, time, y, p) -> t.scale(t.mul(y, y), -0.5)),
                    Field.of(1, List.of(), (t, time, y, p) -> t.scale(t.mul(t.mul(y, y), t.sin(time)), -0.5))),
            10,
            one(1),
            t -> one(2 / (3 + t - Math.cos(t))));

    /** y' = -sin t explicitly, -1e4 (y - cos t) implicitly. */
    static final Problem RELAXING = new Problem(
            "relaxing",
            new Split(
                    Field.of(1, List.of(), (t, time, y, p) -> t.neg(t.sin(time))),
                    Field.of(1, List.of(), (t, time, y, p) -> t.scale(t.sub(y, t.cos(time)), -1e4))),
            3,
            one(1),
            t -> one(Math.cos(t)));

    /** y' = cos t - 1e6 (y - sin t). */
    static final Problem PROTHERO_ROBINSON = new Problem(
            "Prothero-Robinson",
            Field.of(1, List.of(), (t, time, y, p) -> t.add(t.scale(t.sub(y, t.sin(time)), -1e6), t.cos(time))),
            1,
            one(0),
            t -> one(Math.sin(t)));

    static Stream<DiagonallyImplicitRungeKutta> methods() {
        return DiagonallyImplicitTest.stiff().filter(m -> m.order() > 1);
    }

    /** Those whose dense output is made for split fields. */
    static Stream<DiagonallyImplicitRungeKutta> pairs() {
        return Stream.of(new KenCarp3(), new KenCarp4(), new KenCarp5());
    }

    static Stream<Arguments> problems() {
        return methods()
                .flatMap(m -> Stream.of(DRIVEN, RELAXATION, DIFFUSING, BENDING).map(p -> Arguments.of(m, p)));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void interior_isAboutAsAccurateAsTheSteps(DiagonallyImplicitRungeKutta method, Problem problem) {
        for (double tolerance : method.order() == 2 ? new double[] {1e-4} : new double[] {1e-4, 1e-6}) {
            Errors e = Errors.of(method, PidController.of(tolerance, tolerance), problem);
            // Hermite's interpolant on the slopes of KenCarp5 leaves 50 times this sum where steps are long.
            assertTrue(e.within <= 30 * e.ends + tolerance, method + " at " + tolerance + ": " + e);
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void interior_isAboutAsAccurateAsTheStepsWhereAStiffPartRelaxes(DiagonallyImplicitRungeKutta method) {
        for (double tolerance : new double[] {1e-4, 1e-6}) {
            Errors e = Errors.of(method, PidController.of(tolerance, tolerance), RELAXING);
            // With the slopes at both ends, which are errors times 1e4, it is 300 times and more.
            assertTrue(e.within <= 30 * e.ends + tolerance, method + " at " + tolerance + ": " + e);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void interior_followsAVeryStiffField(DiagonallyImplicitRungeKutta method) {
        Errors e =
                Errors.of(method.with(StageSolver.standard().tuned(FINE)), new ConstantSteps(0.1), PROTHERO_ROBINSON);
        // Steps end where the field is at rest; within them it is h^3 for stages of order 2, h^2 for one of order 1.
        double h = method instanceof Sdirk2 ? 2e-4 : 2e-5;
        boolean higher = method instanceof KenCarp4 || method instanceof KenCarp5; // their stages tell h^3 there, too
        assertTrue(e.within < (higher ? 1e-7 : h), method + ": " + e);
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

    private static double[] constrained(double t) {
        double x = 1 / (1 + Math.exp(t));
        return new double[] {x, x * x};
    }

    /* The greatest error of one state within a step from the solution, over several steps. */
    private static double local(
            DiagonallyImplicitRungeKutta method, Field field, DoubleFunction<double[]> truth, int state, double h) {
        double most = 0;
        for (double from : new double[] {0.2, 0.6, 1.0, 1.4}) {
            DenseOutput dense = Solve.with(method.with(StageSolver.standard().tuned(FINE)), new ConstantSteps(h))
                    .saving(SaveAt.dense())
                    .run(field, from, from + h, Array.matrix(new double[][] {truth.apply(from)}))
                    .orThrow()
                    .dense();
            for (double theta : new double[] {0.15, 0.35, 0.5, 0.7, 0.9}) {
                double t = from + theta * h;
                most = Math.max(most, Math.abs(dense.at(t)[state] - truth.apply(t)[state]));
            }
        }
        return most;
    }

    private static double order(
            DiagonallyImplicitRungeKutta method, Field field, DoubleFunction<double[]> truth, int state) {
        return Convergence.slope(new int[] {8, 12, 16, 24}, n -> local(method, field, truth, state, 1.0 / n));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void denseOrder_holdsForSplitFields(DiagonallyImplicitRungeKutta method) {
        double order = order(method, BENDING.field, BENDING.solution, 0);
        // Over one step it is one more; few, coarse steps.
        assertTrue(order > method.denseOrder() + 0.65, method + ": " + order);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void denseOrder_holdsForDifferentialStatesWithAMassMatrix(DiagonallyImplicitRungeKutta method) {
        double order = order(method, CONSTRAINED, DenseAccuracyTest::constrained, 0);
        // Over one step it is one more; few, coarse steps.
        assertTrue(order > method.denseOrder() + 0.65, method + ": " + order);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void algebraicStates_areInterpolatedToOrderTwoOrThree(DiagonallyImplicitRungeKutta method) {
        double order = order(method, CONSTRAINED, DenseAccuracyTest::constrained, 1);
        boolean higher = method instanceof KenCarp4 || method instanceof KenCarp5;
        int expected = higher ? 3 : method instanceof Sdirk2 ? 1 : 2; // its first stage is of order 1
        // Over one step it is one more; few, coarse steps.
        assertTrue(order > expected + 0.65, method + ": " + order);
    }
}
