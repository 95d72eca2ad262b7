package org.nde4j.core.kernel;

import java.util.Arrays;
import java.util.BitSet;
import java.util.TreeSet;

/**
 * The order in which a sparse matrix is eliminated without looking at its numbers: first rows are matched to columns so
 * that no pivot is structurally zero, then the pivot with the fewest neighbors comes next.
 *
 * <p>Minimum degree: A. George, J. Liu, <em>The Evolution of the Minimum Degree Ordering Algorithm</em>, SIAM Review 31
 * (1989), doi:10.1137/1031001. Ties are broken by the number of the column, so the order is a function of the pattern.
 * The graph is kept as it is, clique by clique, which is meant for up to about ten thousand columns.
 */
final class Elimination {
    private final Pattern pattern;
    private final int n;
    private final int[] rowOf; // by column, the row matched to it
    private final int[] order; // columns in the order of elimination

    Elimination(Pattern pattern) {
        this.pattern = pattern;
        this.n = pattern.height();
        this.rowOf = match();
        this.order = order();
    }

    /** The row that gives the pivot of a step. */
    int row(int step) {
        return rowOf[order[step]];
    }

    /** The column of the pivot of a step. */
    int column(int step) {
        return order[step];
    }

    /** L + U, in the order of elimination. */
    Pattern filled() {
        int[] stepOf = new int[n];
        for (int k = 0; k < n; k++) {
            stepOf[order[k]] = k;
        }
        BitSet[] rows = new BitSet[n];
        BitSet right = new BitSet(n);
        for (int k = 0; k < n; k++) {
            rows[k] = new BitSet(n);
            int row = row(k);
            for (int e = pattern.start(row); e < pattern.start(row + 1); e++) {
                rows[k].set(stepOf[pattern.column(e)]);
            }
            for (int m = rows[k].nextSetBit(0); m < k; m = rows[k].nextSetBit(m + 1)) {
                right.clear();
                right.or(rows[m]);
                right.clear(0, m);
                rows[k].or(right);
            }
        }
        return Pattern.of(n, rows);
    }

    /* The diagonal where it has an entry; the rest along augmenting paths. */
    private int[] match() {
        int[] matched = new int[n];
        Arrays.fill(matched, -1);
        for (int i = 0; i < n; i++) {
            matched[i] = pattern.entry(i, i) >= 0 ? i : -1;
        }
        for (int i = 0; i < n; i++) {
            if (pattern.entry(i, i) < 0 && !augment(i, matched)) {
                throw new IllegalArgumentException("a matrix of " + pattern + " is singular whatever its numbers are:"
                        + " no column is left for the pivot of row " + i
                        + "; look for states that no equation speaks of, and equations that repeat each other");
            }
        }
        return matched;
    }

    /* Finds a column for a row, moving other rows if need be: the shortest way. */
    private boolean augment(int free, int[] matched) {
        BitSet seen = new BitSet(n);
        int[] cameFrom = new int[n]; // by column, the row that asked for it
        int[] queue = new int[n + 1];
        int[] columnOf = new int[n];
        Arrays.fill(columnOf, -1);
        for (int j = 0; j < n; j++) {
            if (matched[j] >= 0) {
                columnOf[matched[j]] = j;
            }
        }
        int length = 0;
        queue[length++] = free;
        for (int q = 0; q < length; q++) {
            int row = queue[q];
            for (int e = pattern.start(row); e < pattern.start(row + 1); e++) {
                int j = pattern.column(e);
                if (seen.get(j)) {
                    continue;
                }
                seen.set(j);
                cameFrom[j] = row;
                if (matched[j] < 0) {
                    reassign(j, free, matched, cameFrom, columnOf);
                    return true;
                }
                queue[length++] = matched[j];
            }
        }
        return false;
    }

    private static void reassign(int end, int free, int[] matched, int[] cameFrom, int[] columnOf) {
        int j = end;
        while (cameFrom[j] != free) {
            int before = columnOf[cameFrom[j]];
            matched[j] = cameFrom[j];
            j = before;
        }
        matched[j] = free;
    }

    private int[] order() {
        BitSet[] near = neighbors();
        TreeSet<Long> queue = new TreeSet<>(); // degree, then number
        int[] degree = new int[n];
        for (int j = 0; j < n; j++) {
            degree[j] = near[j].cardinality();
            queue.add(key(degree[j], j));
        }
        int[] result = new int[n];
        for (int k = 0; k < n; k++) {
            int chosen = (int) (queue.pollFirst() & Integer.MAX_VALUE);
            result[k] = chosen;
            BitSet clique = near[chosen];
            near[chosen] = null;
            for (int i = clique.nextSetBit(0); i >= 0; i = clique.nextSetBit(i + 1)) {
                near[i].or(clique);
                near[i].clear(i);
                near[i].clear(chosen);
                queue.remove(key(degree[i], i));
                degree[i] = near[i].cardinality();
                queue.add(key(degree[i], i));
            }
        }
        return result;
    }

    private static long key(int degree, int number) {
        return (long) degree << 32 | number;
    }

    /* Columns whose elimination changes each other: the pattern of the matched matrix, and its transpose. */
    private BitSet[] neighbors() {
        BitSet[] near = new BitSet[n];
        Arrays.setAll(near, j -> new BitSet(n));
        for (int j = 0; j < n; j++) {
            for (int e = pattern.start(rowOf[j]); e < pattern.start(rowOf[j] + 1); e++) {
                int i = pattern.column(e);
                near[j].set(i);
                near[i].set(j);
            }
        }
        for (int j = 0; j < n; j++) {
            near[j].clear(j);
        }
        return near;
    }
}
