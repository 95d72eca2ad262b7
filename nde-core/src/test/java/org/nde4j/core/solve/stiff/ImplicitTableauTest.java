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
import org.nde4j.core.solve.stiff.ImplicitTableau.Weights;

/**
 * The order conditions, one for each rooted tree; those of an additive pair for each tree whose nodes are colored (A. L.
 * Araujo, A. Murua, J. M. Sanz-Serna, SIAM J. Numer. Anal. 34 (1997), doi:10.1137/S0036142995292128).
 */
class ImplicitTableauTest {
    // Published with 15 to 25 digits; sums of products of numbers up to 15.
    private static final double DIGITS = 1e-11;

    static Stream<DiagonallyImplicitRungeKutta> methods() {
        return DiagonallyImplicitTest.methods();
    }

    /** A rooted tree: the color of its root, and the trees that are left when it is taken away. */
    private record Tree(int color, List<Tree> branches) {
        int nodes() {
            return 1 + branches.stream().mapToInt(Tree::nodes).sum();
        }

        double density() {
            return nodes() * branches.stream().mapToDouble(Tree::density).reduce(1, (a, b) -> a * b);
        }

        /** Its elementary weight at each stage. */
        double[] weights(List<Weights> methods) {
            double[] w = new double[methods.get(0).b().length];
            Arrays.fill(w, 1);
            for (Tree branch : branches) {
                double[] inner = branch.weights(methods);
                Weights method = methods.get(branch.color);
                for (int i = 0; i < w.length; i++) {
                    w[i] *= method.times(i, inner);
                }
            }
            return w;
        }
    }

    private static List<Tree> trees(int nodes, int colors) {
        List<List<Tree>> forests = forests(nodes - 1, nodes - 1, colors);
        return IntStream.range(0, colors)
                .boxed()
                .flatMap(color -> forests.stream().map(f -> new Tree(color, f)))
                .toList();
    }

