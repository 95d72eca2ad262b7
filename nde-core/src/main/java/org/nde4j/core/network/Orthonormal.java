package org.nde4j.core.network;

import java.util.Arrays;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.random.Stream;

/** Random orthonormal vectors: normal ones, orthogonalized twice by Gram and Schmidt. */
final class Orthonormal {
    private Orthonormal() {}

    static Array matrix(Shape shape, double gain, Stream random) {
        int rows = shape.dim(0);
        int columns = shape.dim(1);
        boolean wide = columns >= rows;
        double[][] basis = basis(Math.min(rows, columns), Math.max(rows, columns), random);
        Array result = Array.zeros(shape);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                result.values()[i * columns + j] = gain * (wide ? basis[i][j] : basis[j][i]);
            }
        }
        return result;
    }

    private static double[][] basis(int count, int length, Stream random) {
        double[][] q = new double[count][length];
        for (int i = 0; i < count; i++) {
            Arrays.setAll(q[i], k -> random.normal());
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < i; j++) {
                    axpy(-dot(q[i], q[j]), q[j], q[i]);
                }
            }
            double norm = Math.sqrt(dot(q[i], q[i]));
            for (int k = 0; k < length; k++) {
                q[i][k] /= norm;
            }
        }
        return q;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum = Math.fma(a[i], b[i], sum);
        }
        return sum;
    }

    private static void axpy(double factor, double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.fma(factor, x[i], y[i]);
        }
    }
}
