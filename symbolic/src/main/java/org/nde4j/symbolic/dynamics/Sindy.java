package org.nde4j.symbolic.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.model.Smooth;
import org.nde4j.core.train.TimeSeries;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.score.SparseRegression;
import org.nde4j.symbolic.simplify.Simplifier;

/**
 * The baseline: sparse identification of polynomial dynamics by sequentially thresholded least squares.
 *
 * <p>S. L. Brunton, J. L. Proctor, J. N. Kutz, <em>Discovering governing equations from data by sparse identification of
 * nonlinear dynamical systems</em>, PNAS 113 (2016), doi:10.1073/pnas.1517384113. Slopes come from smooth curves through
 * the data, columns are scaled to unit size before thresholding, and the threshold is chosen by the caller.
 */
final class Sindy {
    private static final double[] THRESHOLDS = {0.02, 0.05, 0.1, 0.2, 0.4};
    private static final int MOST_FOR_CUBIC = 3; // states

    private final List<String> states;
    private final List<Expression> terms = new ArrayList<>();
    private final double[][] columns;
    private final double[] size;

    /**
     * The library of monomials.
     *
     * @param states the names of the states
     * @param rows the states, [rows][n]
     * @param degree the greatest total degree
     */
    Sindy(List<String> states, double[][] rows, int degree) {
        this.states = states;
        List<double[]> values = new ArrayList<>();
        monomials(rows, degree, 0, Expression.constant(1), ones(rows.length), values);
        columns = values.toArray(double[][]::new);
        size = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            double sum = 0;
            for (double v : columns[j]) {
                sum += v * v;
            }
            size[j] = Math.sqrt(sum / rows.length);
            for (int i = 0; i < rows.length && size[j] > 0; i++) {
                columns[j][i] /= size[j];
            }
        }
    }

    /**
     * The systems of several thresholds.
     *
     * @param smooth the data
     * @param degree the greatest degree of a monomial
     */
    static List<EquationSystem> systems(Smooth smooth, int degree) {
        Sindy sindy = over(smooth, degree);
        List<EquationSystem> systems = new ArrayList<>();
        for (double threshold : THRESHOLDS) {
            systems.add(EquationSystem.of(
                    sindy.states,
                    slopes(smooth).stream()
                            .map(slope -> sindy.fit(slope, threshold))
                            .toList()));
        }
        return systems;
    }

    /**
     * For each state sums of one, two, ... monomials, each the last one less what is missed least.
     *
     * @param smooth the data
     * @param most the most terms
     */
    static List<List<Expression>> sums(Smooth smooth, int most) {
        Sindy sindy = over(smooth, smooth.series().states() <= MOST_FOR_CUBIC ? 3 : 2);
        return slopes(smooth).stream().map(slope -> sindy.sums(slope, most)).toList();
    }

    private List<Expression> sums(double[] slope, int most) {
        int[] there =
                IntStream.range(0, columns.length).filter(j -> size[j] > 0).toArray();
        double[][] chosen = Arrays.stream(there).mapToObj(j -> columns[j]).toArray(double[][]::new);
        List<Expression> sums = new ArrayList<>();
        for (SparseRegression.Terms terms : new SparseRegression(chosen, slope, null).backward(chosen.length)) {
            if (terms.columns().length <= most) {
                double[] all = new double[columns.length];
                for (int i = 0; i < terms.columns().length; i++) {
                    all[there[terms.columns()[i]]] = terms.coefficients()[i];
                }
                sums.add(written(all));
            }
        }
        return sums;
    }

    private static Sindy over(Smooth smooth, int degree) {
        List<double[]> rows = new ArrayList<>();
        TimeSeries series = smooth.series();
        for (int k = 0; k < series.trajectories().size(); k++) {
            for (double time : series.trajectories().get(k).times()) {
                rows.add(smooth.states(k, time));
            }
        }
        return new Sindy(series.stateNames(), rows.toArray(double[][]::new), degree);
    }

    /* For each state the smooth slopes at all times. */
    private static List<double[]> slopes(Smooth smooth) {
        List<double[]> rows = new ArrayList<>();
        TimeSeries series = smooth.series();
        for (int k = 0; k < series.trajectories().size(); k++) {
            for (double time : series.trajectories().get(k).times()) {
                rows.add(smooth.slopes(k, time));
            }
        }
        return IntStream.range(0, series.states())
                .mapToObj(s -> rows.stream().mapToDouble(row -> row[s]).toArray())
                .toList();
    }

    private static double[] ones(int n) {
        double[] one = new double[n];
        Arrays.fill(one, 1);
        return one;
    }

    private void monomials(
            double[][] rows, int left, int from, Expression term, double[] value, List<double[]> values) {
        terms.add(term);
        values.add(value);
        for (int s = from; s < states.size() && left > 0; s++) {
            double[] product = value.clone();
            for (int i = 0; i < rows.length; i++) {
                product[i] *= rows[i][s];
            }
            Expression factor = Expression.variable(states.get(s));
            boolean first = terms.size() > 0 && term.equals(Expression.constant(1));
            monomials(rows, left - 1, s, first ? factor : term.times(factor), product, values);
        }
    }

    /**
     * The right-hand side for given slopes.
     *
     * @param slopes [rows]
     * @param threshold terms whose share of the slope's size is below are dropped
     */
    Expression fit(double[] slopes, double threshold) {
        double size2 = 0;
        for (double v : slopes) {
            size2 += v * v;
        }
        double unit = Math.sqrt(size2 / slopes.length);
        boolean[] kept = new boolean[columns.length];
        Arrays.fill(kept, true);
        double[] coefficients = new double[columns.length];
        for (int round = 0; round < 20; round++) {
            coefficients = leastSquares(slopes, kept);
            boolean changed = false;
            for (int j = 0; j < kept.length; j++) {
                if (kept[j] && Math.abs(coefficients[j]) < threshold * unit) {
                    kept[j] = false;
                    changed = true;
                }
            }
            if (!changed) {
                break;
            }
        }
        return written(coefficients);
    }

    private double[] leastSquares(double[] slopes, boolean[] kept) {
        List<double[]> chosen = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int j = 0; j < kept.length; j++) {
            if (kept[j] && size[j] > 0) {
                chosen.add(columns[j]);
                places.add(j);
            }
        }
        double[] all = new double[columns.length];
        if (!chosen.isEmpty()) {
            List<SparseRegression.Terms> models =
                    new SparseRegression(chosen.toArray(double[][]::new), slopes, null).backward(chosen.size());
            SparseRegression.Terms full = models.get(0);
            for (int i = 0; i < full.columns().length; i++) {
                all[places.get(full.columns()[i])] = full.coefficients()[i];
            }
        }
        return all;
    }

    private Expression written(double[] coefficients) {
        Expression sum = null;
        for (int j = 0; j < coefficients.length; j++) {
            if (coefficients[j] != 0) {
                double c = coefficients[j] / size[j];
                Expression term = terms.get(j).equals(Expression.constant(1))
                        ? Expression.constant(c)
                        : Expression.constant(Math.abs(c)).times(terms.get(j));
                boolean minus = c < 0 && !terms.get(j).equals(Expression.constant(1));
                if (sum == null) {
                    sum = minus ? Expression.constant(c).times(terms.get(j)) : term;
                } else {
                    sum = minus ? sum.minus(term) : sum.plus(term);
                }
            }
        }
        return sum == null ? Expression.constant(0) : Simplifier.simplify(sum);
    }
}
