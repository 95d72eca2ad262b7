package org.nde4j.core.adjoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.calculus.Calculus;
import org.nde4j.core.equation.Sensitivity;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.program.Workspace;
import org.nde4j.core.solve.ConstantSteps;
import org.nde4j.core.solve.GridSolve;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.Problems;
import org.nde4j.core.solve.SaveAt;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.SolveFailed;
import org.nde4j.core.solve.Solver;
import org.nde4j.core.solve.explicit.Bosh3;
import org.nde4j.core.solve.explicit.Dopri5;
import org.nde4j.core.solve.explicit.Euler;
import org.nde4j.core.solve.explicit.Heun;
import org.nde4j.core.solve.explicit.Rk4;
import org.nde4j.core.solve.explicit.Tsit5;

class DifferentiableSolveTest {
    private static final double[] START = {1, 0.5, 0.7, 1.2, 2, 1};
    private static final double[] RATES = {1.1, 0.4, 0.3, 0.8};
    private static final double[] TIMES = {0, 0.3, 1, 1.7, 2};

    static Stream<Solver> solvers() {
        return Stream.of(new Euler(), new Heun(), new Rk4(), new Bosh3(), new Dopri5(), new Tsit5());
    }

    private static DifferentiableSolve fixed(Solver solver, int steps, int checkpoints) {
        Solve solve = Solve.with(solver, new ConstantSteps(2.0 / steps))
                .saving(SaveAt.times(TIMES))
                .checkpointing(checkpoints);
        return DifferentiableSolve.of(solve, Problems.LOTKA_VOLTERRA, 3, 0, 2);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] draw(int n, long seed) {
        return new SplittableRandom(seed).doubles(n, -1, 1).toArray();
    }

    private static double[] moved(double[] x, double[] d, double h) {
        double[] y = x.clone();
        Arrays.setAll(y, i -> x[i] + h * d[i]);
        return y;
    }

