package org.nde4j.core.solve.stiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.core.array.Array;
import org.nde4j.core.equation.Dae;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.ConstantSteps;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.Problems;
import org.nde4j.core.solve.SaveAt;
import org.nde4j.core.solve.Solution;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.StiffProblems;
import org.nde4j.core.solve.Tolerance;
import org.nde4j.core.solve.methods.Methods;

class CollocationTest {
    private static final double ROUNDING = 2e-15; // sums of a few products of numbers below 10

    /** q' = p, p' = -sin q. */
    private static final Field PENDULUM =
            Field.of(2, List.of(), (t, time, y, p) -> t.columns(List.of(t.column(y, 1), t.neg(t.sin(t.column(y, 0))))));

    static Stream<CollocationMethod> methods() {
        return Methods.of(CollocationMethod.class);
    }

    static Stream<CollocationMethod> gauss() {
        return Stream.of(new GaussLegendre4(), new GaussLegendre6());
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    private static double[] powers(double[] nodes, int k) {
        return IntStream.range(0, nodes.length)
                .mapToDouble(i -> Math.pow(nodes[i], k))
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void quadrature_isOfTheOrder(CollocationMethod method) {
        // B(p): with C(s), which holds for collocation, and D(p - s) it gives order p
        double[] nodes = method.tableau().nodes();
        for (int k = 1; k <= method.order(); k++) {
            assertEquals(1.0 / k, dot(method.tableau().b(), powers(nodes, k - 1)), ROUNDING);
        }
        int next = method.order() + 1;
        assertTrue(Math.abs(1.0 / next - dot(method.tableau().b(), powers(nodes, next - 1))) > 1e-6);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void stages_integratePolynomials(CollocationMethod method) {
        double[] nodes = method.tableau().nodes();
        for (int i = 0; i < nodes.length; i++) {
            for (int k = 1; k <= nodes.length; k++) {
                double integral = dot(method.tableau().a()[i], powers(nodes, k - 1));
                assertEquals(Math.pow(nodes[i], k) / k, integral, ROUNDING);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void basis_splitsTheMatrixIntoItsEigenvalues(CollocationMethod method) {
        CollocationTableau tableau = method.tableau();
        double[][] split = times(tableau.inverse(), times(tableau.a(), tableau.basis()));
        double[][] expected = new double[split.length][split.length];
        int at = 0;
        for (double eigenvalue : tableau.real()) {
            expected[at][at++] = eigenvalue;
        }
        for (double[] pair : tableau.pairs()) {
            expected[at][at] = pair[0];
            expected[at][at + 1] = pair[1];
            expected[at + 1][at] = -pair[1];
            expected[at + 1][at + 1] = pair[0];
            at += 2;
        }
        for (int i = 0; i < split.length; i++) {
            assertArrayEquals(expected[i], split[i], 10 * ROUNDING); // two products with the inverse
        }
    }

    private static double[][] times(double[][] a, double[][] b) {
        int s = a.length;
        double[][] c = new double[s][s];
        for (int i = 0; i < s; i++) {
            for (int j = 0; j < s; j++) {
                int column = j;
                c[i][j] = dot(
                        a[i],
                        IntStream.range(0, s).mapToDouble(k -> b[k][column]).toArray());
            }
        }
        return c;
    }

    @ParameterizedTest
    @MethodSource("gauss")
    void quadraticInvariant_isKeptToTheAccuracyOfTheStages(CollocationMethod method) {
        double[] y = Solve.with(method, new ConstantSteps(0.1))
                .run(Problems.CIRCLE, 0, 100, Array.matrix(new double[][] {{1, 0}}))
                .orThrow()
                .last();
        assertEquals(1, y[0] * y[0] + y[1] * y[1], 1e-9); // 1000 steps with stages to 1e-11, and linear: to less
    }

    @ParameterizedTest
    @MethodSource("gauss")
    void energyOfAPendulum_staysBoundedOverLongTimes(CollocationMethod method) {
        // Stages to 1e-13, since their errors add up.
        StageSolver stages = StageSolver.standard().tuned(Tolerance.of(1e-11, 1e-11));
        Solution s = Solve.with(method.with(stages), new ConstantSteps(0.25))
                .saving(SaveAt.steps(1))
                .run(PENDULUM, 0, 2500, Array.matrix(new double[][] {{0, 1.5}}))
                .orThrow();
        double early = deviation(s, 0, 1000);
        double late = deviation(s, 9000, 10_000);
        assertTrue(early > 1e-9, "it is not conserved exactly, " + early);
        assertEquals(1, late / early, 0.1); // a drift would have made it 10 times as large
    }

    private static double deviation(Solution s, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> s.states()[i])
                .mapToDouble(y -> Math.abs(y[1] * y[1] / 2 - Math.cos(y[0]) - 0.125))
                .max()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("gauss")
    void massMatrix_isRefusedWhereTheMethodDoesNotEndOnAStage(CollocationMethod method) {
        Field field = Dae.diagonal(Problems.CIRCLE, 1, 0);
        assertThrows(
                IllegalArgumentException.class,
                () -> Solve.with(method, new ConstantSteps(0.1)).open(field, 1));
    }

    @Test
    void guess_goesOnAlongThePolynomialOfTheStepBefore() {
        // Its own polynomial of degree 3 is the solution here, so the iteration has nothing left to do.
        Field cubic = Field.of(1, List.of(), (t, time, y, p) -> {
            Value square = t.mul(time, time);
            return t.add(t.scale(square, 3), t.scale(t.sub(y, t.mul(square, time)), 0.1));
        });
        Solution s = Solve.with(new RadauIIA5(), new ConstantSteps(0.1))
                .run(cubic, 0, 2, Array.matrix(new double[][] {{0}}))
                .orThrow();
        assertEquals(8, s.last()[0], 1e-10);
        assertTrue(s.statistics().work().iterations() <= 22, s.statistics().toString());
    }

    @Test
    void radau_goesOnWithDenseBandedAndSparseMatricesAlike() {
        StiffProblems problem = StiffProblems.hires();
        double[] dense = last(LinearAlgebra.dense(), problem);
        for (LinearAlgebra algebra : List.of(LinearAlgebra.banded(), LinearAlgebra.sparse())) {
            double[] other = last(algebra, problem);
            for (int i = 0; i < dense.length; i++) {
                assertEquals(dense[i], other[i], 1e-6 * Math.abs(dense[i])); // rounding may change the steps
            }
        }
    }

    private static double[] last(LinearAlgebra algebra, StiffProblems problem) {
        return Solve.with(new RadauIIA5().with(algebra), PidController.of(Tolerance.of(1e-7, 1e-12)))
                .run(problem.field(), 0, 20, Array.matrix(new double[][] {problem.start()}), problem.parameters())
                .orThrow()
                .last();
    }
}
