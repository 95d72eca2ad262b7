package org.nde4j.core.linear;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/** Between row arrays and flat matrices. */
final class Rows {
    private Rows() {}

    static RealMatrix matrix(double[][] rows) {
        for (double[] row : rows) {
            for (double x : row) {
                if (!(Math.abs(x) <= Double.MAX_VALUE)) {
                    throw new IllegalArgumentException(
                            "A matrix to decompose contains " + x + "; remove what is not finite first.");
                }
            }
        }
        return new Array2DRowRealMatrix(rows, false);
    }

    static double[] flat(double[][] rows) {
        double[] x = new double[rows.length * rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, x, i * rows[i].length, rows[i].length);
        }
        return x;
    }

    /** Flat, after turning each column's sign, and that of the partner's, so that its largest component is positive. */
    static double[] signed(double[][] rows, double[][] partner) {
        for (int j = 0; j < rows[0].length; j++) {
            if (largest(rows, j) < 0) {
                turn(rows, j);
                if (partner != null) {
                    turn(partner, j);
                }
            }
        }
        return flat(rows);
    }

    private static double largest(double[][] rows, int j) {
        double largest = 0;
        for (double[] row : rows) {
            largest = Math.abs(row[j]) > Math.abs(largest) ? row[j] : largest;
        }
        return largest;
    }

    private static void turn(double[][] rows, int j) {
        for (double[] row : rows) {
            row[j] = -row[j];
        }
    }
}
