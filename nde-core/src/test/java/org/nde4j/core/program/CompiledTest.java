package org.nde4j.core.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.core.array.Shape;
import org.nde4j.core.calculus.Calculus;
import org.nde4j.core.calculus.OpCase;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.RowWorkspace.Role;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.Solver;
import org.nde4j.core.solve.explicit.Rk4;
import org.nde4j.core.solve.explicit.Tsit5;

/** Compiled programs against interpreted ones: the same bits, on ordinary numbers and on odd ones. */
class CompiledTest {
    private static final double[] ODD = {
        0.0,
        -0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        -Double.MAX_VALUE,
        1e300,
        -1e-300,
        1
    };

    static Stream<OpCase> cases() {
        return OpCase.all(4).stream();
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static double draw(SplittableRandom random, boolean odd) {
        return odd && random.nextInt(3) == 0 ? ODD[random.nextInt(ODD.length)] : 4 * random.nextDouble() - 2;
    }

    private static double[][] inputs(Program p, SplittableRandom random, boolean odd) {
        return p.inputs().stream()
                .map(in -> IntStream.range(0, in.value().shape().size())
                        .mapToDouble(i -> draw(random, odd))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double[][] run(Workspace bench, double[][] x) {
        for (int i = 0; i < x.length; i++) {
            System.arraycopy(x[i], 0, bench.input(i), 0, x[i].length);
        }
        bench.run();
        return IntStream.range(0, bench.program().outputs().size())
                .mapToObj(i -> bench.output(i).clone())
                .toArray(double[][]::new);
    }

    /* NaN equals NaN whatever its payload, which Java does not define; 0 does not equal -0. */
    private static void assertSame(double[][] expected, double[][] actual, Object what) {
        for (int i = 0; i < expected.length; i++) {
            assertArrayEquals(bits(expected[i]), bits(actual[i]), what + ", output " + i);
        }
    }

    private static long[] bits(double[] x) {
        return Arrays.stream(x).mapToLong(Double::doubleToLongBits).toArray();
    }

    private static void check(Program p, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Workspace interpreted = new Workspace(p, true, 0);
        Workspace compiled = new Workspace(p, true, 2);
        for (int round = 0; round < 6; round++) {
            double[][] x = inputs(p, random, round % 2 == 1);
            assertSame(run(interpreted, x), run(compiled, x), p);
        }
        assertEquals(interpreted.explain(), compiled.explain());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void op_compiled_givesTheSameBits(OpCase c) {
        check(c.program(), 1);
        check(Calculus.vjp(c.program()), 2);
        check(Calculus.jvp(c.program()), 3);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void randomProgram_compiled_givesTheSameBits(long seed) {
        for (int rows : new int[] {1, 2, 7}) {
            check(RandomProgram.of(seed, rows, 40), seed);
        }
    }

    @Test
    void program_ofManyNumbers_isSplitAndGivesTheSameBits() {
        for (int draws : new int[] {400, 1500}) {
            check(RandomProgram.of(draws, 5, draws), draws);
        }
    }

    private static RowWorkspace bench(IntFunction<Program> write, int rows, List<Role> roles, long runs) {
        int outputs = write.apply(1).outputs().size();
        return new RowWorkspace(write, rows, 400, roles, Collections.nCopies(outputs, Role.ROWS), p -> runs);
    }

    private static void checkRows(IntFunction<Program> write, int rows, List<Role> roles) {
        SplittableRandom random = new SplittableRandom(rows);
        RowWorkspace interpreted = bench(write, rows, roles, 0);
        RowWorkspace compiled = bench(write, rows, roles, 2);
        Program one = write.apply(1);
        for (int round = 0; round < 4; round++) {
            double[][] x = inputs(write.apply(rows), random, round % 2 == 1);
            for (int i = 0; i < x.length; i++) {
                interpreted.bind(i, x[i]);
                compiled.bind(i, x[i].clone());
            }
            interpreted.run();
            compiled.run();
            for (int i = 0; i < one.outputs().size(); i++) {
                String what = one + "\noutput " + i + " of " + rows + " rows";
                assertArrayEquals(bits(interpreted.output(i)), bits(compiled.output(i)), what);
            }
        }
        assertTrue(compiled.isCompiled());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rows_compiled_giveTheSameBits(long seed) {
        for (int rows : new int[] {16, 100, 400, 1000}) {
            List<Role> roles = List.of(Role.ROWS, Role.ROWS, Role.WHOLE, Role.WHOLE);
            checkRows(n -> RandomProgram.of(seed, n, 60), rows, roles);
        }
    }

    private static Value network(Trace t, Value y) {
        Value turned = t.matmul(t.tanh(t.scale(y, 0.7)), false, t.fill(0.3, Shape.of(3, 3)), true);
        return t.add(turned, t.sin(t.gather(y, 1, 2, 0, 1)));
    }

    private static Value lorenz(Trace t, Value y) {
        Value a = t.slice(y, 1, 0, 1);
        Value b = t.slice(y, 1, 1, 2);
        Value c = t.slice(y, 1, 2, 3);
        return t.concat(
                1,
                t.scale(t.sub(b, a), 10),
                t.sub(t.mul(a, t.affine(c, -1, 28)), b),
                t.sub(t.mul(a, b), t.scale(c, 8.0 / 3)));
    }

    @Test
    void steps_compiled_giveTheSameBits() {
        Field lorenz = Field.of(3, List.of(), (t, time, y, p) -> lorenz(t, y));
        Field network = Field.of(3, List.of(), (t, time, y, p) -> network(t, y));
        for (Solver solver : List.of(new Tsit5(), new Rk4())) {
            for (Field field : List.of(lorenz, network)) {
                for (int rows : new int[] {1, 7}) {
                    check(solver.step(field, rows, Output.STATE).program(), rows);
                    check(solver.step(field, rows, Output.DENSE).program(), rows);
                }
                checkRows(n -> solver.step(field, n, Output.STATE).program(), 1000, Collections.nCopies(4, Role.ROWS));
            }
        }
    }

    @Test
    void smallLets_areCompiled_andLargeOnesAreNot() {
        Trace t = new Trace();
        Value small = t.sin(t.input("a", Shape.of(3)));
        Value large = t.cos(t.input("b", Shape.of(300)));
        Program p = t.program(t.mul(small, small), t.mul(large, large));
        Stretch[] stretches = Stretch.of(new Plan(p, true));
        assertEquals(
                List.of(true, false, true, false),
                Arrays.stream(stretches).map(s -> s != null).toList());
    }

    @Test
    void arrays_boundBetweenRuns_areReadAndWritten() {
        Trace t = new Trace();
        Value x = t.input("x", Shape.of(3));
        Workspace bench = new Workspace(t.program(t.scale(x, 2)), true, 1);
        double[] out = new double[3];
        for (int i = 1; i < 4; i++) {
            bench.bind(0, new double[] {i, 2 * i, 3 * i});
            bench.bindOutput(0, out);
            bench.run();
            assertArrayEquals(new double[] {2 * i, 4 * i, 6 * i}, out);
        }
    }

    @Test
    void firstNonFinite_ofACompiledProgram_isFound() {
        Trace t = new Trace();
        Value x = t.input("x", Shape.of(2));
        Workspace bench = new Workspace(t.program(t.exp(t.log(x))), true, 1);
        bench.input(0)[0] = -1;
        bench.run();
        assertTrue(Double.isNaN(bench.output(0)[0]));
        assertNotNull(bench.firstNonFinite());
        assertEquals("log", bench.firstNonFinite().op().name());
    }
}
