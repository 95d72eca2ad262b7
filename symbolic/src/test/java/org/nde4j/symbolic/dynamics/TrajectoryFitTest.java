package org.nde4j.symbolic.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.nde4j.core.model.Noise;
import org.nde4j.core.model.Smooth;
import org.nde4j.core.random.Stream;
import org.nde4j.core.random.Streams;
import org.nde4j.core.train.TimeSeries;

class TrajectoryFitTest {
    private static final EquationSystem TRUTH =
            Simulated.system(List.of("x", "y"), "x*(1.2 - 0.6*y)", "y*(0.5*x - 0.8)");
    private static final double[][] STARTS = {{2, 1}, {1, 0.5}, {3, 2}};

    private static TrajectoryFit over(TimeSeries series, int points, int substeps) {
        Smooth smooth = Smooth.of(series);
        Noise noise = new Noise(new double[] {0.01, 0.02}, new double[] {0.1, 0});
        return new TrajectoryFit(smooth.windows(points), smooth.windowDeviations(points, noise), substeps);
    }

    @Test
    void constants_areRecoveredFromExactData() {
        TimeSeries series = Simulated.series(TRUTH, STARTS, Simulated.times(40, 8, 3), 0, 0);
        double[] wrong = Arrays.stream(TRUTH.constants()).map(c -> 1.2 * c).toArray();
        for (int points : new int[] {8, 40}) {
            TrajectoryFit fit = over(series, points, 16);
            TrajectoryFit.Fitted fitted = fit.fit(TRUTH.withConstants(wrong), fit.starts(), 40);
            // the fixed steps of the fit are off by about 1e-8 from the data's solver
            assertArrayEquals(TRUTH.constants(), fitted.system().constants(), 1e-5);
            // windows share the points at which they meet
            assertEquals(points == 40 ? 240 : 270, fitted.observations());
        }
    }

    @Test
    void missingValues_areLeftOut() {
        TimeSeries series = Simulated.series(TRUTH, STARTS, Simulated.times(40, 8, 3), 0, 0);
        Stream random = Streams.of(5).stream("missing");
        series.trajectories()
                .forEach(tr -> Arrays.stream(tr.values()).forEach(row -> {
                    if (random.uniform() < 0.3) {
                        row[random.nextInt(2)] = Double.NaN;
                    }
                }));
        TrajectoryFit fit = over(series, 10, 16);
        TrajectoryFit.Fitted fitted = fit.fit(TRUTH, fit.starts(), 40);
        assertTrue(fitted.observations() < 240 && fitted.observations() > 150);
        assertArrayEquals(TRUTH.constants(), fitted.system().constants(), 1e-5); // as above
    }

    @Test
    void information_isThatOfTheResidualsWithStartsEliminated() {
        TimeSeries series = Simulated.series(TRUTH, STARTS, Simulated.times(15, 4, 3), 0.02, 0);
        Smooth smooth = Smooth.of(series);
        Noise noise = new Noise(new double[] {0.01, 0.02}, new double[] {0.1, 0});
        TrajectoryFit fit = over(series, 15, 16);
        TrajectoryFit.Fitted fitted = fit.fit(TRUTH, fit.starts(), 0);
        double[] at = concat(TRUTH.constants(), fit.starts());
        RealMatrix jacobian = new Array2DRowRealMatrix(residuals(series, smooth, noise, at).length, at.length);
        for (int j = 0; j < at.length; j++) {
            double h = 1e-5;
            double[] up = at.clone();
            double[] down = at.clone();
            up[j] += h;
            down[j] -= h;
            jacobian.setColumnVector(
                    j,
                    new ArrayRealVector(residuals(series, smooth, noise, up))
                            .subtract(new ArrayRealVector(residuals(series, smooth, noise, down)))
                            .mapDivide(2 * h));
        }
        RealMatrix all = jacobian.transpose().multiply(jacobian);
        int k = TRUTH.constants().length;
        RealMatrix a = all.getSubMatrix(0, k - 1, 0, k - 1);
        RealMatrix b = all.getSubMatrix(0, k - 1, k, at.length - 1);
        RealMatrix d = all.getSubMatrix(k, at.length - 1, k, at.length - 1);
        RealMatrix schur =
                a.subtract(b.multiply(new LUDecomposition(d).getSolver().solve(b.transpose())));
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                // central differences are good to about 1e-6
                double tolerance = 1e-5 * Math.sqrt(a.getEntry(i, i) * a.getEntry(j, j));
                assertEquals(schur.getEntry(i, j), fitted.information()[i][j], tolerance);
            }
        }
    }

    private static double[] concat(double[] constants, double[][] starts) {
        double[] all = Arrays.copyOf(constants, constants.length + starts.length * 2);
        for (int w = 0; w < starts.length; w++) {
            System.arraycopy(starts[w], 0, all, constants.length + 2 * w, 2);
        }
        return all;
    }

    private static double[] residuals(TimeSeries series, Smooth smooth, Noise noise, double[] at) {
        int k = TRUTH.constants().length;
        EquationSystem system = TRUTH.withConstants(Arrays.copyOf(at, k));
        double[] residuals = new double[series.length() * 2];
        int next = 0;
        for (int w = 0; w < series.trajectories().size(); w++) {
            double[] start = {at[k + 2 * w], at[k + 2 * w + 1]};
            double[] times = series.trajectories().get(w).times();
            double[][] states = Forecast.solve(system.field(), system.parameters(), start, times, 1e-11);
            double[][] unit = smooth.deviations(w, noise);
            for (int i = 0; i < times.length; i++) {
                for (int s = 0; s < 2; s++) {
                    residuals[next++] =
                            (states[i][s] - series.trajectories().get(w).values()[i][s]) / unit[i][s];
                }
            }
        }
        return residuals;
    }

    @Test
    void steps_areThoseOfTheWholeEquations() {
        int k = 3;
        int windows = 4;
        int n = 2;
        int size = k + windows * n;
        Stream random = Streams.of(2).stream("rows");
        NormalEquations normal = new NormalEquations(k, windows, n);
        RealMatrix whole = new Array2DRowRealMatrix(size, size);
        double[] right = new double[size];
        for (int row = 0; row < 60; row++) {
            double[] full = new double[size];
            double[] byConstants = {random.normal(), random.normal(), random.normal()};
            double[] byStart = {random.normal(), random.normal()};
            double error = random.normal();
            System.arraycopy(byConstants, 0, full, 0, k);
            System.arraycopy(byStart, 0, full, k + n * (row % windows), n);
            normal.add(row % windows, error, byConstants, byStart);
            for (int i = 0; i < size; i++) {
                right[i] -= full[i] * error;
                for (int j = 0; j < size; j++) {
                    whole.addToEntry(i, j, full[i] * full[j]);
                }
            }
        }
        double damping = 0.37;
        for (int i = 0; i < size; i++) {
            whole.multiplyEntry(i, i, 1 + damping);
        }
        double[] expected = new LUDecomposition(whole)
                .getSolver()
                .solve(new ArrayRealVector(right))
                .toArray();
        NormalEquations.Step step = normal.step(damping);
        double[] found = concat(step.constants(), step.starts());
        assertArrayEquals(expected, found, 1e-11); // two well conditioned solves of order one
    }
}
