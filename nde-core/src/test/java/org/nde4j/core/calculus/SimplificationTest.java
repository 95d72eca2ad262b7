package org.nde4j.core.calculus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.core.array.Shape;
import org.nde4j.core.program.Affine;
import org.nde4j.core.program.BinaryFunction;
import org.nde4j.core.program.Fill;
import org.nde4j.core.program.Map;
import org.nde4j.core.program.Op;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Slice;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.UnaryFunction;
import org.nde4j.core.program.Value;

class SimplificationTest {
    static Stream<OpCase> cases() {
        return Stream.of(1L, 2L).flatMap(seed -> OpCase.all(seed).stream());
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static double[][] draw(Program p, OpCase c, SplittableRandom random) {
        return p.inputs().stream()
                .map(in -> random.doubles(in.value().shape().size())
                        .map(c.domain())
                        .toArray())
                .toArray(double[][]::new);
    }

    /* Equal as numbers, where zeros of both signs are one number. */
    private static void assertSame(Program p, double[][] in) {
        Program simple = Simplification.of(p);
        double[][] expected = ProgramCall.run(p, in);
        double[][] found = ProgramCall.run(simple, in);
        for (int i = 0; i < expected.length; i++) {
            int n = p.outputs().get(i).shape().size();
            assertEquals(p.outputs().get(i).shape(), simple.outputs().get(i).shape());
            for (int j = 0; j < n; j++) {
                boolean same =
                        expected[i][j] == found[i][j] || Double.isNaN(expected[i][j]) && Double.isNaN(found[i][j]);
                assertTrue(same, expected[i][j] + " became " + found[i][j] + "\n" + p + simple);
            }
        }
        assertTrue(simple.lets().size() <= p.lets().size(), p + "\n" + simple);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void opsAndTheirDerivatives_keepTheirBits(OpCase c) {
        SplittableRandom random = new SplittableRandom(5);
        assertSame(c.program(), draw(c.program(), c, random));
        Program reverse = Calculus.vjp(c.program());
        assertSame(reverse, draw(reverse, c, random));
        Program forward = Calculus.jvp(c.program());
        assertSame(forward, draw(forward, c, random));
        assertSame(filled(c.program(), 0), new double[0][]);
        assertSame(filled(c.program(), 1), new double[0][]);
    }

    /* The program of one number in all places of all inputs. */
    private static Program filled(Program p, double value) {
        Trace t = new Trace();
        List<Value> numbers =
                p.inputs().stream().map(in -> t.fill(value, in.value().shape())).toList();
        return t.program(t.inline(p, numbers).toArray(Value[]::new));
    }

    /* Moves of two arrays [2, 3] and of zeros and ones, one after another. */
    private static Program moves(SplittableRandom random) {
        Trace t = new Trace();
        List<Value> known = new ArrayList<>(List.of(
                t.input("a", Shape.of(2, 3)),
                t.input("b", Shape.of(2, 3)),
                t.fill(0, Shape.of(2, 2)),
                t.fill(1, Shape.of(2, 3))));
        for (int k = 0; k < 12; k++) {
            known.add(move(t, random, known.get(random.nextInt(known.size())), known));
        }
        return t.program(known.subList(6, known.size()).toArray(Value[]::new));
    }

    private static Value move(Trace t, SplittableRandom random, Value a, List<Value> known) {
        int n = a.shape().dim(1);
        int from = random.nextInt(n);
        int to = from + 1 + random.nextInt(n - from);
        int[] picked = random.ints(1 + random.nextInt(3), 0, n).toArray();
        Value b = known.get(random.nextInt(known.size()));
        return switch (random.nextInt(9)) {
            case 0 -> t.slice(a, 1, from, to);
            case 1 -> t.pad(a, 1, random.nextInt(3), random.nextInt(2));
            case 2 -> t.gather(a, 1, picked);
            case 3 -> t.scatter(a, 1, random.ints(n, 0, n + 1).toArray(), n + 1);
            case 4 -> t.concat(1, a, b);
            case 5 -> t.concat(1, b, t.slice(a, 1, from, to), t.fill(1, Shape.of(2, 1)));
            case 6 -> t.reshape(t.reshape(a, Shape.of(2 * n)), Shape.of(2, n));
            case 7 -> t.mul(a, t.pad(t.fill(1, Shape.of(2, 1)), 1, from, n - 1 - from));
            default ->
                t.zip(
                        BinaryFunction.values()[random.nextInt(4)],
                        t.slice(a, 1, 0, 1),
                        t.slice(b, 1, b.shape().dim(1) - 1, b.shape().dim(1)));
        };
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void movesInAnyOrder_keepTheirBits(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Program p = moves(random);
        double[] a = random.doubles(6, 1, 2).toArray();
        double[] b = random.doubles(6, 1, 2).toArray();
        double[][] expected = ProgramCall.run(p, a, b);
        double[][] found = ProgramCall.run(Simplification.of(p), a, b);
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < p.outputs().get(i).shape().size(); j++) {
                // 0 / 0 and 0 times infinity are the zeros that the text speaks of.
                boolean same = expected[i][j] == found[i][j] || Double.isNaN(expected[i][j]);
                assertTrue(same, expected[i][j] + " became " + found[i][j] + "\n" + p);
            }
        }
    }

    private static Op last(Program p) {
        return p.lets().get(p.lets().size() - 1).op();
    }

    private static Program simple(Trace t, Value v) {
        return Simplification.of(t.program(v));
    }

    @Test
    void zerosAndOnes_disappear() {
        Trace t = new Trace();
        Value x = t.input("x", Shape.of(2, 3));
        Value zero = t.fill(0, x.shape());
        Value one = t.fill(1, x.shape());
        assertEquals(
                0, simple(t, t.add(t.mul(one, x), t.mul(zero, t.exp(x)))).lets().size());
        assertEquals(Map.class, last(simple(t, t.sub(zero, t.div(x, one)))).getClass());
        assertEquals(new Fill(2, x.shape()), last(simple(t, t.add(one, one))));
        assertEquals(
                Affine.class, last(simple(t, t.mul(x, t.fill(3, x.shape())))).getClass());
        assertEquals(0, simple(t, t.neg(t.map(UnaryFunction.NEG, x))).lets().size());
    }

    @Test
    void partsOfAConcatenation_areTakenFromTheParts() {
        Trace t = new Trace();
        Value x = t.input("x", Shape.of(2, 3));
        Value y = t.input("y", Shape.of(2, 2));
        Value both = t.concat(1, x, t.sin(y));
        assertEquals(0, simple(t, t.slice(both, 1, 0, 3)).lets().size());
        Program cut = simple(t, t.slice(both, 1, 1, 2));
        assertEquals(
                "[1, 2]",
                cut.lets().size() == 1 && last(cut) instanceof Slice s
                        ? Arrays.toString(new int[] {s.from(), s.to()})
                        : cut.toString());
    }
}
