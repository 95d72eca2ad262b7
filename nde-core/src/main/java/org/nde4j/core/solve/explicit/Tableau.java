package org.nde4j.core.solve.explicit;

/**
 * The coefficients of an explicit Runge-Kutta method (J. C. Butcher).
 *
 * @param order the order of the solution
 * @param a row i: the weights of the stages before stage i; row 0 is empty
 * @param b the weights of the solution
 * @param error the weights of the error estimate, of all stages and of the derivative at the end of the step; empty if
 *     there is none
 */
record Tableau(int order, double[][] a, double[] b, double[] error) {
    int stages() {
        return b.length;
    }

    /** Where in the step stage i is evaluated: the sum of its row, exactly 1 where that is meant. */
    double c(int i) {
        double sum = 0;
        for (double v : a[i]) {
            sum += v;
        }
        return Math.abs(sum - 1) < 1e-13 ? 1 : sum; // rounding of rows with entries of order 10
    }

    /** Whether the last stage is the derivative at the end of the step, so that it need not be evaluated again. */
    boolean firstSameAsLast() {
        int last = stages() - 1;
        if (b[last] != 0 || a[last].length != last) {
            return false;
        }
        for (int j = 0; j < last; j++) {
            if (a[last][j] != b[j]) {
                return false;
            }
        }
        return true;
    }
}
