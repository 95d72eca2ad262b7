package org.nde4j.core.solve.explicit;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.nde4j.core.solve.Interpolant;

/**
 * A dense output of a Runge-Kutta method's own: the solution at theta is the state at the start of the step plus the
 * length of the step times a sum over its nodes, each with a polynomial in theta as its weight.
 *
 * <p>The nodes are the stages, then the derivative at the end of the step, then further stages that are evaluated only
 * where dense output is asked for.
 *
 * @param order its order
 * @param a the rows of the further stages, each with weights of the nodes before it; empty if there are none
 * @param basis what the coefficients of the weights multiply
 * @param weights row i: the coefficients of the weight of node i, without that of theta^0, which is 0; empty for a node
 *     that is not used. Nodes after the last row are not used
 */
public record ContinuousExtension(int order, double[][] a, Basis basis, double[][] weights) {
    /** The polynomials that coefficients multiply. */
    public enum Basis {
        /** theta, theta^2, ... */
        POWERS,
        /**
         * The Bernstein polynomials 1 to d of degree d = the length of a row. Powers of high degree cancel: with them some
         * of the methods of order 8 would lose six digits.
         */
        BERNSTEIN
    }

    /** Copies the arrays. */
    public ContinuousExtension {
        a = Tableau.copy(a);
        weights = Tableau.copy(weights);
    }

    /** One without further stages, in powers of theta. */
    public ContinuousExtension(int order, double[][] weights) {
        this(order, new double[0][], Basis.POWERS, weights);
    }

    /** The nodes that it uses, in order. */
    int[] nodes() {
        return IntStream.range(0, weights.length)
                .filter(i -> Arrays.stream(weights[i]).anyMatch(w -> w != 0))
                .toArray();
    }

    /** The interpolant whose pieces are the state at the start, then the length of the step times each node used. */
    Interpolant interpolant() {
        int[] nodes = nodes();
        double[][] rows = new double[1 + nodes.length][];
        rows[0] = new double[] {1};
        for (int j = 0; j < nodes.length; j++) {
            double[] w = weights[nodes[j]];
            rows[1 + j] = new double[1 + w.length];
            System.arraycopy(w, 0, rows[1 + j], 1, w.length);
        }
        return basis == Basis.POWERS ? Interpolant.of(rows) : Interpolant.bernstein(rows);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContinuousExtension that
                && order == that.order
                && basis == that.basis
                && Arrays.deepEquals(a, that.a)
                && Arrays.deepEquals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.deepHashCode(a) + Arrays.deepHashCode(weights);
    }
}
