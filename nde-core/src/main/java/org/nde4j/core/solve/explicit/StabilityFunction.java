package org.nde4j.core.solve.explicit;

import java.util.Arrays;

/**
 * What one step of an explicit Runge-Kutta method does to y' = k y: it multiplies y by the polynomial R(z) in z = h k,
 * whose coefficients are 1, then {@code b A^(j-1) e}.
 */
final class StabilityFunction {
    private static final double ROUNDING = 1e-12;
    private final double[] coefficients;

    StabilityFunction(Tableau tableau) {
        int stages = tableau.stages();
        coefficients = new double[stages + 1];
        coefficients[0] = 1;
        double[] power = new double[stages];
        Arrays.fill(power, 1);
        for (int j = 1; j <= stages; j++) {
            coefficients[j] = dot(tableau.b(), power);
            double[] next = new double[stages];
            for (int i = 0; i < stages; i++) {
                next[i] = dot(tableau.a()[i], power);
            }
            power = next;
        }
    }

    private static double dot(double[] row, double[] values) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum = Math.fma(row[i], values[i], sum);
        }
        return sum;
    }

    /** R(z) at a real z. */
    double at(double z) {
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            sum = Math.fma(sum, z, coefficients[k]);
        }
        return sum;
    }

    private boolean stable(double x) {
        return Math.abs(at(-x)) <= 1 + ROUNDING;
    }

    /** How far along the negative real axis it is at most 1. */
    double interval() {
        double low = 0;
        double step = 1.0 / 256;
        while (stable(low + step)) {
            low += step;
        }
        double high = low + step;
        while (high - low > 1e-12 * high) {
            double middle = (low + high) / 2;
            if (stable(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
