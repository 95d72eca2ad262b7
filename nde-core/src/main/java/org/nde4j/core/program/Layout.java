package org.nde4j.core.program;

import java.util.stream.IntStream;
import org.nde4j.core.array.Shape;

/**
 * Where the elements of an array with some of its axes chosen lie: which flat index each pair (index over the other
 * axes, index over the chosen axes) has. Written out once, when a workspace is made.
 */
final class Layout {
    private Layout() {}

    /**
     * Flat indices into an array of shape {@code shape}, in row-major order over {@code order} of its axes.
     *
     * @param shape the array
     * @param order distinct axes; the others stay at index 0
     */
    static int[] indices(Shape shape, int... order) {
        int[] result = {0};
        for (int axis : order) {
            int length = shape.dim(axis);
            int stride = shape.inner(axis);
            int[] next = new int[result.length * length];
            for (int i = 0; i < next.length; i++) {
                next[i] = result[i / length] + i % length * stride;
            }
            result = next;
        }
        return result;
    }

    /** The axes of a rank that are not among {@code axes}, ascending. */
    static int[] others(int rank, int[] axes) {
        return IntStream.range(0, rank)
                .filter(i -> IntStream.of(axes).noneMatch(a -> a == i))
                .toArray();
    }

    /** Whether {@code axes}, ascending, are the first ones of a rank. */
    static boolean leading(int[] axes) {
        return axes.length == 0 || axes[axes.length - 1] == axes.length - 1;
    }

    /** Whether {@code axes}, ascending, are the last ones of a rank. */
    static boolean trailing(int rank, int[] axes) {
        return axes.length == 0 || axes[0] == rank - axes.length;
    }

    /** Checks axes for being distinct and within a rank, and sorts them. */
    static int[] checked(Shape shape, int[] axes) {
        int[] sorted = IntStream.of(axes).sorted().distinct().toArray();
        if (sorted.length != axes.length
                || sorted.length > 0 && (sorted[0] < 0 || sorted[sorted.length - 1] >= shape.rank())) {
            throw new IllegalArgumentException("axes " + java.util.Arrays.toString(axes) + " of shape " + shape
                    + "; they must be distinct and from 0 to " + (shape.rank() - 1));
        }
        return sorted;
    }
}
