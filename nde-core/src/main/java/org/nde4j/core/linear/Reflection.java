package org.nde4j.core.linear;

import org.nde4j.core.kernel.Loops;
import org.nde4j.core.kernel.Reductions;

/** The reflection x - weight v (v'x) on the elements from..to-1. */
final class Reflection {
    private Reflection() {}

    static void apply(double[] v, double weight, double[] x, int from, int to) {
        double s = weight * Reductions.dot(v, from, x, from, to - from);
        Loops.axpy(-s, v, from, x, from, to - from);
    }

    static double squares(double[] x, int from, int to) {
        return Reductions.sumOfSquares(x, from, to - from);
    }
}
