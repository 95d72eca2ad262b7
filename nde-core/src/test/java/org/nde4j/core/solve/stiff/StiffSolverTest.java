package org.nde4j.core.solve.stiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.core.adjoint.DifferentiableSolve;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Dae;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.ConstantSteps;
import org.nde4j.core.solve.Convergence;
import org.nde4j.core.solve.DenseOutput;
import org.nde4j.core.solve.GridSolve;
import org.nde4j.core.solve.Ledger;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.ProgramStepper;
import org.nde4j.core.solve.SaveAt;
import org.nde4j.core.solve.Solution;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.Solver;
import org.nde4j.core.solve.StiffProblems;
import org.nde4j.core.solve.Tolerance;
import org.nde4j.core.solve.methods.Methods;

/** What every stiff method whose step is a program promises. */
class StiffSolverTest {
    /** Eigenvalues -1/2 + 3i, -1/2 - 3i and -2. */
    private static final Field SPECTRUM = Field.of(3, List.of(), (t, time, y, p) -> {
        Value x = t.column(y, 0);
        Value v = t.column(y, 1);
        return t.columns(List.of(
                t.combine(new double[] {-0.5, -3}, x, v),
                t.combine(new double[] {3, -0.5}, x, v),
                t.scale(t.column(y, 2), -2)));
    });

    /** y' = cos t + sin^3 t - y^3 with y = sin t. */
    private static final Field DRIVEN = Field.of(
            1, List.of(), (t, time, y, p) -> t.sub(t.add(t.cos(time), t.power(t.sin(time), 3)), t.power(y, 3)));

    /** y' = 2 cos t - z, 0 = z - y^3 + sin^3 t - cos t: y = sin t, z = cos t. */
    private static final Field ALGEBRAIC = Dae.diagonal(
            Field.of(2, List.of(), (t, time, y, p) -> {
                Value z = t.column(y, 1);
                Value cos = t.column(t.cos(time), 0);
                Value cubes = t.sub(t.power(t.column(y, 0), 3), t.power(t.column(t.sin(time), 0), 3));
                return t.columns(List.of(t.combine(new double[] {2, -1}, cos, z), t.sub(t.sub(z, cubes), cos)));
            }),
            1,
            0);

    /** Stages to about 1e-13, so that orders can be seen. */
    private static final StageSolver ACCURATE = StageSolver.standard().tuned(Tolerance.of(1e-11, 1e-11));

    private static final Set<String> CONSERVING =
            Set.of("Trapezoid", "ImplicitMidpoint", "GaussLegendre4", "GaussLegendre6");

    /** Two trajectories of the van der Pol oscillator with mu = 20. */
    private static final double[] STARTS = {2, 0, 1.5, -0.5};

    private static final double[] MU = {20};

    /** All of the list, with iterations that are accurate enough. */
    static Stream<Solver> solvers() {
        return Stream.of(
                        Methods.of(RosenbrockMethod.class),
                        Methods.of(CollocationMethod.class).map(m -> m.with(ACCURATE)),
                        Methods.of(DiagonallyImplicitRungeKutta.class).map(m -> m.with(ACCURATE)))
                .flatMap(methods -> methods);
    }

    /** Those that damp whatever is fast, and solve with mass matrices. */
    static Stream<Solver> damping() {
        return solvers().filter(solver -> !CONSERVING.contains(solver.name()));
    }

    static Stream<Solver> adaptive() {
        return solvers().filter(Solver::estimatesError);
    }

    /** Those that damp, estimate their error, and go to small tolerances. */
    static Stream<Solver> accurate() {
        return damping().filter(solver -> solver.estimatesError() && solver.order() > 1);
    }

    private static Array one(double... y) {
        return Array.matrix(new double[][] {y});
    }

