package org.nde4j.core.solve;

import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import org.nde4j.core.array.Array;
import org.nde4j.core.equation.Field;

/** The order with which an error falls. */
public final class Convergence {
    private Convergence() {}

    /** The slope of log error over log step, by least squares over the given numbers of steps. */
    public static double slope(int[] steps, IntToDoubleFunction error) {
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (int n : steps) {
            double x = -Math.log(n);
            double y = Math.log(error.applyAsDouble(n));
            sx += x;
            sy += y;
            sxx += x * x;
            sxy += x * y;
        }
        int k = steps.length;
        return (k * sxy - sx * sy) / (k * sxx - sx * sx);
    }

    /** The greatest error at the end of a solve with n steps of one length. */
    public static double error(
            Method method, Field field, double from, double to, int n, double[] start, double... end) {
        double[] last = Solve.with(method, new ConstantSteps(Math.abs(to - from) / n))
                .run(field, from, to, Array.matrix(new double[][] {start}))
                .orThrow()
                .last();
        double worst = 0;
        for (int i = 0; i < end.length; i++) {
            worst = Math.max(worst, Math.abs(last[i] - end[i]));
        }
        return worst;
    }

    /** The greatest error of the first state at any end of n steps of one length; never zero by chance. */
    public static double greatestError(
            Method method, Field field, double to, int n, double[] start, DoubleUnaryOperator exact) {
        Solution s = Solve.with(method, new ConstantSteps(to / n))
                .saving(SaveAt.steps(1))
                .run(field, 0, to, Array.matrix(new double[][] {start}))
                .orThrow();
        double worst = 0;
        for (int i = 0; i < s.times().length; i++) {
            worst = Math.max(worst, Math.abs(s.states()[i][0] - exact.applyAsDouble(s.times()[i])));
        }
        return worst;
    }
}
