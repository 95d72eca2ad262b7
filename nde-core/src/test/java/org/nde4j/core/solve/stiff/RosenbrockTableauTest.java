package org.nde4j.core.solve.stiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.core.solve.methods.Methods;

/** The order conditions, one for each rooted tree (E. Hairer, G. Wanner, Solving ODEs II, section IV.7, theorem 7.3). */
class RosenbrockTableauTest {
    // The coefficients are published with 15 digits; sums of products of numbers up to 150 of them.
    private static final double DIGITS = 2e-11;

    static Stream<RosenbrockMethod> methods() {
        return Methods.of(RosenbrockMethod.class);
    }

    /** A rooted tree: the trees that are left when its root is taken away. */
    private record Tree(List<Tree> branches) {
        int nodes() {
            return 1 + branches.stream().mapToInt(Tree::nodes).sum();
        }

        /** The product of the numbers of nodes of all subtrees. */
        double density() {
            return nodes() * branches.stream().mapToDouble(Tree::density).reduce(1, (a, b) -> a * b);
        }

        /** Its elementary weight at each stage: along an only branch with alpha + gamma, along others with alpha. */
        double[] weights(double[][] alpha, double[][] beta) {
            double[] w = new double[alpha.length];
            Arrays.fill(w, 1);
            for (Tree branch : branches) {
                double[] inner = branch.weights(alpha, beta);
                double[][] matrix = branches.size() == 1 ? beta : alpha;
                for (int i = 0; i < w.length; i++) {
                    w[i] *= dot(matrix[i], inner);
                }
            }
            return w;
        }
    }

    /** All rooted trees of so many nodes. */
    private static List<Tree> trees(int nodes) {
        return forests(nodes - 1, nodes - 1).stream().map(Tree::new).toList();
    }

