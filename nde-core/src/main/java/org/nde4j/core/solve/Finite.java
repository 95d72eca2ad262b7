package org.nde4j.core.solve;

/** Whether numbers are finite. */
final class Finite {
    private Finite() {}

    static boolean all(double[] a) {
        double sum = 0;
        for (double x : a) {
            sum += x * 0;
        }
        return sum == 0;
    }

    /** The index of the first that is not; -1 if all are. */
    static int firstNot(double[] a) {
        for (int i = 0; i < a.length; i++) {
            if (!Double.isFinite(a[i])) {
                return i;
            }
        }
        return -1;
    }
}
