package org.nde4j.core.solve.explicit;

import java.util.Arrays;
import java.util.Optional;

/**
 * The coefficients of an explicit Runge-Kutta method (J. C. Butcher).
 *
 * <p>Every step ends with the derivative at its end, which the next step begins with. It is a node like the stages, the
 * one after them; so a last stage that is this derivative may be listed or left out: the tableau leaves it out.
 *
 * @param order the order of the solution
 * @param a row i: the weights of the stages before stage i; row 0 is empty. Trailing zeros may be left out
 * @param b the weights of the solution
 * @param error the weights of the error estimate, of all stages and of the derivative at the end of the step; empty if
 *     there is none
 * @param coarse the weights of a second estimate, of lower order, or empty. With it the estimate of each state is
 *     {@code e |e| / sqrt(e^2 + c^2 / 100)}, with e and c the two: the form of Dop853
 * @param extension the dense output of its own, in place of the cubic Hermite one
 */
public record Tableau(
        int order, double[][] a, double[] b, double[] error, double[] coarse, Optional<ContinuousExtension> extension) {

    /**
     * Copies the arrays.
     *
     * @throws IllegalArgumentException if the shapes do not fit together
     */
    public Tableau {
        require(order >= 1, "the order must be at least 1, got " + order);
        require(
                b.length >= 1 && a.length == b.length,
                "a has " + a.length + " rows, b " + b.length + " weights; "
                        + "each stage has a row in a, the first an empty one, and a weight in b");
        boolean listed = endsWithDerivative(a, b);
        int stages = listed ? b.length - 1 : b.length;
        a = copy(Arrays.copyOf(a, stages));
        b = Arrays.copyOf(b, stages);
        error = error.clone();
        coarse = coarse.clone();
        for (int i = 0; i < stages; i++) {
            require(
                    a[i].length <= i,
                    "row " + i + " of a has " + a[i].length + " weights; an explicit stage has one of "
                            + "each stage before it, at most " + i);
        }
        int most = Math.max(error.length, coarse.length);
        require(
                most <= stages + 1,
                "an error estimate has " + most + " weights; there are " + stages
                        + " stages and the derivative at the end of the step");
        require(coarse.length == 0 || error.length > 0, "a second estimate refines a first one, which is missing");
        extension.ifPresent(e -> check(e, stages));
    }

    /** A method without error estimate. */
    public Tableau(int order, double[][] a, double[] b) {
        this(order, a, b, new double[0]);
    }

    /** A method with an error estimate. */
    public Tableau(int order, double[][] a, double[] b, double[] error) {
        this(order, a, b, error, new double[0], Optional.empty());
    }

    /** The same method with a second error estimate, of lower order. */
    Tableau withCoarse(double... weights) {
        return new Tableau(order, a, b, error, weights, extension);
    }

    /** The same method with a dense output of its own. */
    public Tableau with(ContinuousExtension dense) {
        return new Tableau(order, a, b, error, coarse, Optional.of(dense));
    }

    private static void check(ContinuousExtension e, int stages) {
        for (int i = 0; i < e.a().length; i++) {
            int before = stages + 1 + i;
            require(
                    e.a()[i].length <= before,
                    "row " + i + " of the dense output's further stages has " + e.a()[i].length + " weights; there are "
                            + before + " nodes before it");
        }
        int nodes = stages + 1 + e.a().length;
        require(
                e.weights().length <= nodes,
                "the dense output has weights of " + e.weights().length + " nodes; there are " + nodes
                        + ": the stages, the derivative at the end, and further stages");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    private static boolean endsWithDerivative(double[][] a, double[] b) {
        int last = b.length - 1;
        return last > 0 && b[last] == 0 && Arrays.equals(Arrays.copyOf(a[last], last), Arrays.copyOf(b, last));
    }

    static double[][] copy(double[][] rows) {
        return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }

    /** The number of stages, the derivative at the end of the step not counted. */
    public int stages() {
        return b.length;
    }

    /** Where in the step a row's stage is evaluated: the sum of the row, exactly 1 where that is meant. */
    static double c(double[] row) {
        double sum = 0;
        for (double v : row) {
            sum += v;
        }
        return Math.abs(sum - 1) < 1e-13 ? 1 : sum; // rounding of rows with entries of order 10
    }

    /** The rows of all nodes: the stages, the derivative at the end, and the further stages of the dense output. */
    double[][] nodes() {
        double[][] further = extension.map(ContinuousExtension::a).orElse(new double[0][]);
        double[][] rows = Arrays.copyOf(a, stages() + 1 + further.length);
        rows[stages()] = b;
        System.arraycopy(further, 0, rows, stages() + 1, further.length);
        return rows;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tableau that
                && order == that.order
                && Arrays.deepEquals(a, that.a)
                && Arrays.equals(b, that.b)
                && Arrays.equals(error, that.error)
                && Arrays.equals(coarse, that.coarse)
                && extension.equals(that.extension);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.deepHashCode(a) + Arrays.hashCode(b);
    }

    /**
     * The last stage that lies at the end of the step without being its end, so that the two show how much the field
     * changes with the state (L. F. Shampine, 1977); 0 if there is none.
     */
    int neighbor() {
        for (int i = stages() - 1; i > 0; i--) {
            if (c(a[i]) == 1 && !Arrays.equals(a[i], Arrays.copyOf(b, i))) {
                return i;
            }
        }
        return 0;
    }
}
