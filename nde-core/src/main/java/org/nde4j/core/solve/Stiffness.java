package org.nde4j.core.solve;

/** The size of the greatest eigenvalue of the Jacobian of a field, by power iteration with differences. */
final class Stiffness {
    private static final int ITERATIONS = 12;

    private Stiffness() {}

    static double estimate(Stepper stepper, double time, double[] slope) {
        double[] y = stepper.state();
        double[] f = slope.clone();
        double[] v = f.clone();
        double[] moved = new double[y.length];
        double before = Double.NaN;
        double growth = Double.NaN;
        for (int k = 0; k < ITERATIONS; k++) {
            double size = size(v);
            if (!(size > 0 && size < Double.POSITIVE_INFINITY)) {
                return growth;
            }
            double shift = 0x1p-26 * Math.max(size(y), 0x1p-26) / size;
            for (int i = 0; i < y.length; i++) {
                moved[i] = Math.fma(shift, v[i], y[i]);
            }
            double[] g = stepper.derivative(time, moved);
            for (int i = 0; i < y.length; i++) {
                v[i] = (g[i] - f[i]) / shift;
            }
            before = growth;
            growth = size(v) / size;
        }
        return Math.sqrt(before * growth); // a pair of complex eigenvalues makes the growth swing
    }

    private static double size(double[] x) {
        double sum = 0;
        for (double e : x) {
            sum = Math.fma(e, e, sum);
        }
        return Math.sqrt(sum);
    }
}