    private static void checkAgainstDifferences(DifferentiableSolve solve, double tolerance) {
        double[] w = draw(solve.outputs().get(0).size(), 1);
        double[] dy = draw(START.length, 2);
        double[] dp = draw(RATES.length, 3);
        double h = 1e-6;
        double plus = dot(
                w,
                solve.at(new double[][] {moved(START, dy, h), moved(RATES, dp, h)})
                        .outputs()[0]);
        double minus = dot(
                w,
                solve.at(new double[][] {moved(START, dy, -h), moved(RATES, dp, -h)})
                        .outputs()[0]);
        double[][] gradient = solve.at(new double[][] {START, RATES}).pull(new double[][] {w});
        double exact = dot(gradient[0], dy) + dot(gradient[1], dp);
        assertEquals((plus - minus) / (2 * h), exact, tolerance * (1 + Math.abs(exact)));
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void gradient_ofEveryMethodAgreesWithCentralDifferences(Solver solver) {
        // Steps do not depend on the inputs, so the map is smooth: h^2 + rounding / h, about 1e-9.
        checkAgainstDifferences(fixed(solver, 13, 64), 1e-8);
    }

    @Test
    void gradient_onAGridOfOwnTimesAgreesWithCentralDifferences() {
        double[][] times = {{0, 0.5, 1.1, 2}, {0, 0.1, 0.9, Double.NaN}, {1, 1.2, Double.NaN, Double.NaN}};
        checkAgainstDifferences(
                DifferentiableSolve.of(new GridSolve(new Tsit5(), times, 2), Problems.LOTKA_VOLTERRA, 3), 1e-8);
    }

    @Test
    void gradient_ofAnAdaptiveSolveAgreesWithForwardSensitivities() {
        Solve solve = Solve.with(new Tsit5(), PidController.of(1e-10, 1e-10)).saving(SaveAt.times(TIMES));
        DifferentiableSolve differentiable = DifferentiableSolve.of(solve, Problems.LOTKA_VOLTERRA, 3, 0, 2);
        double[] w = draw(differentiable.outputs().get(0).size(), 1);
        double[][] gradient = differentiable.at(new double[][] {START, RATES}).pull(new double[][] {w});

        Sensitivity field = Sensitivity.toEverything(Problems.LOTKA_VOLTERRA);
        double[][] start = new double[3][field.size()];
        for (int b = 0; b < 3; b++) {
            start[b][0] = START[2 * b];
            start[b][1] = START[2 * b + 1];
            start[b][2 * 5] = 1; // dx/dx0
            start[b][2 * 6 + 1] = 1; // dy/dy0
        }
        double[][] states =
                solve.run(field, 0, 2, Array.matrix(start), RATES).orThrow().states();
        for (int k = 0; k < 4; k++) {
            double sum = 0;
            for (int s = 0; s < TIMES.length; s++) {
                for (int b = 0; b < 3; b++) {
                    for (int i = 0; i < 2; i++) {
                        sum += w[(s * 3 + b) * 2 + i] * states[s][b * field.size() + 2 * (1 + k) + i];
                    }
                }
            }
            // Two discretizations of one derivative, each to about 100 times the tolerance of 1e-10.
            assertEquals(sum, gradient[1][k], 1e-7 * (1 + Math.abs(sum)));
        }
    }

    @Test
    void memory_isBoundedByCheckpointsAndTheGradientIsTheSameToTheBit() {
        double[] w = draw(TIMES.length * 6, 1);
        double[][] all = null;
        for (int checkpoints : new int[] {2000, 2, 3, 5, 16, 100}) {
            DifferentiableSolve solve = fixed(new Tsit5(), 1000, checkpoints);
            DifferentiableSolve.Result result = solve.at(new double[][] {START, RATES});
            assertEquals(1000, result.ledger().steps());
            assertTrue(result.ledger().checkpoints() <= checkpoints);
            double[][] gradient = result.pull(new double[][] {w});
            assertTrue(result.mostStored() <= checkpoints, result.mostStored() + " states of " + checkpoints);
            if (all == null) {
                all = gradient;
                assertEquals(0, result.recomputed(), "all states were there");
            }
            assertArrayEquals(all[0], gradient[0], "checkpoints " + checkpoints);
            assertArrayEquals(all[1], gradient[1], "checkpoints " + checkpoints);
            // With c states evenly spaced twice over, n^2 / c^2 / 2 for each of c gaps bounds what is done again.
            double bound = 2 + 1000.0 * 1000 / checkpoints;
            assertTrue(result.recomputed() <= bound, result.recomputed() + " steps again with " + checkpoints);
        }
    }

    @Test
    void gradient_isTheSameToTheBitWhetherItsStepsWereRecordedOrNot() {
        double[] w = draw(TIMES.length * 6, 1);
        DifferentiableSolve solve = fixed(new Tsit5(), 20, 64);
        DifferentiableSolve.Result result = solve.at(new double[][] {START, RATES});
        double[][] recorded = result.pull(new double[][] {w});
        solve.at(new double[][] {draw(6, 5), RATES}); // its record takes the place of the first
        double[][] again = result.pull(new double[][] {w});
        assertArrayEquals(recorded[0], again[0]);
        assertArrayEquals(recorded[1], again[1]);
    }

    @Test
    void manyRows_areSolvedAndDifferentiatedAsIfEachWereAlone() {
        int rows = 9001; // two whole parts and a rest
        double[] start = draw(2 * rows, 6);
        double[] w = draw(2 * rows, 7);
        Solve solve = Solve.with(new Tsit5(), new ConstantSteps(0.5));
        DifferentiableSolve all = DifferentiableSolve.of(solve, Problems.LOTKA_VOLTERRA, rows, 0, 2);
        DifferentiableSolve.Result result = all.at(new double[][] {start, RATES});
        double[][] gradient = result.pull(new double[][] {w});
        DifferentiableSolve one = DifferentiableSolve.of(solve, Problems.LOTKA_VOLTERRA, 1, 0, 2);
        double[] sum = new double[RATES.length];
        for (int i = 0; i < rows; i++) {
            DifferentiableSolve.Result alone =
                    one.at(new double[][] {Arrays.copyOfRange(start, 2 * i, 2 * i + 2), RATES});
            assertEquals(result.outputs()[0][2 * i], alone.outputs()[0][0], "row " + i);
            double[][] own = alone.pull(new double[][] {Arrays.copyOfRange(w, 2 * i, 2 * i + 2)});
            assertEquals(gradient[0][2 * i + 1], own[0][1], "row " + i);
            Arrays.setAll(sum, k -> sum[k] + own[1][k]);
        }
        for (int k = 0; k < sum.length; k++) {
            // Sums of 9001 rows in different orders: rounding, 1e-16 times the number of terms.
            assertEquals(sum[k], gradient[1][k], 1e-10 * (1 + Math.abs(sum[k])));
        }
    }

    @Test
    void solveInsideAProgram_isDifferentiatedWithIt() {
        DifferentiableSolve solve = fixed(new Tsit5(), 20, 8);
        Trace t = new Trace();
        Value start = t.input("start", Shape.of(3, 2));
        Value rates = t.input("rates", Shape.of(4));
        Value states = t.call(solve, t.exp(start), t.mul(rates, rates)).get(0);
        Program loss = t.program(t.mean(t.mul(states, states)));
        double[] logStart = Arrays.stream(START).map(Math::log).toArray();
        double[] roots = Arrays.stream(RATES).map(Math::sqrt).toArray();
        Workspace bench = new Workspace(Calculus.gradient(loss));
        bench.bind(0, logStart);
        bench.bind(1, roots);
        bench.run();
        double[] d = draw(4, 9);
        double exact = dot(bench.output(2), d);
        double h = 1e-6;
        double difference =
                (value(loss, logStart, moved(roots, d, h)) - value(loss, logStart, moved(roots, d, -h))) / (2 * h);
        assertEquals(difference, exact, 1e-8 * (1 + Math.abs(exact))); // central differences, as above
    }

    private static double value(Program loss, double[]... inputs) {
        Workspace bench = new Workspace(loss);
        for (int i = 0; i < inputs.length; i++) {
            bench.bind(i, inputs[i]);
        }
        bench.run();
        return bench.output(0)[0];
    }

    @Test
    void failedSolve_hasNoGradientButAMessage() {
        Solve solve = Solve.with(new Tsit5(), PidController.of(1e-8, 1e-8));
        DifferentiableSolve blowUp = DifferentiableSolve.of(solve, Problems.BLOW_UP, 1, 0, 2);
        SolveFailed e = assertThrows(SolveFailed.class, () -> blowUp.at(new double[][] {{1}}));
        assertTrue(e.outcome().time() < 1.001, e.getMessage());
    }

    @Test
    void inputs_areTheStartAndTheParameters() {
        assertEquals(
                List.of(Shape.of(3, 2), Shape.of(4)), fixed(new Euler(), 10, 2).inputs());
    }
}
