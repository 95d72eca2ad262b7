package org.nde4j.core.calculus;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.nde4j.core.kernel.Pattern;

/**
 * Columns of a sparse Jacobian in groups whose members have no row in common, so that one directional derivative gives
 * all columns of a group. Columns are colored in order, each with the first color that is free.
 *
 * <p>A. Curtis, M. Powell, J. Reid, <em>On the Estimation of Sparse Jacobian Matrices</em>, IMA J. Appl. Math. 13 (1974),
 * doi:10.1093/imamat/13.1.117.
 */
public final class Coloring {
    private final int[] color; // of each column; -1 where the column is empty
    private final int colors;

    private Coloring(int[] color) {
        this.color = color;
        this.colors = Arrays.stream(color).max().orElse(-1) + 1;
    }

    /** Colors the columns of a pattern. */
    public static Coloring of(Pattern pattern) {
        Pattern turned = pattern.transposed();
        BitSet[] taken = new BitSet[pattern.height()]; // the colors met in a row
        Arrays.setAll(taken, i -> new BitSet());
        int[] color = new int[pattern.width()];
        for (int j = 0; j < color.length; j++) {
            BitSet rows = turned.row(j);
            BitSet near = new BitSet();
            rows.stream().forEach(i -> near.or(taken[i]));
            int free = rows.isEmpty() ? -1 : near.nextClearBit(0);
            rows.stream().forEach(i -> taken[i].set(free));
            color[j] = free;
        }
        return new Coloring(color);
    }

    /** The number of colors. */
    public int colors() {
        return colors;
    }

    /** The color of a column; negative if it has no entry. */
    public int color(int column) {
        return color[column];
    }

    /** The columns of a color, ascending. */
    public int[] columns(int chosen) {
        return IntStream.range(0, color.length).filter(j -> color[j] == chosen).toArray();
    }
}
