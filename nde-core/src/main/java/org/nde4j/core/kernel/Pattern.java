package org.nde4j.core.kernel;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Where the entries of a sparse matrix stand: row after row, in each row by ascending column. Immutable.
 *
 * <p>The numbers of such a matrix are an array of its {@link #entries()} in this order; those of a dense one are its
 * elements in row-major order.
 */
public final class Pattern {
    private final int width;
    private final int[] start; // of each row, and the number of entries
    private final int[] columns;

    private Pattern(int width, int[] start, int[] columns) {
        this.width = width;
        this.start = start;
        this.columns = columns;
    }

    /**
     * A pattern from the columns of every row.
     *
     * @param width the number of columns
     * @param rows for each row, the columns that have an entry
     */
    public static Pattern of(int width, BitSet... rows) {
        int[] start = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length() > width) {
                throw new IllegalArgumentException(
                        "row " + i + " has an entry in column " + (rows[i].length() - 1) + " of " + width);
            }
            start[i + 1] = start[i] + rows[i].cardinality();
        }
        int[] columns = Arrays.stream(rows).flatMapToInt(BitSet::stream).toArray();
        return new Pattern(width, start, columns);
    }

    /** All entries of a matrix of n rows and columns. */
    public static Pattern dense(int n) {
        return banded(n, n - 1, n - 1);
    }

    /** The main diagonal. */
    public static Pattern diagonal(int n) {
        return banded(n, 0, 0);
    }

    /**
     * A band around the main diagonal.
     *
     * @param n the number of rows and columns
     * @param lower how many diagonals there are below the main one
     * @param upper how many there are above it
     */
    public static Pattern banded(int n, int lower, int upper) {
        BitSet[] rows = new BitSet[n];
        for (int i = 0; i < n; i++) {
            rows[i] = new BitSet(n);
            rows[i].set(Math.max(0, i - lower), Math.min(n, i + upper + 1));
        }
        return of(n, rows);
    }

    /**
     * The elements of a matrix that are not zero.
     *
     * @param height the number of rows
     * @param width the number of columns
     * @param values the matrix, row-major
     */
    public static Pattern of(int height, int width, double[] values) {
        BitSet[] rows = new BitSet[height];
        for (int i = 0; i < height; i++) {
            rows[i] = new BitSet(width);
            for (int j = 0; j < width; j++) {
                rows[i].set(j, values[i * width + j] != 0);
            }
        }
        return of(width, rows);
    }

    /** The number of rows. */
    public int height() {
        return start.length - 1;
    }

    /** The number of columns. */
    public int width() {
        return width;
    }

    /** The number of entries. */
    public int entries() {
        return columns.length;
    }

    /** The first entry of a row; the first after the last row is the number of entries. */
    public int start(int row) {
        return start[row];
    }

    /** The column of an entry. */
    public int column(int entry) {
        return columns[entry];
    }

    /** The row of each entry. */
    public int[] rows() {
        int[] rows = new int[columns.length];
        for (int i = 0; i < height(); i++) {
            Arrays.fill(rows, start[i], start[i + 1], i);
        }
        return rows;
    }

    /** The column of each entry. */
    public int[] columns() {
        return columns.clone();
    }

    /** The number of the entry at a place; negative if there is none. */
    public int entry(int row, int column) {
        return Arrays.binarySearch(columns, start[row], start[row + 1], column);
    }

    /** Whether every place has an entry. */
    public boolean isDense() {
        return entries() == height() * width;
    }

    /** The columns that have an entry in a row. */
    public BitSet row(int i) {
        BitSet row = new BitSet(width);
        for (int e = start[i]; e < start[i + 1]; e++) {
            row.set(columns[e]);
        }
        return row;
    }

    /** The places that have an entry in this pattern or in another of the same size. */
    public Pattern union(Pattern other) {
        BitSet[] rows = new BitSet[height()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(i);
            rows[i].or(other.row(i));
        }
        return of(width, rows);
    }

    /** Rows for columns. */
    public Pattern transposed() {
        BitSet[] turned = new BitSet[width];
        Arrays.setAll(turned, j -> new BitSet(height()));
        for (int i = 0; i < height(); i++) {
            for (int e = start[i]; e < start[i + 1]; e++) {
                turned[columns[e]].set(i);
            }
        }
        return of(height(), turned);
    }

    /** How many diagonals below the main one have an entry, the farthest counted. */
    public int lower() {
        int most = 0;
        for (int i = 0; i < height(); i++) {
            most = start[i] < start[i + 1] ? Math.max(most, i - columns[start[i]]) : most;
        }
        return most;
    }

    /** How many diagonals above the main one have an entry, the farthest counted. */
    public int upper() {
        int most = 0;
        for (int i = 0; i < height(); i++) {
            most = start[i] < start[i + 1] ? Math.max(most, columns[start[i + 1] - 1] - i) : most;
        }
        return most;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pattern p
                && width == p.width
                && Arrays.equals(start, p.start)
                && Arrays.equals(columns, p.columns);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(start) + Arrays.hashCode(columns);
    }

    @Override
    public String toString() {
        return height() + " x " + width + " with " + entries() + " entries";
    }
}
