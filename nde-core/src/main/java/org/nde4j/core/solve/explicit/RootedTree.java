package org.nde4j.core.solve.explicit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A rooted tree, which stands for an elementary differential of f: each vertex is a derivative of f, with as many
 * arguments as it has children.
 *
 * <p>J. C. Butcher, <em>Coefficients for the study of Runge-Kutta integration processes</em>, J. Austral. Math. Soc. 3
 * (1963), doi:10.1017/S1446788700027932.
 *
 * @param order the number of vertices
 * @param density the product of the orders of all its subtrees: the solution's coefficient is 1 over it
 * @param children the subtrees at the root
 */
record RootedTree(int order, double density, List<RootedTree> children) {
    private static RootedTree of(List<RootedTree> children) {
        int order = 1;
        double density = 1;
        for (RootedTree child : children) {
            order += child.order;
            density *= child.density;
        }
        return new RootedTree(order, density * order, List.copyOf(children));
    }

    /** All trees of at most the given order, smaller ones first; each child is one of those before. */
    static List<RootedTree> upTo(int order) {
        List<RootedTree> trees = new ArrayList<>();
        for (int n = 1; n <= order; n++) {
            List<RootedTree> found = new ArrayList<>();
            grow(trees, trees.size(), n - 1, new ArrayList<>(), found);
            trees.addAll(found);
        }
        return trees;
    }

    /* Children in non-increasing order of their place, so that each multiset of children comes once. */
    private static void grow(
            List<RootedTree> trees, int below, int vertices, List<RootedTree> children, List<RootedTree> found) {
        if (vertices == 0) {
            found.add(of(children));
        }
        for (int i = 0; i < below && trees.get(i).order <= vertices; i++) {
            children.add(trees.get(i));
            grow(trees, i + 1, vertices - trees.get(i).order, children, found);
            children.remove(children.size() - 1);
        }
    }

    /** Butcher's brackets: a vertex without children is t, one with children puts brackets around them. */
    @Override
    public String toString() {
        return children.isEmpty()
                ? "t"
                : children.stream().map(RootedTree::toString).collect(Collectors.joining("", "[", "]"));
    }
}
