package org.nde4j.core.solve.stiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.kernel.Factorization;
import org.nde4j.core.kernel.Pattern;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * Matrices of k x k blocks with one pattern, factored as one. Vectors are given block by block; inside, the k unknowns of
 * each state stand together, so that the whole is banded or sparse where the blocks are.
 */
final class BlockMatrix {
    private final int k;
    private final Factorization kind;
    private final int[] places; // of each entry, in the blocks side by side with a zero behind them
    private final int[] woven; // of each unknown, in the vector block by block
    private final int[] unwoven;

    BlockMatrix(Pattern block, int k, LinearAlgebra.Kind choice) {
        int n = block.height();
        this.k = k;
        this.kind = choice.factorization(woven(block, k));
        this.places = places(block, k, kind.pattern());
        this.woven = IntStream.range(0, n * k).map(i -> i % k * n + i / k).toArray();
        this.unwoven = IntStream.range(0, n * k).map(i -> i % n * k + i / n).toArray();
    }

    private static Pattern woven(Pattern block, int k) {
        BitSet[] rows = new BitSet[k * block.height()];
        for (int i = 0; i < rows.length; i++) {
            BitSet wide = new BitSet();
            block.row(i / k).stream().forEach(j -> wide.set(j * k, j * k + k));
            rows[i] = wide;
        }
        return Pattern.of(rows.length, rows);
    }

    private static int[] places(Pattern block, int k, Pattern whole) {
        int[] rows = whole.rows();
        int[] places = new int[rows.length];
        for (int e = 0; e < places.length; e++) {
            int column = whole.column(e);
            int inside = block.entry(rows[e] / k, column / k);
            int number = rows[e] % k * k + column % k;
            places[e] = inside < 0 ? k * k * block.entries() : number * block.entries() + inside;
        }
        return places;
    }

    /**
     * Writes the matrix and its factors.
     *
     * @param blocks row by row, the entries of each block, [B, entries of the pattern]
     */
    List<Value> factored(Trace trace, Value[][] blocks) {
        List<Value> side = new ArrayList<>();
        Arrays.stream(blocks).forEach(row -> side.addAll(List.of(row)));
        side.add(trace.fill(0, blocks[0][0].shape().with(1, 1)));
        Value a = trace.gather(trace.concat(1, side.toArray(Value[]::new)), 1, places);
        return List.of(a, trace.factor(kind, a));
    }

    /** Writes the solution of A x = b; vectors are lists of their k blocks, [B, n]. */
    List<Value> solve(Trace trace, Value a, Value factors, List<Value> b) {
        Value right = trace.gather(trace.concat(1, b.toArray(Value[]::new)), 1, woven);
        Value x = trace.gather(trace.solve(kind, a, factors, right), 1, unwoven);
        return blocks(trace, x, k);
    }

    /** The k equal parts of [B, k n]. */
    static List<Value> blocks(Trace trace, Value x, int k) {
        int n = x.shape().dim(1) / k;
        return IntStream.range(0, k)
                .mapToObj(i -> trace.slice(x, 1, i * n, i * n + n))
                .toList();
    }
}
