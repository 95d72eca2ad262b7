package org.nde4j.symbolic.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.nde4j.core.model.Noise;
import org.nde4j.core.model.Smooth;
import org.nde4j.core.train.Trajectory;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.score.SparseRegression;

/**
 * Sums of few monomials that explain by how much a state grew between two measurements: the integral of the sum along
 * the smooth curves should be the difference of the measurements. Needs no slopes, which noise spoils first, and all
 * sums of up to three monomials are looked at, so that none is missed for the company it keeps.
 *
 * <p>The integral form of sparse identification, H. Schaeffer, S. G. McCalla, <em>Sparse model selection via integral
 * terms</em>, Phys. Rev. E 96 (2017), doi:10.1103/PhysRevE.96.023302.
 */
final class Increments {
    private static final int DEGREE = 2;
    private static final int TERMS = 3;
    private static final int KEPT = 2; // sums of each number of terms
    private static final int MOST_SUMS = 5000;
    private static final int FINE = 4; // places between two measurements

    private final Monomials monomials;
    private final double[][] integrals; // [terms][rows]
    private final double[][] growths; // [states][rows]
    private final double[][] weights; // [states][rows], 0 where something was not measured

    /** The increments of all trajectories over about a tenth of their length. */
    Increments(Smooth smooth, Noise noise) {
        this.monomials = new Monomials(smooth.series().stateNames(), DEGREE);
        List<double[]> columns = new ArrayList<>();
        List<double[]> targets = new ArrayList<>();
        List<double[]> shares = new ArrayList<>();
        for (int k = 0; k < smooth.series().trajectories().size(); k++) {
            add(smooth, k, smooth.deviations(k, noise), columns, targets, shares);
        }
        this.integrals = transposed(columns, monomials.size());
        this.growths = transposed(targets, smooth.series().states());
        this.weights = transposed(shares, smooth.series().states());
    }

    private void add(
            Smooth smooth,
            int k,
            double[][] deviations,
            List<double[]> columns,
            List<double[]> targets,
            List<double[]> shares) {
        Trajectory trajectory = smooth.series().trajectories().get(k);
        double[][] from = integrals(smooth, k, trajectory.times());
        int span = Math.max(1, trajectory.length() / 10);
        for (int i = 0; i + span < trajectory.length(); i++) {
            double[] a = trajectory.values()[i];
            double[] b = trajectory.values()[i + span];
            double[] growth = new double[a.length];
            double[] weight = new double[a.length];
            for (int s = 0; s < a.length; s++) {
                boolean measured = !Double.isNaN(b[s] - a[s]);
                growth[s] = measured ? b[s] - a[s] : 0;
                double variance =
                        deviations[i][s] * deviations[i][s] + deviations[i + span][s] * deviations[i + span][s];
                weight[s] = measured ? 1 / Math.max(variance, Double.MIN_NORMAL) : 0;
            }
            double[] column = from[i + span].clone();
            int start = i;
            Arrays.setAll(column, j -> column[j] - from[start][j]);
            columns.add(column);
            targets.add(growth);
            shares.add(weight);
        }
    }

    /* The integrals of all monomials from the first time to each, [times][terms]. */
    private double[][] integrals(Smooth smooth, int k, double[] times) {
        double[][] sums = new double[times.length][monomials.size()];
        for (int i = 1; i < times.length; i++) {
            double step = (times[i] - times[i - 1]) / FINE;
            sums[i] = sums[i - 1].clone();
            for (int j = 0; j < FINE; j++) {
                double[] values = monomials.values(smooth.states(k, times[i - 1] + (j + 0.5) * step));
                for (int m = 0; m < values.length; m++) {
                    sums[i][m] += step * values[m];
                }
            }
        }
        return sums;
    }

    private static double[][] transposed(List<double[]> rows, int columns) {
        double[][] all = new double[columns][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < columns; j++) {
                all[j][i] = rows.get(i)[j];
            }
        }
        return all;
    }

    private record Sum(double[] coefficients, double error) {}

    /** The best sums for the derivative of a state, of one, two and three monomials. */
    List<Expression> sums(int state) {
        List<Expression> best = new ArrayList<>();
        if (growths[state].length == 0) {
            return best;
        }
        int left = MOST_SUMS;
        for (int terms = 1; terms <= Math.min(TERMS, monomials.size()); terms++) {
            List<int[]> subsets = subsets(monomials.size(), terms);
            left -= subsets.size();
            if (left < 0) {
                break;
            }
            subsets.stream()
                    .map(subset -> fitted(subset, state))
                    .sorted(Comparator.comparingDouble(Sum::error))
                    .limit(KEPT)
                    .forEach(sum -> best.add(monomials.sum(sum.coefficients())));
        }
        return best;
    }

    private Sum fitted(int[] subset, int state) {
        double[][] columns = Arrays.stream(subset).mapToObj(j -> integrals[j]).toArray(double[][]::new);
        double[] coefficients = new double[monomials.size()];
        List<SparseRegression.Terms> fits =
                new SparseRegression(columns, growths[state], weights[state]).backward(subset.length);
        if (!fits.isEmpty()) {
            SparseRegression.Terms fit = fits.get(0);
            for (int i = 0; i < fit.columns().length; i++) {
                coefficients[subset[fit.columns()[i]]] = fit.coefficients()[i];
            }
        }
        double error = 0;
        for (int row = 0; row < growths[state].length; row++) {
            double rest = growths[state][row];
            for (int j : subset) {
                rest -= coefficients[j] * integrals[j][row];
            }
            error += weights[state][row] * rest * rest;
        }
        return new Sum(coefficients, error);
    }

    /* All ways to take so many of the first n numbers. */
    private static List<int[]> subsets(int n, int size) {
        List<int[]> all = new ArrayList<>(List.of(new int[0]));
        for (int i = 0; i < size; i++) {
            List<int[]> longer = new ArrayList<>();
            for (int[] subset : all) {
                for (int j = subset.length == 0 ? 0 : subset[subset.length - 1] + 1; j < n; j++) {
                    int[] more = Arrays.copyOf(subset, subset.length + 1);
                    more[subset.length] = j;
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }
}
