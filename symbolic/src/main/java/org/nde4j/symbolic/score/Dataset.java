package org.nde4j.symbolic.score;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/**
 * A sample to fit: one column for each variable, a target, and optionally a weight for each row. Immutable; the arrays
 * are copied on the way in and not handed out.
 */
public final class Dataset {
    private final List<String> variables;
    private final double[][] columns;
    private final double[] target;
    private final double[] weights;
    private final double totalWeight;

    private Dataset(List<String> variables, double[][] columns, double[] target, double[] weights) {
        this.variables = variables;
        this.columns = columns;
        this.target = target;
        this.weights = weights;
        this.totalWeight = weights == null ? target.length : sum(weights);
    }

    /**
     * A sample whose rows all count the same.
     *
     * @param variables the names, all different
     * @param columns one column for each variable, shape [variables, rows]
     * @param target the values to fit, shape [rows]
     */
    public static Dataset of(List<String> variables, double[][] columns, double[] target) {
        return checked(variables, columns, target, null);
    }

    /** A sample with a weight for each row, not negative and not all zero, shape [rows]. */
    public static Dataset of(List<String> variables, double[][] columns, double[] target, double[] weights) {
        requireLength("weights", weights, target.length);
        for (double weight : weights) {
            if (!(weight >= 0)) {
                throw new IllegalArgumentException(
                        "The weight " + weight + " is negative or not a number; give weights of zero or more.");
            }
        }
        if (!(sum(weights) > 0)) {
            throw new IllegalArgumentException("All weights are zero; give some row a positive weight.");
        }
        return checked(variables, columns, target, weights.clone());
    }

    private static Dataset checked(List<String> variables, double[][] columns, double[] target, double[] weights) {
        if (target.length == 0) {
            throw new IllegalArgumentException("The sample has no rows; give at least one.");
        }
        if (variables.size() != columns.length) {
            throw new IllegalArgumentException("There are " + variables.size() + " variables " + variables + " but "
                    + columns.length + " columns; give one column for each variable.");
        }
        if (new HashSet<>(variables).size() != variables.size()) {
            throw new IllegalArgumentException("The variables " + variables + " are not all different; rename some.");
        }
        requireFinite("target", target);
        double[][] copies = new double[columns.length][];
        for (int v = 0; v < columns.length; v++) {
            requireLength(variables.get(v), columns[v], target.length);
            requireFinite(variables.get(v), columns[v]);
            copies[v] = columns[v].clone();
        }
        return new Dataset(List.copyOf(variables), copies, target.clone(), weights);
    }

    private static void requireLength(String name, double[] values, int rows) {
        if (values.length != rows) {
            throw new IllegalArgumentException("The column " + name + " has " + values.length + " rows but the target "
                    + rows + "; give columns of one length.");
        }
    }

    private static void requireFinite(String name, double[] values) {
        for (int row = 0; row < values.length; row++) {
            if (!Double.isFinite(values[row])) {
                throw new IllegalArgumentException(
                        "Row " + row + " of " + name + " is " + values[row] + "; remove rows that are not finite.");
            }
        }
    }

    /** The names of the variables. */
    public List<String> variables() {
        return variables;
    }

    /** The number of rows. */
    public int rows() {
        return target.length;
    }

    /** The value of a variable in a row. */
    public double value(int variable, int row) {
        return columns[variable][row];
    }

    /** The target of a row. */
    public double target(int row) {
        return target[row];
    }

    /** The weight of a row; 1 without weights. */
    public double weight(int row) {
        return weights == null ? 1 : weights[row];
    }

    /** True if the rows have weights. */
    public boolean weighted() {
        return weights != null;
    }

    /** The sum of the weights; the number of rows without weights. */
    public double totalWeight() {
        return totalWeight;
    }

    /** The weighted mean of the target. */
    public double targetMean() {
        double sum = 0;
        for (int row = 0; row < rows(); row++) {
            sum = Math.fma(weight(row), target[row], sum);
        }
        return sum / totalWeight;
    }

    /** The sample of these rows, in that order; rows may repeat. */
    public Dataset rows(int... rows) {
        double[][] picked = new double[columns.length][];
        for (int v = 0; v < columns.length; v++) {
            picked[v] = pick(columns[v], rows);
        }
        return new Dataset(variables, picked, pick(target, rows), weights == null ? null : pick(weights, rows));
    }

    /** The same rows with another target, for instance another state of the same system. */
    public Dataset withTarget(double[] other) {
        requireLength("target", other, rows());
        requireFinite("target", other);
        return new Dataset(variables, columns, other.clone(), weights);
    }

    double[][] columns() {
        return columns;
    }

    double[] target() {
        return target;
    }

    double[] weights() {
        return weights;
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    @Override
    public String toString() {
        return "Dataset[" + rows() + " rows of " + variables + (weighted() ? ", weighted]" : "]");
    }
}
