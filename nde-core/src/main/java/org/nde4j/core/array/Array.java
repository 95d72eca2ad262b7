package org.nde4j.core.array;

import java.util.Arrays;
import java.util.Objects;

/**
 * Numbers with a shape, row-major.
 *
 * <p>The values are not copied: whoever passes them in shares them. Equality is by shape and by the bits of the values.
 *
 * @param shape the shape
 * @param values {@code shape.size()} numbers, the last axis fastest
 */
public record Array(Shape shape, double[] values) {
    /** Checks that shape and values agree. */
    public Array {
        Objects.requireNonNull(shape, "shape");
        if (values.length != shape.size()) {
            throw new IllegalArgumentException(
                    "shape " + shape + " holds " + shape.size() + " values, got " + values.length);
        }
    }

    /** Zeros of the given shape. */
    public static Array zeros(Shape shape) {
        return new Array(shape, new double[shape.size()]);
    }

    /** A single number. */
    public static Array scalar(double value) {
        return new Array(Shape.SCALAR, new double[] {value});
    }

    /** A vector that shares the given values. */
    public static Array vector(double... values) {
        return new Array(Shape.of(values.length), values);
    }

    /**
     * A matrix copied from rows.
     *
     * @param rows at least one row, all of one length of at least 1
     */
    public static Array matrix(double[][] rows) {
        int n = rows[0].length;
        double[] values = new double[Math.multiplyExact(rows.length, n)];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != n) {
                throw new IllegalArgumentException(
                        "row " + i + " has " + rows[i].length + " entries, row 0 has " + n + "; make them equal");
            }
            System.arraycopy(rows[i], 0, values, i * n, n);
        }
        return new Array(Shape.of(rows.length, n), values);
    }

    /**
     * One element.
     *
     * @param index one index for each axis
     */
    public double get(int... index) {
        if (index.length != shape.rank()) {
            throw new IllegalArgumentException(
                    "shape " + shape + " needs " + shape.rank() + " indices, got " + Arrays.toString(index));
        }
        int at = 0;
        for (int i = 0; i < index.length; i++) {
            at = at * shape.dim(i) + Objects.checkIndex(index[i], shape.dim(i));
        }
        return values[at];
    }

    /** A copy with values of its own. */
    public Array copy() {
        return new Array(shape, values.clone());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Array that && shape.equals(that.shape) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return shape.size() <= 16 ? shape + Arrays.toString(values) : shape + "[...]";
    }
}
