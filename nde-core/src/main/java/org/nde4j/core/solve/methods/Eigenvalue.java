package org.nde4j.core.solve.methods;

import java.util.Arrays;
import org.nde4j.core.solve.Stepper;

/**
 * Follows the greatest eigenvalue of the Jacobian along a solution, by one power iteration a step: the direction in which the
 * field changes most is kept from step to step.
 */
final class Eigenvalue {
    private final double[] direction;
    private final double[] moved;

    Eigenvalue(int size) {
        direction = new double[size];
        moved = new double[size];
    }

    /** Forgets the direction. */
    void forget() {
        Arrays.fill(direction, 0);
    }

    /** The direction, zero at the start. */
    double[] direction() {
        return direction;
    }

    /** How much the field changes along the direction where the bench stands; the direction turns. */
    double follow(Stepper stepper, double time) {
        double[] y = stepper.state();
        double[] f = stepper.derivative();
        double size = size(direction);
        boolean known = size > 0 && size < Double.POSITIVE_INFINITY;
        double[] along = known ? direction : f;
        double length = known ? size : size(f);
        if (!(length > 0)) {
            return 0;
        }
        double shift = 0x1p-26 * Math.max(size(y), 0x1p-26) / length;
        for (int i = 0; i < y.length; i++) {
            moved[i] = Math.fma(shift, along[i], y[i]);
        }
        double[] g = stepper.derivative(time, moved);
        for (int i = 0; i < y.length; i++) {
            direction[i] = (g[i] - f[i]) / shift;
        }
        return size(direction) / length;
    }

    private static double size(double[] x) {
        double sum = 0;
        for (double e : x) {
            sum = Math.fma(e, e, sum);
        }
        return Math.sqrt(sum);
    }
}
