package org.nde4j.core.array;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The lengths of an array along each of its axes, outermost first; rank 0 is a single number.
 *
 * <p>Every length is at least 1. Values are laid out row-major: the last axis varies fastest.
 */
public final class Shape {
    /** The shape of a single number. */
    public static final Shape SCALAR = new Shape(new int[0]);

    private final int[] dims;
    private final int size;

    private Shape(int[] dims) {
        long product = 1;
        for (int d : dims) {
            if (d < 1) {
                throw new IllegalArgumentException("a shape needs lengths of at least 1, got " + Arrays.toString(dims));
            }
            product = Math.multiplyExact(product, d);
        }
        if (product > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("shape " + Arrays.toString(dims) + " has " + product
                    + " elements; an array holds at most 2^31 - 9");
        }
        this.dims = dims;
        this.size = (int) product;
    }

    /**
     * The shape with these lengths.
     *
     * @param dims lengths, each at least 1; none for a single number
     */
    public static Shape of(int... dims) {
        return dims.length == 0 ? SCALAR : new Shape(dims.clone());
    }

    /** The number of axes. */
    public int rank() {
        return dims.length;
    }

    /**
     * The length along one axis.
     *
     * @param axis 0 (outermost) to rank - 1
     */
    public int dim(int axis) {
        Objects.checkIndex(axis, dims.length);
        return dims[axis];
    }

    /** The number of elements, the product of all lengths. */
    public int size() {
        return size;
    }

    /** All lengths, outermost first; a copy. */
    public int[] dims() {
        return dims.clone();
    }

    /** This shape with the length along {@code axis} replaced. */
    public Shape with(int axis, int length) {
        int[] d = dims.clone();
        d[Objects.checkIndex(axis, d.length)] = length;
        return new Shape(d);
    }

    /** This shape without the given axes, which are distinct. */
    public Shape without(int... axes) {
        return of(IntStream.range(0, dims.length)
                .filter(i -> IntStream.of(axes).noneMatch(a -> a == i))
                .map(i -> dims[i])
                .toArray());
    }

    /** The number of elements of the axes before {@code axis}. */
    public int outer(int axis) {
        int product = 1;
        for (int i = 0; i < axis; i++) {
            product *= dims[i];
        }
        return product;
    }

    /** The number of elements of the axes after {@code axis}: the stride along it. */
    public int inner(int axis) {
        int product = 1;
        for (int i = axis + 1; i < dims.length; i++) {
            product *= dims[i];
        }
        return product;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape that && Arrays.equals(dims, that.dims);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dims);
    }

    @Override
    public String toString() {
        return Arrays.toString(dims);
    }
}
