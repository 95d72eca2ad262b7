package org.nde4j.experiments.study;

/**
 * What someone spends for an accuracy: points from rough tolerances to fine ones.
 *
 * @param name a method or another library
 * @param errors at the end; NaN where it was not reached
 * @param milliseconds that it took
 */
record PrecisionCurve(String name, double[] errors, double[] milliseconds) {
    private static final double LEAST = 1e-17; // an error of 0 has no logarithm

    /**
     * The milliseconds at which it first gets down to an error: on the straight line, in logarithms, between the last
     * tolerance before and the first one after; those of the roughest tolerance if that is accurate enough; NaN if none is.
     */
    double at(double error) {
        int before = -1;
        for (int i = 0; i < errors.length; i++) {
            if (errors[i] <= error) {
                return before < 0 ? milliseconds[i] : between(before, i, error);
            }
            before = Double.isNaN(errors[i]) ? before : i;
        }
        return Double.NaN;
    }

    private double between(int rough, int fine, double error) {
        double high = StrictMath.log(errors[rough]);
        double low = StrictMath.log(Math.max(LEAST, errors[fine]));
        double share = (high - StrictMath.log(error)) / (high - low);
        double from = StrictMath.log(milliseconds[rough]);
        return StrictMath.exp(from + share * (StrictMath.log(milliseconds[fine]) - from));
    }
}
