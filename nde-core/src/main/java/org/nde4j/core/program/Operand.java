package org.nde4j.core.program;

/**
 * How the elements of an operand are found in a buffer: element {@code i} of the operand is element
 * {@code (i / width) % period} of the buffer.
 *
 * <p>A full operand has width 1 and the period of its own size. A repeated row has width 1 and a shorter period, a
 * repeated column a greater width, and a single number period 1.
 *
 * @param storage the storage number of the buffer
 * @param width how many neighbors share an element
 * @param period the number of elements in the buffer
 * @param size the number of elements of the operand
 */
public record Operand(int storage, int width, int period, int size) {
    /** Whether element i of the operand is element i of the buffer. */
    public boolean isFull() {
        return width == 1 && period == size;
    }

    /** Whether all elements are the same number. */
    public boolean isScalar() {
        return period == 1;
    }

    /** The element of the buffer that holds element {@code i} of the operand. */
    int at(int i) {
        return i / width % period;
    }

    /** After how many elements it repeats, or goes on to the next number. */
    int unit() {
        return width == 1 ? period : width;
    }

    /** Whether a range is a whole number of units. */
    boolean whole(int start, int end) {
        return start % unit() == 0 && end % unit() == 0;
    }
}