    private static int[] range(Solver solver) {
        // Fine enough to be in the asymptotic range, coarse enough to stay above rounding.
        return switch (solver.order()) {
            case 9 -> new int[] {6, 7, 8, 9, 10};
            case 6 -> new int[] {12, 16, 20, 24, 32};
            case 5 -> new int[] {24, 32, 40, 48, 64};
            default -> new int[] {64, 96, 128, 192, 256};
        };
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void order_isAsDeclaredOnRealAndComplexEigenvalues(Solver solver) {
        double decay = Math.exp(-1);
        double order = Convergence.slope(
                range(solver),
                n -> Convergence.error(
                        solver,
                        SPECTRUM,
                        0,
                        2,
                        n,
                        new double[] {1, 0, 1},
                        decay * Math.cos(6),
                        decay * Math.sin(6),
                        Math.exp(-4)));
        // Rodas5P is better than declared on linear problems: its error constant there is tiny.
        assertTrue(order > solver.order() - 0.2 && order < solver.order() + 1.2, solver + ": " + order);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void order_isAsDeclaredOnANonlinearProblemThatDependsOnTime(Solver solver) {
        double order = Convergence.slope(
                range(solver), n -> Convergence.greatestError(solver, DRIVEN, 3, n, new double[] {0}, Math::sin));
        assertEquals(solver.order(), order, 0.2);
    }

    @ParameterizedTest
    @MethodSource("damping")
    void order_isKeptOnADifferentialAlgebraicEquation(Solver solver) {
        int[] steps = solver.order() == 9 ? new int[] {5, 6, 7, 8} : range(solver);
        double order = Convergence.slope(
                steps, n -> Convergence.greatestError(solver, ALGEBRAIC, 2, n, new double[] {0, 1}, Math::sin));
        assertEquals(solver.order(), order, 0.25);
        double end = Convergence.error(solver, ALGEBRAIC, 0, 2, 20, new double[] {0, 1}, Math.sin(2), Math.cos(2));
        // The algebraic state too, with h = 0.1.
        assertTrue(end < (solver.order() == 1 ? 1e-1 : 1e-2), solver + ": " + end);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void denseOutput_hasItsOrderWithinAStep(Solver solver) {
        // Over one step from the exact state the interpolant's error is of one order more than globally.
        int[] steps = solver.denseOrder() >= 4 ? new int[] {6, 8, 12, 16} : new int[] {16, 24, 32, 48};
        // The greatest over several steps, so that the leading term does not vanish by chance.
        double order = Convergence.slope(
                steps,
                n -> Stream.of(0.2, 0.6, 1.0, 1.4)
                        .mapToDouble(from -> denseError(solver, from, 1.0 / n))
                        .max()
                        .orElseThrow());
        // Few, coarse steps: the range is short, and Rodas5P and KenCarp5 begin with small coefficients; for those of
        // Rodas5P see RosenbrockTableauTest.
        double above = solver.denseOrder() == 4 ? 1.2 : 0.35;
        assertTrue(
                order > solver.denseOrder() + 0.65 && order < solver.denseOrder() + 1 + above, solver + ": " + order);
    }

    @ParameterizedTest
    @MethodSource("adaptive")
    void embeddedError_shrinksWithTheOrderOfTheStep(Solver solver) {
        int[] steps = solver instanceof Rodas5P ? new int[] {12, 16, 24, 32} : new int[] {32, 48, 64, 96};
        // The greatest of several, so that it does not vanish somewhere by chance.
        double order = Convergence.slope(
                steps,
                n -> Stream.of(0.2, 0.6, 1.0, 1.4)
                        .mapToDouble(from -> estimate(solver, from, 1.0 / n))
                        .max()
                        .orElseThrow());
        // In that of Rodas5P the leading coefficients are small, so coarse steps still see the next ones;
        // RosenbrockTableauTest has the conditions.
        double above = solver instanceof Rodas5P ? 2 : 0.35;
        assertTrue(order > solver.errorOrder() - 0.35 && order < solver.errorOrder() + above, solver + ": " + order);
    }

    private static double denseError(Solver solver, double from, double length) {
        DenseOutput dense = Solve.with(solver, new ConstantSteps(length))
                .saving(SaveAt.dense())
                .run(DRIVEN, from, from + length, one(Math.sin(from)))
                .orThrow()
                .dense();
        return Stream.of(0.15, 0.35, 0.5, 0.7, 0.9)
                .map(theta -> from + theta * length)
                .mapToDouble(t -> Math.abs(dense.at(t)[0] - Math.sin(t)))
                .max()
                .orElseThrow();
    }

    private static double estimate(Solver solver, double from, double length) {
        ProgramStepper stepper = new ProgramStepper(solver, DRIVEN, 1, Output.ERROR);
        stepper.start(from, new double[] {Math.sin(from)});
        stepper.attempt(length);
        return Math.abs(stepper.error()[0]);
    }

    @ParameterizedTest
    @MethodSource("damping")
    void protheroRobinson_isFollowedThoughItIsStiff(Solver solver) {
        // y' = lambda (y - sin t) + cos t, and y = sin t, with h lambda from -1e4 to -1e5
        Field field =
                Field.of(1, List.of(), (t, time, y, p) -> t.add(t.scale(t.sub(y, t.sin(time)), -1e6), t.cos(time)));
        int[] steps = {10, 20, 40, 80};
        double order = Convergence.slope(
                steps, n -> Convergence.greatestError(solver, field, 1, n, new double[] {0}, Math::sin));
        double worst = Convergence.greatestError(solver, field, 1, 10, new double[] {0}, Math::sin);
        assertTrue(worst < 1e-3, solver + ": " + worst); // far below the steps' length of 0.1
        assertTrue(order > 0.8 || worst < 1e-12, solver + " has order " + order + " on a stiff problem");
    }

    @ParameterizedTest
    @MethodSource("damping")
    void fastDecay_isDamped(Solver solver) {
        Field field = Field.of(1, List.of(), (t, time, y, p) -> t.scale(y, -1e6));
        double last = Convergence.error(solver, field, 0, 3, 3, new double[] {1}, 0);
        assertTrue(last < 1e-5, solver + ": " + last); // |R(z)| about 10 / |z| at most, three times
    }

    static Stream<Arguments> problems() {
        return accurate()
                .flatMap(solver -> Stream.of(
                                StiffProblems.robertson(),
                                StiffProblems.vanDerPol(),
                                StiffProblems.vanDerPolFast(),
                                StiffProblems.hires())
                        .map(problem -> Arguments.of(solver, problem)));
    }

    private static Solution solved(Solver solver, StiffProblems problem, double tolerance) {
        double[] scales = Arrays.stream(problem.reference())
                .map(r -> 1e-2 * tolerance * Math.abs(r))
                .toArray();
        return Solve.with(solver, PidController.of(new Tolerance(tolerance, scales, Tolerance.Norm.ROOT_MEAN_SQUARE)))
                .run(problem.field(), 0, problem.end(), one(problem.start()), problem.parameters())
                .orThrow();
    }

    private static double[] tolerances(Solver solver) {
        return solver.order() <= 3 ? new double[] {1e-3, 1e-5} : new double[] {1e-4, 1e-6, 1e-8};
    }

    @ParameterizedTest
    @MethodSource("problems")
    void stiffProblem_endsWhereItShould(Solver solver, StiffProblems problem) {
        for (double tolerance : tolerances(solver)) {
            Solution s = solved(solver, problem, tolerance);
            double error = problem.error(s.last());
            // Local tolerance, many steps, one sharp change of the solution after the other.
            // HIRES ends within one, which methods of long steps feel.
            double most = solver instanceof DiagonallyImplicitRungeKutta ? 300 : 100;
            assertTrue(error < most * tolerance, solver + " at " + tolerance + ": " + error);
        }
    }

    @ParameterizedTest
    @MethodSource("accurate")
    void akzo_endsWhereItShould(Solver solver) {
        StiffProblems problem = StiffProblems.akzo();
        for (double tolerance : tolerances(solver)) {
            double error = problem.error(solved(solver, problem, tolerance).last());
            assertTrue(error < 100 * tolerance, solver + " at " + tolerance + ": " + error);
        }
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void gradient_agreesWithCentralDifferences(Solver solver) {
        Solve solve = Solve.with(solver, new ConstantSteps(0.05)).saving(SaveAt.times(0.12, 0.6, 1.5, 2));
        DifferentiableSolve map = DifferentiableSolve.of(solve, StiffProblems.VAN_DER_POL, 2, 0, 2);
        double[] weights = new double[16];
        Arrays.setAll(weights, i -> Math.sin(1 + i));
        double[][] gradient = map.at(new double[][] {STARTS, MU}).pull(new double[][] {weights});
        double h = 1e-5;
        for (int i = 0; i < 5; i++) {
            double[][] ahead = {STARTS.clone(), MU.clone()};
            double[][] behind = {STARTS.clone(), MU.clone()};
            ahead[i / 4][i % 4] += h;
            behind[i / 4][i % 4] -= h;
            double plus = dot(weights, map.at(ahead).outputs()[0]);
            double difference = (plus - dot(weights, map.at(behind).outputs()[0])) / (2 * h);
            // h^2, and stages to 1e-13 divided by h: about 1e-8.
            assertEquals(difference, gradient[i / 4][i % 4], 1e-6, solver + ", input " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("damping")
    void gradient_ofAnAlgebraicEquationAgreesWithCentralDifferences(Solver solver) {
        // y' = 2 cos t - z, 0 = z - k y^3 - cos t: the start is consistent whatever k is
        Field field = Dae.diagonal(
                Field.of(2, List.of(Shape.of(1)), (t, time, y, p) -> {
                    Value z = t.column(y, 1);
                    Value cos = t.column(t.cos(time), 0);
                    Value cube = t.power(t.column(y, 0), 3);
                    Value bent = t.mul(t.like(p.get(0), cube), cube);
                    return t.columns(List.of(t.combine(new double[] {2, -1}, cos, z), t.sub(t.sub(z, bent), cos)));
                }),
                1,
                0);
        Solve solve = Solve.with(solver, new ConstantSteps(0.1)).saving(SaveAt.times(0.55, 2));
        DifferentiableSolve map = DifferentiableSolve.of(solve, field, 1, 0, 2);
        double[] start = {0, 1};
        double[] weights = {1, 0.5, -0.3, 0.7};
        double h = 1e-5;
        double plus = dot(weights, map.at(new double[][] {start, {1.3 + h}}).outputs()[0]);
        double minus = dot(weights, map.at(new double[][] {start, {1.3 - h}}).outputs()[0]);
        double[][] gradient = map.at(new double[][] {start, {1.3}}).pull(new double[][] {weights});
        assertTrue(Math.abs(gradient[1][0]) > 1e-2);
        // h^2, and stages to 1e-13 divided by h: about 1e-8.
        assertEquals((plus - minus) / (2 * h), gradient[1][0], 1e-6);
    }

    @Test
    void rodas5P_goesOnWithAnyLinearAlgebraAlike() {
        StiffProblems problem = StiffProblems.hires();
        double[] dense = last(new Rodas5P(LinearAlgebra.dense()), problem);
        for (LinearAlgebra algebra :
                List.of(LinearAlgebra.banded(), LinearAlgebra.sparse(), new Krylov(8, 40, 1e-12))) {
            double[] other = last(new Rodas5P(algebra), problem);
            for (int i = 0; i < dense.length; i++) {
                // Rounding may change the steps, and the tolerance is 1e-7.
                assertEquals(dense[i], other[i], 1e-6 * Math.abs(dense[i]), algebra.toString());
            }
        }
    }

    private static double[] last(Solver solver, StiffProblems problem) {
        return Solve.with(solver, PidController.of(Tolerance.of(1e-7, 1e-12)))
                .run(problem.field(), 0, 20, one(problem.start()), problem.parameters())
                .orThrow()
                .last();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum = Math.fma(a[i], b[i], sum);
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void row_hasTheSameBitsInAnyBatch(Solver solver) {
        Output output = new Output(solver.estimatesError(), false, true);
        ProgramStepper together = new ProgramStepper(solver, StiffProblems.VAN_DER_POL, 2, output);
        ProgramStepper alone = new ProgramStepper(solver, StiffProblems.VAN_DER_POL, 1, output);
        for (int row = 0; row < 2; row++) {
            advance(together, STARTS);
            advance(alone, Arrays.copyOfRange(STARTS, 2 * row, 2 * row + 2));
            assertArrayEquals(alone.state(), Arrays.copyOfRange(together.state(), 2 * row, 2 * row + 2));
            for (int i = 0; i < 2; i++) {
                assertTrue(Double.isFinite(alone.state()[i]));
                assertEquals(alone.piece(1)[i], together.piece(1)[2 * row + i]);
                assertTrue(!output.error() || alone.error()[i] == together.error()[2 * row + i]);
            }
        }
    }

    private static void advance(ProgramStepper stepper, double[] start) {
        stepper.parameters(MU);
        stepper.start(0.0, start);
        for (int i = 0; i < 3; i++) {
            stepper.attempt(0.05);
            stepper.accept(0.05 * (i + 1));
        }
    }

    @ParameterizedTest
    @MethodSource("damping")
    void rowThatHasEnded_staysWhereItIs(Solver solver) {
        double[][] times = {{0, 0.5, 2}, {0, 0.5, Double.NaN}};
        double[] states = new GridSolve(solver, times, 8).open(ALGEBRAIC).run(new double[] {0, 1, 0, 1}, new Ledger(0));
        assertArrayEquals(Arrays.copyOfRange(states, 4 + 2, 4 + 4), Arrays.copyOfRange(states, 8 + 2, 8 + 4));
        assertEquals(
                Math.sin(2), states[8], solver.order() == 1 ? 1e-1 : 1e-2); // 16 steps of a method of order 2 at least
    }
}
