package org.nde4j.core.solve.multistep;

/**
 * Backward differences of a solution at equal distances, the first to one beyond the highest order plus one, in an array
 * of which they are a part.
 */
final class Differences {
    private final double[] array;
    private final int from;
    private final int size;
    private final double[] turned = new double[Bdf.MOST];
    private final double[][] change = new double[Bdf.MOST + 1][Bdf.MOST + 1];

    Differences(double[] array, int from, int size) {
        this.array = array;
        this.from = from;
        this.size = size;
    }

    /** How many there are for a highest order. */
    static int count(int highest) {
        return highest + 2;
    }

    /** Element i of difference j, which is at least 1. */
    double get(int j, int i) {
        return array[from + (j - 1) * size + i];
    }

    /** Sets an element of a difference. */
    void set(int j, int i, double value) {
        array[from + (j - 1) * size + i] = value;
    }

    /** Copies a difference from an array. */
    void set(int j, double[] values) {
        System.arraycopy(values, 0, array, from + (j - 1) * size, size);
    }

    /**
     * Moves to another distance: the first differences up to an order become those of their polynomial.
     *
     * @param order k
     * @param ratio the new distance over the old
     */
    void rescale(int order, double ratio) {
        change(order, ratio);
        for (int i = 0; i < size; i++) {
            for (int l = 1; l <= order; l++) {
                double sum = 0;
                for (int j = 1; j <= order; j++) {
                    sum = Math.fma(change[j][l], get(j, i), sum);
                }
                turned[l - 1] = sum;
            }
            for (int l = 1; l <= order; l++) {
                set(l, i, turned[l - 1]);
            }
        }
    }

    /* Entry [j][l]: what old difference j counts in new difference l. */
    private void change(int order, double ratio) {
        for (int j = 1; j <= order; j++) {
            for (int l = 1; l <= order; l++) {
                double binomial = 1;
                change[j][l] = 0;
                for (int m = 1; m <= l; m++) {
                    binomial *= -(l - m + 1.0) / m;
                    change[j][l] = Math.fma(binomial, weight(j, -m * ratio), change[j][l]);
                }
            }
        }
    }

    /** What difference j counts in the value at a distance s from the newest point. */
    static double weight(int j, double s) {
        double product = 1;
        for (int m = 0; m < j; m++) {
            product *= (m + s) / (m + 1);
        }
        return product;
    }
}
