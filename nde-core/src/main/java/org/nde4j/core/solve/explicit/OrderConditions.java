package org.nde4j.core.solve.explicit;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The order conditions of a Runge-Kutta method: a sum over its nodes agrees with the solution's Taylor series up to an
 * order if, for every rooted tree up to that order, the weights times the tree's elementary weights add up to
 * {@code theta^order / density}.
 */
final class OrderConditions {
    /* Each condition is a sum of products of as many coefficients as its tree has vertices, each rounded once. */
    private static final double ROUNDING = 0x1p-46;

    private final List<RootedTree> trees;
    private final double[][] elementary; // tree by node
    private final double[][] sizes; // the same of the absolute coefficients: what rounding is relative to

    /**
     * The conditions up to an order.
     *
     * @param rows the weights of each node, of the nodes before it
     * @param order the highest order
     */
    OrderConditions(double[][] rows, int order) {
        this.trees = RootedTree.upTo(order);
        this.elementary = elementary(rows);
        this.sizes = elementary(absolute(rows));
    }

    private static double[][] absolute(double[][] rows) {
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(row).map(Math::abs).toArray())
                .toArray(double[][]::new);
    }

    private double[][] elementary(double[][] rows) {
        Map<RootedTree, double[]> within = new IdentityHashMap<>(); // looked up only
        double[][] all = new double[trees.size()][];
        for (int i = 0; i < all.length; i++) {
            RootedTree tree = trees.get(i);
            double[] product = new double[rows.length];
            Arrays.fill(product, 1);
            for (RootedTree child : tree.children()) {
                Arrays.setAll(product, j -> product[j] * within.get(child)[j]);
            }
            all[i] = product;
            within.put(
                    tree,
                    Arrays.stream(rows).mapToDouble(row -> dot(row, product)).toArray());
        }
        return all;
    }

    private static double dot(double[] row, double[] values) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum = Math.fma(row[i], values[i], sum);
        }
        return sum;
    }

    /** How far the weights are from the condition of a tree, in units of rounding. */
    private double residual(int tree, double[] weights, double theta) {
        RootedTree t = trees.get(tree);
        double wanted = StrictMath.pow(theta, t.order()) / t.density();
        double size = dot(Arrays.stream(weights).map(Math::abs).toArray(), sizes[tree]) + wanted;
        return Math.abs(dot(weights, elementary[tree]) - wanted) / Math.max(size, Double.MIN_NORMAL);
    }

    /**
     * The first condition that weights fail, in words.
     *
     * @param weights one for each node; nodes at the end may be left out
     * @param order up to which order
     * @param theta where in the step; 0 for weights that are to vanish, such as an error estimate
     */
    Optional<String> failed(double[] weights, int order, double theta) {
        for (int i = 0; i < trees.size() && trees.get(i).order() <= order; i++) {
            if (!(residual(i, weights, theta) <= ROUNDING)) {
                RootedTree t = trees.get(i);
                return Optional.of("the condition of order " + t.order() + " for the tree " + t + ": the weights give "
                        + dot(weights, elementary[i]) + " where it wants "
                        + StrictMath.pow(theta, t.order()) / t.density());
            }
        }
        return Optional.empty();
    }

    /** The greatest residual over all conditions of exactly this order, relative to the size of their terms. */
    double worst(double[] weights, int order, double theta) {
        double worst = 0;
        for (int i = 0; i < trees.size(); i++) {
            if (trees.get(i).order() == order) {
                worst = Math.max(worst, residual(i, weights, theta));
            }
        }
        return worst;
    }

    /**
     * Checks a tableau: the solution to its order, the error estimate to the order below, the dense output to its own.
     *
     * @throws IllegalArgumentException naming the first condition that fails
     */
    static void check(String name, Tableau tableau) {
        OrderConditions conditions = new OrderConditions(
                tableau.nodes(),
                Math.max(
                        tableau.order(),
                        tableau.extension().map(ContinuousExtension::order).orElse(0)));
        conditions.demand(name + " is not of order " + tableau.order(), tableau.b(), tableau.order(), 1);
        if (tableau.coarse().length > 0) {
            conditions.demandBlend(name, tableau);
        } else {
            conditions.demand(
                    name + ": the error estimate is not of order " + tableau.order(),
                    tableau.error(),
                    tableau.order() - 1,
                    0);
        }
        tableau.extension().ifPresent(dense -> {
            for (double theta : new double[] {0.125, 0.375, 0.625, 0.875, 1}) {
                conditions.demand(
                        name + ": the dense output is not of order " + dense.order() + " at theta = " + theta,
                        weights(dense, theta),
                        dense.order(),
                        theta);
            }
        });
    }

    /** The weights of all nodes in a dense output. */
    static double[] weights(ContinuousExtension dense, double theta) {
        int[] nodes = dense.nodes();
        double[] pieces = new double[1 + nodes.length];
        dense.interpolant().weights(theta, pieces);
        double[] weights = new double[dense.weights().length];
        for (int j = 0; j < nodes.length; j++) {
            weights[nodes[j]] = pieces[1 + j];
        }
        return weights;
    }

    /* With e of order h^p and c of order h^q, e |e| / c is of order h^(2p - q). */
    private void demandBlend(String name, Tableau tableau) {
        int fine = vanishing(tableau.error(), tableau.order()) + 1;
        int coarse = vanishing(tableau.coarse(), tableau.order()) + 1;
        if (2 * fine - coarse < tableau.order()) {
            throw new IllegalArgumentException(name + ": the two error estimates are of orders " + fine + " and "
                    + coarse
                    + " in the step, blended of order " + (2 * fine - coarse) + ", which is below the method's order "
                    + tableau.order());
        }
    }

    /** The order up to which weights vanish. */
    int vanishing(double[] weights, int most) {
        int order = 0;
        while (order < most && worst(weights, order + 1, 0) <= ROUNDING) {
            order++;
        }
        return order;
    }

    private void demand(String claim, double[] weights, int order, double theta) {
        failed(weights, order, theta).ifPresent(condition -> {
            throw new IllegalArgumentException(claim + "; it fails " + condition
                    + ". Check the coefficients, give them to 16 digits, or claim a lower order");
        });
    }
}
