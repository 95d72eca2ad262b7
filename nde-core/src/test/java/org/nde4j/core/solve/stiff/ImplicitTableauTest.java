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
