package org.nde4j.core.solve.symplectic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.core.array.Array;
import org.nde4j.core.equation.Partitioned;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.ConstantSteps;
import org.nde4j.core.solve.Convergence;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.Problems;
import org.nde4j.core.solve.SaveAt;
import org.nde4j.core.solve.Solution;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.Solver;
import org.nde4j.core.solve.methods.Methods;

class SymplecticTest {
    /** q'' = -q + 3 sin 2t, with q = -sin 2t from (0, -2): time-dependent. */
    private static final Partitioned FORCED =
            Partitioned.secondOrder(1, List.of(), (t, time, q, p) -> t.sub(t.scale(t.sin(t.scale(time, 2)), 3), q));

    /** q' = v/(1 + v^2)^(1/2), v' = -sin q: a relativistic pendulum, not linear in the momentum. */
    private static final Partitioned RELATIVISTIC = Partitioned.of(
            1,
            List.of(),
            (t, time, v, p) -> t.div(v, t.sqrt(t.shift(t.mul(v, v), 1))),
            (t, time, q, p) -> t.neg(t.sin(q)));

    /** The Kepler problem of unit mass. */
    private static final Partitioned KEPLER = Partitioned.secondOrder(2, List.of(), (t, time, q, p) -> kepler(t, q));

    private static Value kepler(Trace t, Value q) {
        Value square = t.sum(t.mul(q, q), 1);
        Value cube = t.mul(square, t.sqrt(square));
        return t.neg(t.div(q, t.spread(cube, q.shape(), 0)));
    }

    static Stream<SymplecticMethod> symplectic() {
        return Methods.of(SymplecticMethod.class);
    }

    static Stream<Solver> all() {
        return Stream.concat(symplectic(), Methods.of(NystromMethod.class));
    }

    private static int[] range(Solver solver) {
        // Asymptotic (composition methods need fine steps), and far above rounding.
        return solver.order() >= 6 ? new int[] {24, 32, 40, 48, 56} : new int[] {64, 96, 128, 192, 256};
    }

    @ParameterizedTest
    @MethodSource("all")
    void order_isAsDeclaredOnAForcedOscillator(Solver solver) {
        double order = Convergence.slope(
                range(solver),
                n -> Convergence.error(solver, FORCED, 0, 2, n, new double[] {0, -2}, -Math.sin(4), -2 * Math.cos(4)));
        assertEquals(solver.order(), order, 0.2);
    }

    @ParameterizedTest
    @MethodSource("all")
    void order_isAsDeclaredOnAKeplerOrbit(Solver solver) {
        // Circular: after a time t it is at angle t. Every method but the symmetric ones has its full error there.
        double order = Convergence.slope(
                range(solver),
                n -> Convergence.error(
                        solver, KEPLER, 0, 2, n, new double[] {1, 0, 0, 1}, Math.cos(2), Math.sin(2), -Math.sin(2)));
        assertEquals(solver.order(), order, 0.2);
    }

    @ParameterizedTest
    @MethodSource("symplectic")
    void order_isAsDeclaredWhereTheVelocityIsNotTheMomentum(SymplecticMethod method) {
        double[] start = {1, 0.5};
        double[] exact = Solve.with(new org.nde4j.core.solve.explicit.Dopri5(), PidController.of(1e-13, 1e-13))
                .run(RELATIVISTIC, 0, 2, Array.matrix(new double[][] {start}))
                .orThrow()
                .last();
        double order =
                Convergence.slope(range(method), n -> Convergence.error(method, RELATIVISTIC, 0, 2, n, start, exact));
        assertEquals(method.order(), order, 0.2);
    }

    private static double energy(double[] y) {
        return (y[2] * y[2] + y[3] * y[3]) / 2 - 1 / Math.hypot(y[0], y[1]);
    }

    @ParameterizedTest
    @MethodSource("symplectic")
    void energy_doesNotDriftOverAHundredOrbits(SymplecticMethod method) {
        double[] start = {0.8, 0, 0, Math.sqrt(1.2 / 0.8)};
        Solution s = Solve.with(method, new ConstantSteps(2 * Math.PI / 100))
                .saving(SaveAt.steps(7))
                .run(KEPLER, 0, 200 * Math.PI, Array.matrix(new double[][] {start}))
                .orThrow();
        double[] errors = Arrays.stream(s.states())
                .mapToDouble(y -> Math.abs(energy(y) - energy(start)))
                .toArray();
        double early = Arrays.stream(errors, 1, errors.length / 4).max().orElseThrow();
        double late = Arrays.stream(errors, 3 * errors.length / 4, errors.length)
                .max()
                .orElseThrow();
        // All phases of the orbit are looked at, so the greatest error stays the same; a drift would make it 3 times as
        // great and more.
        assertTrue(late < 1.5 * early, early + " early, " + late + " late");
    }

    @ParameterizedTest
    @MethodSource("all")
    void denseOutput_hasItsOrder(Solver solver) {
        double order = Convergence.slope(range(solver), n -> {
            Solution s = Solve.with(solver, new ConstantSteps(2.0 / n))
                    .saving(SaveAt.dense())
                    .run(FORCED, 0, 2, Array.matrix(new double[][] {{0, -2}}))
                    .orThrow();
            double worst = 0;
            for (int i = 0; i < n; i++) {
                double time = 2.0 * (i + 0.37) / n;
                worst = Math.max(worst, Math.abs(s.dense().at(time)[0] + Math.sin(2 * time)));
            }
            return worst;
        });
        // Within a step the error is of one order more than declared; the method's own error may hide that.
        assertTrue(order > solver.denseOrder() - 0.2, "order " + order);
    }

    @Test
    void error_isEstimatedHonestly() {
        for (double rtol : new double[] {1e-4, 1e-6, 1e-8}) {
            double[] y = Solve.with(new Dprkn6(), PidController.of(rtol, rtol))
                    .run(FORCED, 0, 2, Array.matrix(new double[][] {{0, -2}}))
                    .orThrow()
                    .last();
            assertEquals(-Math.sin(4), y[0], 10 * rtol); // a few steps, each with at most the tolerance
        }
    }

    @Test
    void aPlainField_isRefusedWithWhatToDo() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> Solve.with(new Verlet(), new ConstantSteps(0.1))
                        .run(Problems.CIRCLE, 0, 1, Array.matrix(new double[][] {{1, 0}})));
        assertTrue(e.getMessage().contains("Partitioned"), e.getMessage());
        e = assertThrows(
                IllegalArgumentException.class,
                () -> Solve.with(new Nystrom4(), new ConstantSteps(0.1))
                        .run(RELATIVISTIC, 0, 1, Array.matrix(new double[][] {{1, 0}})));
        assertTrue(e.getMessage().contains("Yoshida6"), e.getMessage());
    }
}
