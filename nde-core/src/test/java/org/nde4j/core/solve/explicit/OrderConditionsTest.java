package org.nde4j.core.solve.explicit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.core.solve.methods.Methods;

class OrderConditionsTest {
    /* Relative to the sum of the absolute terms of a condition: 64 units of the last place, coefficients rounded once. */
    private static final double ROUNDING = 0x1p-46;
    /* Well above rounding: a condition that fails, fails by more. */
    private static final double FAILS = 1e-9;

    static Stream<ExplicitRungeKutta> methods() {
        return Methods.of(ExplicitRungeKutta.class);
    }

    static Stream<ExplicitRungeKutta> pairs() {
        return methods().filter(ExplicitRungeKutta::estimatesError);
    }

    static Stream<ExplicitRungeKutta> continuous() {
        return methods().filter(m -> m.tableau().extension().isPresent());
    }

    private static OrderConditions conditions(ExplicitRungeKutta method) {
        return new OrderConditions(method.tableau().nodes(), method.order() + 1);
    }

    @Test
    void trees_areAsManyAsCayleyCounted() {
        int[] counts = {1, 1, 2, 4, 9, 20, 48, 115, 286, 719};
        for (int n = 1; n <= counts.length; n++) {
            int order = n;
            assertEquals(
                    counts[n - 1],
                    RootedTree.upTo(n).stream().filter(t -> t.order() == order).count());
        }
    }

    @Test
    void tallTree_hasTheFactorialAsDensity() {
        // One tree of each order is a path; its density n! is the greatest.
        double greatest = RootedTree.upTo(7).stream()
                .mapToDouble(RootedTree::density)
                .max()
                .orElseThrow();
        assertEquals(5040, greatest);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void solution_meetsTheConditionsOfItsOrderAndNoMore(ExplicitRungeKutta method) {
        OrderConditions conditions = conditions(method);
        double[] b = method.tableau().b();
        assertEquals(Optional.empty(), conditions.failed(b, method.order(), 1));
        assertTrue(conditions.worst(b, method.order() + 1, 1) > FAILS);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void errorEstimate_vanishesToTheOrderBelow(ExplicitRungeKutta method) {
        OrderConditions conditions = conditions(method);
        Tableau tableau = method.tableau();
        if (tableau.coarse().length > 0) {
            assertEquals(5, conditions.vanishing(tableau.error(), 8)); // 8(5,3)
            assertEquals(3, conditions.vanishing(tableau.coarse(), 8));
        } else {
            assertEquals(Optional.empty(), conditions.failed(tableau.error(), method.order() - 1, 0));
            assertTrue(conditions.worst(tableau.error(), method.order(), 0) > FAILS);
        }
    }

    @ParameterizedTest
    @MethodSource("continuous")
    void denseOutput_meetsTheConditionsOfItsOrderAndNoMore(ExplicitRungeKutta method) {
        OrderConditions conditions = conditions(method);
        ContinuousExtension dense = method.tableau().extension().orElseThrow();
        double next = 0;
        for (int i = 1; i <= 16; i++) {
            double theta = i / 16.0;
            double[] weights = OrderConditions.weights(dense, theta);
            for (int order = 1; order <= dense.order(); order++) {
                // Vern7 as published meets the conditions of order 7 to 4e-7 only, 1.5e-8 of the terms
                double tolerance = method instanceof Vern7 && order == 7 ? 1e-7 : ROUNDING;
                assertEquals(0, conditions.worst(weights, order, theta), tolerance, method + " at " + theta);
            }
            next = Math.max(next, conditions.worst(weights, dense.order() + 1, theta));
        }
        assertTrue(next > FAILS);
    }

    @ParameterizedTest
    @MethodSource("continuous")
    void denseOutput_joinsTheStepsWithTheirDerivatives(ExplicitRungeKutta method) {
        Tableau tableau = method.tableau();
        ContinuousExtension dense = tableau.extension().orElseThrow();
        double[] end = OrderConditions.weights(dense, 1);
        for (int i = 0; i < end.length; i++) {
            double b = i < tableau.stages() ? tableau.b()[i] : 0;
            double size = 1 + Arrays.stream(dense.weights()[i]).map(Math::abs).sum();
            assertEquals(b, end[i], 1e-15 * size); // the polynomials at 1, rounded
        }
        int[] nodes = dense.nodes();
        for (double theta : new double[] {0, 1}) {
            double[] slopes = new double[1 + nodes.length];
            dense.interpolant().slopes(theta, slopes);
            for (int j = 0; j < nodes.length; j++) {
                double size = 1
                        + Arrays.stream(dense.weights()[nodes[j]])
                                .map(Math::abs)
                                .sum();
                double wanted = nodes[j] == (theta == 0 ? 0 : tableau.stages()) ? 1 : 0;
                assertEquals(wanted, slopes[1 + j], 1e-14 * size, method + " node " + nodes[j] + " at " + theta);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aWrongDigit_isFound(ExplicitRungeKutta method) {
        Tableau t = method.tableau();
        for (int i = 1; i < t.stages(); i++) {
            double[][] a = Tableau.copy(t.a());
            int row = i;
            int j = IntStream.range(0, a[i].length)
                    .filter(k -> t.a()[row][k] != 0)
                    .findFirst()
                    .orElseThrow();
            a[i][j] *= 1 + 1e-7;
            Tableau wrong = new Tableau(t.order(), a, t.b(), t.error(), t.coarse(), Optional.empty());
            assertThrows(IllegalArgumentException.class, () -> OrderConditions.check("wrong", wrong), "row " + i);
        }
    }
}
