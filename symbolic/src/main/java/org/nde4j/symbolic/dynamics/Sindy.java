package org.nde4j.symbolic.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.model.Smooth;
import org.nde4j.core.train.TimeSeries;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.score.SparseRegression;

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
    private final Monomials monomials;
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
        this.monomials = new Monomials(states, degree);
        columns = new double[monomials.size()][rows.length];
        for (int i = 0; i < rows.length; i++) {
            double[] values = monomials.values(rows[i]);
            for (int j = 0; j < values.length; j++) {
                columns[j][i] = values[j];
            }
        }
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

    private Expression written(double[] scaled) {
        double[] coefficients = scaled.clone();
        for (int j = 0; j < coefficients.length; j++) {
            coefficients[j] /= size[j] > 0 ? size[j] : 1;
        }
        return monomials.sum(coefficients);
    }
}
