package org.nde4j.symbolic.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Least squares with few terms: of many columns the one that lowers the sum of squares most is taken, then the next
 * given the first, and so on (orthogonal least squares, S. Chen, S. A. Billings and W. Luo, 1989,
 * doi:10.1080/00207178908953472); or all are taken and the one that is missed least is dropped, again and again.
 */
public final class SparseRegression {
    private static final double DEPENDENT = 1e-10;

    private final double[][] gram;
    private final double[] moments;

    /**
     * Assembles the normal equations.
     *
     * @param columns the candidate terms, shape [terms, rows], finite; those that are all zero are never taken
     * @param target shape [rows]
     * @param weights shape [rows], or null for equal weights
     */
    public SparseRegression(double[][] columns, double[] target, double[] weights) {
        int m = columns.length;
        gram = new double[m][m];
        moments = new double[m];
        double[] weighted = new double[target.length];
        for (int i = 0; i < m; i++) {
            for (int row = 0; row < target.length; row++) {
                weighted[row] = weights == null ? columns[i][row] : weights[row] * columns[i][row];
            }
            moments[i] = dot(weighted, target);
            for (int j = 0; j <= i; j++) {
                gram[i][j] = dot(weighted, columns[j]);
                gram[j][i] = gram[i][j];
            }
        }
    }

    private static double dot(double[] x, double[] y) {
        double even = 0;
        double odd = 0;
        int i = 0;
        for (; i + 1 < x.length; i += 2) {
            even = Math.fma(x[i], y[i], even);
            odd = Math.fma(x[i + 1], y[i + 1], odd);
        }
        return i < x.length ? Math.fma(x[i], y[i], even) + odd : even + odd;
    }

    /** The models of one, two, ... up to {@code most} terms, each an extension of the one before. */
    public List<Terms> forward(int most) {
        double[][] left = Arrays.stream(gram).map(double[]::clone).toArray(double[][]::new);
        double[] rest = moments.clone();
        List<Integer> chosen = new ArrayList<>();
        List<Terms> models = new ArrayList<>();
        for (int next = steepest(left, rest, chosen); next >= 0 && chosen.size() < most; ) {
            chosen.add(next);
            models.add(solved(chosen));
            sweep(left, rest, next);
            next = steepest(left, rest, chosen);
        }
        return models;
    }

    private int steepest(double[][] left, double[] rest, List<Integer> chosen) {
        int best = -1;
        double most = 0;
        for (int i = 0; i < rest.length; i++) {
            double gain = rest[i] * rest[i] / left[i][i];
            if (left[i][i] > DEPENDENT * gram[i][i] && gain > most && !chosen.contains(i)) {
                best = i;
                most = gain;
            }
        }
        return best;
    }

    private static void sweep(double[][] left, double[] rest, int pivot) {
        double[] row = left[pivot].clone();
        double moment = rest[pivot];
        for (int i = 0; i < rest.length; i++) {
            double factor = row[i] / row[pivot];
            rest[i] -= factor * moment;
            for (int j = 0; j < rest.length; j++) {
                left[i][j] -= factor * row[j];
            }
        }
    }

    /** The models of {@code most} down to one term, each a part of the one before. */
    public List<Terms> backward(int most) {
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < moments.length; i++) {
            if (gram[i][i] > 0) {
                chosen.add(i);
            }
        }
        List<Terms> models = new ArrayList<>();
        while (!chosen.isEmpty()) {
            Terms model = solved(chosen);
            if (chosen.size() <= most) {
                models.add(model);
            }
            chosen.remove(leastMissed(chosen));
        }
        return models;
    }

    /** The place of the term whose loss raises the sum of squares least: coefficient^2 / (inverse matrix)_ii. */
    private int leastMissed(List<Integer> chosen) {
        double[][] part = part(chosen);
        double[] right = chosen.stream().mapToDouble(i -> moments[i]).toArray();
        double[] solution = Damped.step(part, right, DEPENDENT);
        int least = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < right.length; i++) {
            double[] unit = new double[right.length];
            unit[i] = 1;
            double price = solution[i] * solution[i] / Damped.step(part, unit, DEPENDENT)[i];
            if (price < lowest) {
                least = i;
                lowest = price;
            }
        }
        return least;
    }

    private double[][] part(List<Integer> chosen) {
        double[][] part = new double[chosen.size()][chosen.size()];
        for (int i = 0; i < part.length; i++) {
            for (int j = 0; j < part.length; j++) {
                part[i][j] = gram[chosen.get(i)][chosen.get(j)];
            }
        }
        return part;
    }

    private Terms solved(List<Integer> chosen) {
        double[] right = chosen.stream().mapToDouble(i -> moments[i]).toArray();
        return new Terms(
                chosen.stream().mapToInt(Integer::intValue).toArray(), Damped.step(part(chosen), right, 1e-15));
    }

    /**
     * A model: the columns that are in and their coefficients.
     *
     * @param columns the indices of the columns
     * @param coefficients one for each of them
     */
    public record Terms(int[] columns, double[] coefficients) {}
}
