package org.nde4j.core.solve.stiff;

import java.util.Arrays;
import java.util.List;
import org.nde4j.core.linear.Lu;

/**
 * Weights with which known quantities of a step make another one: the least weights that are right for polynomials of
 * as high a degree as the known quantities allow.
 */
final class Extrapolation {
    /** Weights that are larger amplify the errors of what is known. */
    private static final double LARGEST = 30;

    private Extrapolation() {}

    /**
     * The weights.
     *
     * @param known what is known, each by its moments: the factors of h y', h^2 y''/2, h^3 y'''/6
     * @param target the moments of what is wanted
     */
    static double[] weights(List<double[]> known, double[] target) {
        for (int degree = Math.min(known.size(), target.length); degree > 0; degree--) {
            double[] w = least(known, target, degree);
            if (w != null && Arrays.stream(w).map(Math::abs).max().orElse(0) < LARGEST) {
                return w;
            }
        }
        return new double[known.size()];
    }

    /* w = V'(V V')^-1 target, the least of those that V maps to the target; null if there is none. */
    private static double[] least(List<double[]> known, double[] target, int degree) {
        double[] gram = new double[degree * degree];
        for (double[] v : known) {
            for (int i = 0; i < degree; i++) {
                for (int j = 0; j < degree; j++) {
                    gram[i * degree + j] += v[i] * v[j];
                }
            }
        }
        Lu lu = new Lu(degree);
        if (!lu.factor(gram) || lu.pivotRatio() < 1e-8) {
            return null;
        }
        double[] multipliers = new double[degree];
        lu.solve(Arrays.copyOf(target, degree), multipliers);
        double[] w = new double[known.size()];
        for (int k = 0; k < w.length; k++) {
            for (int i = 0; i < degree; i++) {
                w[k] += known.get(k)[i] * multipliers[i];
            }
        }
        return w;
    }
}
