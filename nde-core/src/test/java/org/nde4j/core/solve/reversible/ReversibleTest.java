package org.nde4j.core.solve.reversible;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.core.array.Array;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Workspace;
import org.nde4j.core.solve.ConstantSteps;
import org.nde4j.core.solve.Convergence;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.Problems;
import org.nde4j.core.solve.SaveAt;
import org.nde4j.core.solve.Solution;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.Stepper;
import org.nde4j.core.solve.explicit.Bosh3;
import org.nde4j.core.solve.explicit.Heun;
import org.nde4j.core.solve.explicit.Rk4;

class ReversibleTest {
    static Stream<ReversibleSolver> all() {
        return Stream.of(
                new ReversibleHeun(),
                new AsynchronousLeapfrog(),
                new LeapfrogMidpoint(),
                new Reversible(new Heun()),
                new Reversible(new Rk4()),
                new Reversible(new Bosh3()));
    }

    /* Asymptotic, and far above rounding. */
    private static final int[] RANGE = {64, 96, 128, 192, 256};

    @ParameterizedTest
    @MethodSource("all")
    void order_isAsDeclared(ReversibleSolver solver) {
        double growth = Convergence.slope(
                RANGE,
                n -> Convergence.greatestError(
                        solver, Problems.OSCILLATING_GROWTH, 2, n, new double[] {1}, t -> Math.exp(Math.sin(t))));
        double circle = Convergence.slope(
                RANGE, n -> Convergence.greatestError(solver, Problems.CIRCLE, 3, n, new double[] {1, 0}, Math::cos));
        assertEquals(solver.order(), growth, 0.2);
        assertEquals(solver.order(), circle, 0.2);
    }

    @ParameterizedTest
    @MethodSource("all")
    void denseOutput_hasItsOrder(ReversibleSolver solver) {
        double order = Convergence.slope(RANGE, n -> {
            Solution s = Solve.with(solver, new ConstantSteps(3.0 / n))
                    .saving(SaveAt.dense())
                    .run(Problems.CIRCLE, 0, 3, Array.matrix(new double[][] {{1, 0}}))
                    .orThrow();
            double worst = 0;
            for (int i = 0; i < n; i++) {
                double time = 3.0 * (i + 0.37) / n;
                worst = Math.max(worst, Math.abs(s.dense().at(time)[0] - Math.cos(time)));
            }
            return worst;
        });
        // Within a step the error may be of one order more than declared.
        assertTrue(order > solver.denseOrder() - 0.2, "order " + order);
    }

    @ParameterizedTest
    @MethodSource("all")
    void wayBack_givesTheStartToRounding(ReversibleSolver solver) {
        // Coarse steps on purpose: what is undone is the step, not the equation.
        int steps = 50;
        double h = 0.1;
        Field field = Problems.LOTKA_VOLTERRA;
        double[] parameters = {1.5, 1, 3, 1};
        double[] start = {1, 1};
        Stepper stepper = solver.open(field, 1, Output.STATE);
        stepper.parameters(parameters);
        stepper.start(0, start);
        double largest = 0;
        for (int i = 0; i < steps; i++) {
            stepper.attempt(h);
            stepper.accept((i + 1) * h);
            largest = Math.max(largest, Math.abs(stepper.state()[0]) + Math.abs(stepper.state()[1]));
        }
        Workspace back = new Workspace(solver.reverse(field, 1));
        double[] y = stepper.state().clone();
        double[] carry = stepper.memory().clone();
        for (int i = steps - 1; i >= 0; i--) {
            back.input(0)[0] = i * h;
            back.input(1)[0] = h;
            System.arraycopy(y, 0, back.input(2), 0, y.length);
            System.arraycopy(carry, 0, back.input(3), 0, carry.length);
            back.bind(4, parameters);
            back.run();
            System.arraycopy(back.output(0), 0, y, 0, y.length);
            System.arraycopy(back.output(1), 0, carry, 0, carry.length);
        }
        // Rounding of 50 steps, amplified by the way back of a map that contracts (about e^3 here).
        double tolerance = 1e4 * Math.ulp(1 + largest);
        assertEquals(start[0], y[0], tolerance);
        assertEquals(start[1], y[1], tolerance);
    }

    @ParameterizedTest
    @MethodSource("all")
    void adaptiveSteps_keepToTheTolerance(ReversibleSolver solver) {
        if (!solver.estimatesError()) {
            return;
        }
        double[] y = Solve.with(solver, PidController.of(1e-5, 1e-5))
                .run(Problems.CIRCLE, 0, 3, Array.matrix(new double[][] {{1, 0}}))
                .orThrow()
                .last();
        assertEquals(Math.cos(3), y[0], 1e-3); // 100 x the tolerance: error per step, summed over many short steps
    }

    @Test
    void coupling_refusesALambdaOutOfRange() {
        assertThrows(IllegalArgumentException.class, () -> new Reversible(new Rk4(), 0));
        assertThrows(IllegalArgumentException.class, () -> new Reversible(new Rk4(), 1.5));
    }
}