    /* All multisets of trees of so many nodes together, none larger than a limit, larger ones first. */
    private static List<List<Tree>> forests(int nodes, int limit) {
        if (nodes == 0) {
            return List.of(List.of());
        }
        List<List<Tree>> all = new ArrayList<>();
        for (int k = Math.min(nodes, limit); k >= 1; k--) {
            List<Tree> first = trees(k);
            for (int i = 0; i < first.size(); i++) {
                for (List<Tree> rest : forests(nodes - k, k)) {
                    boolean ordered = rest.isEmpty() || rest.get(0).nodes() < k || first.indexOf(rest.get(0)) >= i;
                    if (ordered) {
                        List<Tree> forest = new ArrayList<>(List.of(first.get(i)));
                        forest.addAll(rest);
                        all.add(forest);
                    }
                }
            }
        }
        return all;
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, Math.min(a.length, b.length))
                .mapToDouble(i -> a[i] * b[i])
                .sum();
    }

    /** The method by its slopes. */
    private record Slopes(double[][] alpha, double[][] gamma) {
        static Slopes of(RosenbrockTableau tableau) {
            int s = tableau.stages();
            double[][] gamma = new double[s][s];
            for (int i = 0; i < s; i++) {
                // u_i = gamma (k_i + sum_j c_ij u_j), with u_j = sum_l gamma_jl k_l
                gamma[i][i] = tableau.gamma();
                for (int j = 0; j < i; j++) {
                    for (int l = 0; l <= j; l++) {
                        gamma[i][l] += tableau.gamma() * tableau.c()[i][j] * gamma[j][l];
                    }
                }
            }
            double[][] alpha =
                    Arrays.stream(tableau.a()).map(row -> times(row, gamma)).toArray(double[][]::new);
            return new Slopes(alpha, gamma);
        }

        static double[] times(double[] row, double[][] matrix) {
            return IntStream.range(0, matrix.length)
                    .mapToDouble(l -> IntStream.range(0, row.length)
                            .mapToDouble(j -> row[j] * matrix[j][l])
                            .sum())
                    .toArray();
        }

        double[][] beta() {
            double[][] beta = new double[gamma.length][gamma.length];
            for (int i = 0; i < beta.length; i++) {
                for (int j = 0; j < beta.length; j++) {
                    beta[i][j] = alpha[i][j] + gamma[i][j];
                }
            }
            return beta;
        }

        /** The greatest violation of the conditions of one order, for a step that ends at a fraction of its length. */
        double defect(int order, double[] weightsOfStages, double theta) {
            double[] b = times(weightsOfStages, gamma);
            return trees(order).stream()
                    .mapToDouble(t -> Math.abs(dot(b, t.weights(alpha, beta())) - Math.pow(theta, order) / t.density()))
                    .max()
                    .orElseThrow();
        }
    }

    private static double[] minus(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void nodesAndRates_areTheRowSums(RosenbrockMethod method) {
        RosenbrockTableau tableau = method.tableau();
        Slopes slopes = Slopes.of(tableau);
        for (int i = 0; i < tableau.stages(); i++) {
            assertEquals(Arrays.stream(slopes.alpha[i]).sum(), tableau.nodes()[i], DIGITS);
            assertEquals(Arrays.stream(slopes.gamma[i]).sum(), tableau.rates()[i], DIGITS);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void solution_meetsTheConditionsUpToItsOrderAndNotBeyond(RosenbrockMethod method) {
        Slopes slopes = Slopes.of(method.tableau());
        for (int order = 1; order <= method.order(); order++) {
            assertEquals(0, slopes.defect(order, method.tableau().b(), 1), DIGITS, method + ", order " + order);
        }
        assertTrue(slopes.defect(method.order() + 1, method.tableau().b(), 1) > 1e-4);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void errorEstimate_isThatOfAMethodOfAnotherOrder(RosenbrockMethod method) {
        RosenbrockTableau tableau = method.tableau();
        double[] embedded = minus(tableau.b(), tableau.error());
        Slopes slopes = Slopes.of(tableau);
        for (int order = 1; order < method.order(); order++) {
            assertEquals(0, slopes.defect(order, embedded, 1), DIGITS, method + ", order " + order);
        }
        // One below the solution's; Rosenbrock23 estimates with a method of higher order.
        double[] lower = method instanceof Rosenbrock23 ? tableau.b() : embedded;
        int first = method instanceof Rosenbrock23 ? 3 : method.order();
        assertTrue(slopes.defect(first, lower, 1) > 1e-4, method + " has no estimate of order " + first);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void denseOutput_meetsTheConditionsOfItsOrderWithinTheStepAndNotBeyond(RosenbrockMethod method) {
        Slopes slopes = Slopes.of(method.tableau());
        int stages = method.tableau().stages();
        double[] weights = new double[stages + 1];
        for (double theta : new double[] {0.1, 0.35, 0.5, 0.8, 1}) {
            method.interpolant().weights(theta, weights);
            assertEquals(1, weights[0]);
            for (int order = 1; order <= method.denseOrder(); order++) {
                double[] ofStages = Arrays.copyOfRange(weights, 1, stages + 1);
                assertEquals(0, slopes.defect(order, ofStages, theta), DIGITS, method + ", order " + order);
            }
            double[] ofStages = Arrays.copyOfRange(weights, 1, stages + 1);
            double beyond = slopes.defect(method.denseOrder() + 1, ofStages, theta);
            assertTrue(theta == 1 || beyond > 1e-5, method + " at " + theta + ": " + beyond);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void fastDecay_isForgottenInOneStep(RosenbrockMethod method) {
        // R(infinity) = 1 - b (1/beta) 1, which is 0: L-stable.
        double[][] beta = Slopes.of(method.tableau()).beta();
        double[] b =
                Slopes.times(method.tableau().b(), Slopes.of(method.tableau()).gamma());
        double[] x = new double[b.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (1 - dot(beta[i], x)) / beta[i][i];
        }
        assertEquals(0, 1 - dot(b, x), 1e-9); // coefficients up to 1e2, divided by gamma eight times
    }

    @Test
    void trees_areCounted() {
        assertEquals(
                List.of(1, 1, 2, 4, 9, 20),
                IntStream.rangeClosed(1, 6).mapToObj(n -> trees(n).size()).toList());
    }
}
