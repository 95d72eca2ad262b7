package org.nde4j.symbolic.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.equation.Field;
import org.nde4j.core.equation.Sensitivity;
import org.nde4j.core.solve.GridSolve;
import org.nde4j.core.solve.Ledger;
import org.nde4j.core.solve.explicit.Tsit5;
import org.nde4j.core.train.Window;

/** The errors of one form of a system in measured windows, and their derivatives. A bench for one thread. */
final class WindowErrors {
    private final List<Window> windows;
    private final List<double[][]> scale;
    private final int[] free;
    private final int n;
    private final int points;
    private final GridSolve.Bench plain;
    private final GridSolve.Bench sensitive;
    private final Ledger ledger = new Ledger(0);

    /**
     * A bench.
     *
     * @param system the form; the values of its free constants come later
     * @param windows all of one length
     * @param scale the unit of the error of every measurement of each window, [points][n]
     * @param substeps steps of the solver between two points
     */
    WindowErrors(EquationSystem system, List<Window> windows, List<double[][]> scale, int substeps) {
        this.windows = windows;
        this.scale = scale;
        this.free = system.free();
        this.n = system.states().size();
        this.points = windows.get(0).times().length;
        GridSolve grid =
                new GridSolve(new Tsit5(), windows.stream().map(Window::times).toArray(double[][]::new), substeps);
        Field field = system.field();
        this.plain = grid.open(field);
        this.sensitive = grid.open(new Sensitivity(field, directions(system)));
    }

    private List<List<double[]>> directions(EquationSystem system) {
        int count = system.constants().length;
        List<List<double[]>> all = new ArrayList<>();
        for (int position : free) {
            double[] unit = new double[count];
            unit[position] = 1;
            all.add(List.of(unit));
        }
        List<double[]> none = count == 0 ? List.of() : List.of(new double[count]);
        IntStream.range(0, n).forEach(i -> all.add(none));
        return all;
    }

    private static double[][] parameters(double[] constants) {
        return constants.length == 0 ? new double[0][] : new double[][] {constants};
    }

    /** The sum of squared errors in units of the scale; infinite if the system cannot be solved. */
    double squares(double[] constants, double[][] starts) {
        double[] flat = Arrays.stream(starts).flatMapToDouble(Arrays::stream).toArray();
        double[] states = plain.run(flat, ledger, parameters(constants));
        double sum = 0;
        for (int p = 0; p < points; p++) {
            for (int w = 0; w < windows.size(); w++) {
                double[] measured = windows.get(w).values()[p];
                double[] unit = scale.get(w)[p];
                for (int s = 0; s < n; s++) {
                    if (!Double.isNaN(measured[s])) {
                        double error = (states[(p * windows.size() + w) * n + s] - measured[s]) / unit[s];
                        sum += error * error;
                    }
                }
            }
        }
        return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
    }

    /** The normal equations about given constants and starts. */
    NormalEquations linearize(double[] constants, double[][] starts) {
        int width = n * (1 + free.length + n);
        double[] states = sensitive.run(unfolded(starts, width), ledger, parameters(constants));
        NormalEquations normal = new NormalEquations(free.length, windows.size(), n);
        double[] byConstants = new double[free.length];
        double[] byStart = new double[n];
        for (int p = 0; p < points; p++) {
            for (int w = 0; w < windows.size(); w++) {
                double[] measured = windows.get(w).values()[p];
                double[] unit = scale.get(w)[p];
                int row = (p * windows.size() + w) * width;
                for (int s = 0; s < n; s++) {
                    if (!Double.isNaN(measured[s])) {
                        pick(states, row + n + s, unit[s], byConstants);
                        pick(states, row + n * (1 + free.length) + s, unit[s], byStart);
                        normal.add(w, (states[row + s] - measured[s]) / unit[s], byConstants, byStart);
                    }
                }
            }
        }
        return normal;
    }

    /* The starts with the sensitivities at the start: none to constants, one to the start itself. */
    private double[] unfolded(double[][] starts, int width) {
        double[] flat = new double[starts.length * width];
        for (int w = 0; w < starts.length; w++) {
            System.arraycopy(starts[w], 0, flat, w * width, n);
            for (int s = 0; s < n; s++) {
                flat[w * width + n * (1 + free.length + s) + s] = 1;
            }
        }
        return flat;
    }

    private void pick(double[] states, int from, double unit, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = states[from + n * i] / unit;
        }
    }
}