    /* All multisets of trees of so many nodes together, none larger than a limit, larger ones first. */
    private static List<List<Tree>> forests(int nodes, int limit, int colors) {
        if (nodes == 0) {
            return List.of(List.of());
        }
        List<List<Tree>> all = new ArrayList<>();
        for (int k = Math.min(nodes, limit); k >= 1; k--) {
            List<Tree> first = trees(k, colors);
            for (int i = 0; i < first.size(); i++) {
                for (List<Tree> rest : forests(nodes - k, k, colors)) {
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

    private static List<Weights> parts(ImplicitTableau tableau) {
        return tableau.explicit() == null
                ? List.of(tableau.implicit())
                : List.of(tableau.implicit(), tableau.explicit());
    }

    /* The greatest violation of the conditions of one order. */
    private static double defect(List<Weights> parts, int order, boolean embedded) {
        return trees(order, parts.size()).stream()
                .mapToDouble(tree -> {
                    Weights root = parts.get(tree.color);
                    double[] w = tree.weights(parts);
                    double sum = -1 / tree.density();
                    for (int i = 0; i < w.length; i++) {
                        sum += w[i] * (embedded ? root.b()[i] - root.error()[i] : root.b()[i]);
                    }
                    return Math.abs(sum);
                })
                .max()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void solution_meetsTheConditionsUpToItsOrderAndNotBeyond(DiagonallyImplicitRungeKutta method) {
        List<Weights> parts = parts(method.tableau());
        for (int order = 1; order <= method.order(); order++) {
            assertEquals(0, defect(parts, order, false), DIGITS, method + ", order " + order);
        }
        assertTrue(defect(parts, method.order() + 1, false) > 1e-4);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void implicitMethod_byItselfMeetsThemToo(DiagonallyImplicitRungeKutta method) {
        List<Weights> alone = List.of(method.tableau().implicit());
        for (int order = 1; order <= method.order(); order++) {
            assertEquals(0, defect(alone, order, false), DIGITS, method + ", order " + order);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void errorEstimate_isThatOfAMethodOfAnotherOrder(DiagonallyImplicitRungeKutta method) {
        if (!method.estimatesError()) {
            return;
        }
        List<Weights> parts = parts(method.tableau());
        for (int order = 1; order < Math.min(method.errorOrder(), method.order() + 1); order++) {
            assertEquals(0, defect(parts, order, true), DIGITS, method + ", order " + order);
        }
        // The estimate begins with the first order at which the two solutions differ.
        boolean differs =
                defect(parts, method.errorOrder(), true) > 1e-5 || defect(parts, method.errorOrder(), false) > 1e-5;
        assertTrue(differs, method + "");
    }

    static Stream<DiagonallyImplicitRungeKutta> interpolating() {
        return methods().filter(m -> m.tableau().dense() != null);
    }

    /* The weights of the stages at a place of the step. */
    private static double[] weights(StageInterpolation dense, double theta) {
        return Arrays.stream(dense.weights())
                .mapToDouble(row -> {
                    double sum = 0;
                    for (int k = row.length - 1; k >= 0; k--) {
                        sum = (sum + row[k]) * theta;
                    }
                    return sum;
                })
                .toArray();
    }

    /* The same, for a sum over stages of products of the branches' weights, which is theta^nodes for algebraic states. */
    private static double defect(List<Weights> parts, double[] weights, List<Tree> branches, double theta) {
        double[] w = new Tree(0, branches).weights(parts);
        double sum = -Math.pow(theta, branches.stream().mapToInt(Tree::nodes).sum());
        double density = branches.stream().mapToDouble(Tree::density).reduce(1, (a, b) -> a * b);
        for (int i = 0; i < w.length; i++) {
            sum += density * weights[i] * w[i];
        }
        return Math.abs(sum);
    }

    private static double denseDefect(ImplicitTableau tableau, int order, double theta) {
        double[] d = weights(tableau.dense(), theta);
        return trees(order, parts(tableau).size()).stream()
                .filter(tree -> tree.color == 0)
                .mapToDouble(tree -> defect(parts(tableau), d, List.of(tree), theta))
                .max()
                .orElseThrow();
    }

    private static double algebraicDefect(ImplicitTableau tableau, int order, double theta) {
        double[] d = weights(tableau.dense(), theta);
        return forests(order, order, 1).stream()
                .mapToDouble(branches -> defect(List.of(tableau.implicit()), d, branches, theta))
                .max()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("interpolating")
    void denseOutput_meetsTheConditionsOfBothParts(DiagonallyImplicitRungeKutta method) {
        ImplicitTableau tableau = method.tableau();
        for (double theta : new double[] {0.1, 0.35, 0.6, 0.85, 1}) {
            for (int order = 1; order <= method.denseOrder(); order++) {
                assertEquals(0, denseDefect(tableau, order, theta), DIGITS, method + ", order " + order);
            }
        }
        assertTrue(denseDefect(tableau, method.denseOrder() + 1, 0.35) > 1e-4);
    }

    @ParameterizedTest
    @MethodSource("interpolating")
    void denseOutput_meetsTheConditionsOfAlgebraicStates(DiagonallyImplicitRungeKutta method) {
        int most = method instanceof KenCarp4 || method instanceof KenCarp5 ? 3 : 2;
        for (double theta : new double[] {0.1, 0.35, 0.6, 0.85, 1}) {
            for (int order = 1; order <= most; order++) {
                assertEquals(0, algebraicDefect(method.tableau(), order, theta), DIGITS, method + ", order " + order);
            }
        }
        assertTrue(algebraicDefect(method.tableau(), most + 1, 0.35) > 1e-4);
    }

    @ParameterizedTest
    @MethodSource("interpolating")
    void denseOutput_endsInTheLastStage(DiagonallyImplicitRungeKutta method) {
        double[] d = weights(method.tableau().dense(), 1);
        for (int i = 0; i < d.length; i++) {
            assertEquals(i == d.length - 1 ? 1 : 0, d[i], 1e-13, method + ""); // coefficients of 200
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void stages_areAtTheSameTimesInBothParts(DiagonallyImplicitRungeKutta method) {
        double[] c = method.tableau().implicit().nodes();
        for (Weights part : parts(method.tableau())) {
            double[] own = part.nodes();
            for (int i = 0; i < c.length; i++) {
                assertEquals(c[i], own[i], DIGITS, method + ", stage " + i);
            }
        }
    }

    @Test
    void trees_areCounted() {
        assertEquals(
                List.of(1, 1, 2, 4, 9),
                IntStream.rangeClosed(1, 5).mapToObj(n -> trees(n, 1).size()).toList());
        // F. Harary, R. W. Robinson: rooted trees with nodes of two colors.
        assertEquals(
                List.of(2, 4, 14, 52, 214),
                IntStream.rangeClosed(1, 5).mapToObj(n -> trees(n, 2).size()).toList());
    }
}
