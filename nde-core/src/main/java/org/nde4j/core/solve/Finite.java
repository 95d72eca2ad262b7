package org.nde4j.core.solve;

import org.nde4j.core.kernel.Reductions;

/** Whether numbers are finite. */
final class Finite {
    private Finite() {}

    static boolean all(double[] a) {
        return Reductions.areFinite(a, 0, a.length);
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
