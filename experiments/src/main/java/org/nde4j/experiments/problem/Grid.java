package org.nde4j.experiments.problem;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * The points of a grid, and which are neighbors: what the Laplace operator is written with. A quantity on the grid is a
 * value [B, points]; its neighbors are the same numbers in another order, followed by those that are known outside.
 * Gray and Scott's model, with diffusion as the part that is stiff:
 *
 * <pre>{@code
 * int n = 64;
 * Grid torus = Grid.torus(n);
 * int all = torus.points();
 * Field reaction = Field.of(2 * all, List.of(), (trace, t, y, p) -> {
 *     Value u = trace.slice(y, 1, 0, all);
 *     Value v = trace.slice(y, 1, all, 2 * all);
 *     Value eaten = trace.mul(u, trace.mul(v, v));
 *     Value fed = trace.affine(u, -0.037, 0.037);
 *     return trace.concat(1, trace.sub(fed, eaten), trace.sub(eaten, trace.scale(v, 0.097)));
 * });
 * Field diffusion = Field.of(2 * all, List.of(), (trace, t, y, p) -> trace.concat(1,
 *         trace.scale(torus.differences(trace, trace.slice(y, 1, 0, all)), 4e-5 * n * n),
 *         trace.scale(torus.differences(trace, trace.slice(y, 1, all, 2 * all)), 2e-5 * n * n)));
 * Outcome end = Solve.with(new KenCarp4(), PidController.of(1e-6, 1e-6))
 *         .run(new Split(reaction, diffusion), 0, 4000, start);
 * }</pre>
 *
 * @param points how many points
 * @param outside how many values outside the grid belong to it; they are counted on from the points
 * @param neighbors for each direction the neighbor of each point
 */
public record Grid(int points, int outside, int[][] neighbors) {

    /** n inner points of a rod; outside are its left end and its right end. */
    public static Grid rod(int n) {
        return of(n, 2, i -> i == 0 ? n : i - 1, i -> i == n - 1 ? n + 1 : i + 1);
    }

    /** n x n inner points of a square, row by row; outside is the one value that all its sides have. */
    public static Grid square(int n) {
        int all = n * n;
        return of(
                all,
                1,
                i -> i % n == 0 ? all : i - 1,
                i -> i % n == n - 1 ? all : i + 1,
                i -> i < n ? all : i - n,
                i -> i >= all - n ? all : i + n);
    }

    /** n x n points of a torus, row by row: what leaves on one side comes in on the other. */
    public static Grid torus(int n) {
        int all = n * n;
        return of(
                all,
                0,
                i -> i % n == 0 ? i + n - 1 : i - 1,
                i -> i % n == n - 1 ? i - n + 1 : i + 1,
                i -> (i + all - n) % all,
                i -> (i + n) % all);
    }

    private static Grid of(int points, int outside, IntUnaryOperator... directions) {
        int[][] neighbors = Stream.of(directions)
                .map(d -> IntStream.range(0, points).map(d).toArray())
                .toArray(int[][]::new);
        return new Grid(points, outside, neighbors);
    }

    /**
     * What all neighbors have more than a point: the Laplace operator times the square of the spacing, to second order.
     *
     * @param trace where it is written
     * @param u the quantity, [B, points]
     * @param known the values outside, each [B, 1]
     */
    public Value differences(Trace trace, Value u, Value... known) {
        if (known.length != outside) {
            throw new IllegalArgumentException(
                    "the grid has " + outside + " values outside, got " + known.length + "; give each of them");
        }
        Value[] everywhere = Stream.concat(Stream.of(u), Stream.of(known)).toArray(Value[]::new);
        Value all = outside == 0 ? u : trace.concat(1, everywhere);
        Value sum = trace.scale(u, -neighbors.length);
        for (int[] neighbor : neighbors) {
            sum = trace.add(sum, trace.gather(all, 1, neighbor));
        }
        return sum;
    }
}
