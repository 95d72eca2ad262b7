package org.nde4j.core.calculus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.core.array.Shape;
import org.nde4j.core.kernel.Pattern;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

class SparsityTest {
    // The same sums in another order, of numbers of order 100.
    private static final double ROUNDING = 1e-10;

    static Stream<OpCase> ops() {
        return OpCase.all(11).stream();
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static double[][] draw(Program p, SplittableRandom random, double from, double to) {
        return p.inputs().stream()
                .map(in -> random.doubles(in.value().shape().size(), from, to).toArray())
                .toArray(double[][]::new);
    }

    /* How many places that are not zero the pattern lacks, and how many there are. */
    private static int[] missed(Program p, int output, int input, double[][] at) {
        Pattern pattern = Sparsity.of(p, output, input);
        double[] j = ProgramCall.run(Calculus.jacobian(p, output, input), at)[0];
        int width = pattern.width();
        int[] count = new int[2];
        for (int i = 0; i < j.length; i++) {
            boolean there = j[i] != 0;
            count[0] += there && pattern.entry(i / width, i % width) < 0 ? 1 : 0;
            count[1] += there ? 1 : 0;
        }
        return count;
    }

    @ParameterizedTest
    @MethodSource("ops")
    void noEntryOfAnOp_isMissed(OpCase c) {
        SplittableRandom random = new SplittableRandom(3);
        Program p = c.program();
        for (int output = 0; output < p.outputs().size(); output++) {
            for (int input = 0; input < p.inputs().size(); input++) {
                double[][] at = draw(p, random, 0.3, 0.8);
                assertEquals(0, missed(p, output, input, at)[0], "output " + output + " by input " + input);
            }
        }
    }

    /* Columns of a state combined at random, some of them shifted as a whole. */
    private static Program random(SplittableRandom random, int rows, int n) {
        Trace t = new Trace();
        Value y = t.input("y", Shape.of(rows, n));
        Value w = t.input("w", Shape.of(2, 2));
        List<Value> columns = new ArrayList<>();
        IntStream.range(0, n).forEach(i -> columns.add(t.column(y, i)));
        for (int k = 0; k < 2 * n; k++) {
            Value a = columns.get(random.nextInt(columns.size()));
            Value b = columns.get(random.nextInt(columns.size()));
            columns.add(
                    switch (random.nextInt(7)) {
                        case 0 -> t.mul(a, b);
                        case 1 -> t.sub(a, b);
                        case 2 -> t.sin(a);
                        case 3 -> t.div(a, t.shift(t.mul(b, b), 1));
                        case 4 -> t.select(t.less(a, b), a, t.neg(b));
                        case 5 -> t.combine(new double[] {1, 2}, a, b);
                        default -> t.column(t.matmul(t.columns(List.of(a, b)), w), random.nextInt(2));
                    });
        }
        List<Value> chosen = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            chosen.add(
                    random.nextInt(5) == 0 ? t.fill(1.5, Shape.of(rows)) : columns.get(random.nextInt(columns.size())));
        }
        Value out = t.columns(chosen);
        int[] turned = IntStream.range(0, n).map(i -> n - 1 - i).toArray();
        Value whole = switch (random.nextInt(4)) {
            case 0 -> t.add(out, t.pad(t.slice(y, 1, 1, n), 1, 0, 1));
            case 1 -> t.mul(out, t.gather(y, 1, turned));
            case 2 -> t.add(out, t.scatter(t.slice(t.exp(y), 1, 0, 2), 1, new int[] {0, 0}, n));
            default -> out;
        };
        return t.program(whole);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void coloredJacobian_isTheDenseOne(long seed) {
        int rows = 3;
        int n = 4 + (int) (seed % 5);
        Pattern pattern = Sparsity.of(random(new SplittableRandom(seed), 1, n), 0, 0);
        Program p = random(new SplittableRandom(seed), rows, n);
        double[][] at = draw(p, new SplittableRandom(seed + 1000), -1, 1);
        double[] dense = ProgramCall.run(Calculus.jacobian(p, 0, 0), at)[0];
        Pattern wide = pattern.union(Pattern.diagonal(n));
        double[] found = ProgramCall.run(new SparseJacobian(pattern, wide).program(p, 0, 0), at)[0];
        double[] rebuilt = new double[dense.length];
        int[] at0 = wide.rows();
        for (int row = 0; row < rows; row++) {
            for (int e = 0; e < wide.entries(); e++) {
                rebuilt[(row * n + at0[e]) * rows * n + row * n + wide.column(e)] = found[row * wide.entries() + e];
            }
        }
        for (int i = 0; i < dense.length; i++) {
            assertEquals(dense[i], rebuilt[i], ROUNDING * (1 + Math.abs(dense[i])), "element " + i + "\n" + p);
        }
    }

    @Test
    void pattern_isNotWiderThanNeedBe() {
        Trace t = new Trace();
        Value y = t.input("y", Shape.of(1, 6));
        Value moved = t.pad(t.slice(y, 1, 0, 5), 1, 1, 0);
        Value whole = t.sum(t.slice(y, 1, 0, 2), 1);
        Value step = t.less(y, moved);
        Program p = t.program(t.mul(y, moved), whole, step);
        assertEquals(Pattern.banded(6, 1, 0), Sparsity.of(p, 0, 0));
        assertEquals(Pattern.of(1, 6, new double[] {1, 1, 0, 0, 0, 0}), Sparsity.of(p, 1, 0));
        assertEquals(0, Sparsity.of(p, 2, 0).entries());
    }

    @Test
    void colors_ofABand_areAsManyAsItsDiagonals() {
        Pattern band = Pattern.banded(50, 2, 1);
        Coloring coloring = Coloring.of(band);
        assertEquals(4, coloring.colors());
        assertEquals(
                50, IntStream.range(0, 4).map(c -> coloring.columns(c).length).sum());
        for (int c = 0; c < 4; c++) {
            BitSet rows = new BitSet();
            for (int column : coloring.columns(c)) {
                BitSet own = band.transposed().row(column);
                assertTrue(!rows.intersects(own), "columns of a color share a row");
                rows.or(own);
            }
        }
    }

    @Test
    void patternThatLacksAPlace_isRefused() {
        Exception e = assertThrows(
                IllegalArgumentException.class, () -> new SparseJacobian(Pattern.dense(3), Pattern.diagonal(3)));
        assertTrue(e.getMessage().contains("3 x 3 with 9 entries"), e.getMessage());
        assertEquals("[0, 1, 2]", Arrays.toString(Pattern.diagonal(3).columns()));
    }
}
