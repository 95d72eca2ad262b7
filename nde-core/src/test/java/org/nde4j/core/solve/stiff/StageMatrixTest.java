package org.nde4j.core.solve.stiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.calculus.Calculus;
import org.nde4j.core.calculus.Coloring;
import org.nde4j.core.calculus.Simplification;
import org.nde4j.core.calculus.Sparsity;
import org.nde4j.core.equation.Dae;
import org.nde4j.core.equation.Field;
import org.nde4j.core.kernel.BandedFactorization;
import org.nde4j.core.kernel.DenseFactorization;
import org.nde4j.core.kernel.Factorization;
import org.nde4j.core.kernel.Pattern;
import org.nde4j.core.kernel.SparseFactorization;
import org.nde4j.core.program.Fill;
import org.nde4j.core.program.Input;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.program.Workspace;

class StageMatrixTest {
    private static final int BATCH = 3;
    // A few hundred operations on numbers of order 10, in another order.
    private static final double ROUNDING = 1e-11;
    private static final double STEP = 1e-6;
    // Central differences: eps |f| / h, about 1e-9, and h^2 f''' / 6, with room.
    private static final double DIFFERENCES = 1e-6;

    // The whole space, and far below what the differences can tell.
    private static final LinearAlgebra EXACT = LinearAlgebra.krylov(20, 200, 1e-13);

    private record Case(String name, LinearAlgebra choice, Field field) {
        @Override
        public String toString() {
            return name + ", " + choice;
        }
    }

    private static Field robertson() {
        return Field.of(3, List.of(Shape.of(3)), (t, time, y, p) -> {
            Value[] c = new Value[3];
            Arrays.setAll(c, i -> t.column(y, i));
            Value[] k = new Value[3];
            Arrays.setAll(k, i -> t.like(t.slice(p.get(0), 0, i, i + 1), c[0]));
            Value slow = t.mul(k[0], c[0]);
            Value fast = t.mul(k[1], t.mul(c[1], c[1]));
            Value back = t.mul(k[2], t.mul(c[1], c[2]));
            Value first = t.sub(back, slow);
            return t.columns(List.of(first, t.sub(t.neg(first), fast), fast));
        });
    }

    private static Field network(int n) {
        return Field.of(n, List.of(Shape.of(n, 5), Shape.of(5, n)), (t, time, y, p) -> {
            Value drive = t.sin(StageMatrix.wide(t, time, n));
            return t.add(drive, t.matmul(t.tanh(t.matmul(y, p.get(0))), p.get(1)));
        });
    }

    /* Heat on a line with a nonlinear source, written with shifted copies. */
    private static Field line(int n) {
        return Field.of(n, List.of(Shape.SCALAR), (t, time, y, p) -> {
            Value left = t.pad(t.slice(y, 1, 0, n - 1), 1, 1, 0);
            Value right = t.pad(t.slice(y, 1, 1, n), 1, 0, 1);
            Value second = t.combine(new double[] {1, -2, 1}, left, y, right);
            return t.add(t.mul(t.like(p.get(0), y), second), t.mul(y, t.sin(y)));
        });
    }

    private static Field algebraic() {
        double[] mass = {2, 0.5, 0, 0, 1, 0, 0, 0, 0};
        return new Dae(robertson(), new Array(Shape.of(3, 3), mass));
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (LinearAlgebra choice : List.of(
                LinearAlgebra.automatic(),
                LinearAlgebra.dense(),
                LinearAlgebra.banded(),
                LinearAlgebra.sparse(),
                EXACT)) {
            cases.add(new Case("Robertson", choice, robertson()));
            cases.add(new Case("network", choice, network(4)));
            cases.add(new Case("line", choice, line(14)));
            cases.add(new Case("DAE", choice, algebraic()));
        }
        return cases.stream();
    }

    private static double[][] draw(Program p, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return p.inputs().stream()
                .map(in -> random.doubles(in.value().shape().size())
                        .map(u -> 2 * u - 1)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double[][] run(Program p, double[]... inputs) {
        Workspace bench = new Workspace(p);
        for (int i = 0; i < inputs.length; i++) {
            bench.bind(i, inputs[i].clone());
        }
        bench.run();
        double[][] outputs = new double[p.outputs().size()][];
        Arrays.setAll(outputs, i -> bench.output(i).clone());
        return outputs;
    }

    /* J, M: one matrix each row, [B, n, n], by differentiating the field as it stands. */
    private static double[][] dense(Field field, double[][] inputs) {
        int n = field.size();
        double[][] j = new double[BATCH][n * n];
        double[] all = run(Calculus.jacobian(field.program(BATCH), 0, 1), inputs)[0];
        for (int b = 0; b < BATCH; b++) {
            for (int i = 0; i < n; i++) {
                System.arraycopy(all, (b * n + i) * BATCH * n + b * n, j[b], i * n, n);
            }
        }
        return j;
    }

    private static double[] mass(Field field) {
        int n = field.size();
        double[] m = new double[n * n];
        for (int i = 0; i < n; i++) {
            m[i * n + i] = 1;
        }
        return field.mass().map(Array::values).orElse(m);
    }

    private static double[] times(double[] matrix, double[] x, int from, int n) {
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                y[i] += matrix[i * n + j] * x[from + j];
            }
        }
        return y;
    }

    /* From (t, y, parameters, h gamma, b) to the solution, A times it, J times b, M times b. */
    private static Program program(Case c) {
        Trace t = new Trace();
        Value time = t.input("t", Shape.of(BATCH, 1));
        Value y = t.input("y", Shape.of(BATCH, c.field().size()));
        List<Value> p = c.field().inputs(t);
        Value h = t.input("h", Shape.of(BATCH, 1));
        Value b = t.input("b", y.shape());
        StageMatrix matrix = StageMatrix.of(c.choice(), c.field());
        Value j = matrix.jacobian(t, time, y, p);
        Value a = matrix.minus(t, j, h);
        Value f = matrix.factor(t, a);
        Value x = matrix.solve(t, a, f, b, p);
        assertEquals(Shape.of(BATCH, matrix.jacobianWidth()), j.shape());
        assertEquals(Shape.of(BATCH, matrix.width()), a.shape());
        assertEquals(Shape.of(BATCH, matrix.factors()), f.shape());
        return t.program(x, matrix.times(t, a, x, p), matrix.jacobianTimes(t, j, b, p), matrix.massTimes(t, b));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void products_areThoseOfTheWholeMatrices(Case c) {
        Program p = program(c);
        double[][] in = draw(p, 1);
        double[][] out = run(p, in);
        int n = c.field().size();
        double[][] j = dense(c.field(), Arrays.copyOf(in, in.length - 2));
        double[] m = mass(c.field());
        double[] b = in[in.length - 1];
        for (int row = 0; row < BATCH; row++) {
            double[] jb = times(j[row], b, row * n, n);
            double[] mb = times(m, b, row * n, n);
            double[] jx = times(j[row], out[0], row * n, n);
            double[] mx = times(m, out[0], row * n, n);
            double h = in[in.length - 2][row];
            for (int i = 0; i < n; i++) {
                int at = row * n + i;
                double scale = 1 + Math.abs(mx[i]) + Math.abs(jx[i]);
                assertEquals(b[at], mx[i] - h * jx[i], ROUNDING * scale, "A x = b");
                assertEquals(b[at], out[1][at], ROUNDING * scale, "A x");
                assertEquals(jb[i], out[2][at], ROUNDING, "J b");
                assertEquals(mb[i], out[3][at], ROUNDING, "M b");
            }
        }
    }

    private static double[][] moved(double[][] x, double[][] d, double h) {
        double[][] y = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i].clone();
            for (int j = 0; j < y[i].length; j++) {
                y[i][j] += h * d[i][j];
            }
        }
        return y;
    }

    private static double dot(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                sum += a[i][j] * b[i][j];
            }
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void derivatives_agreeWithCentralDifferencesAndEachOther(Case c) {
        Program p = program(c);
        double[][] x = draw(p, 2);
        double[][] d = draw(p, 3);
        double[][] w = new double[p.outputs().size()][];
        Arrays.setAll(
                w,
                i -> new SplittableRandom(4 + i)
                        .doubles(p.outputs().get(i).shape().size())
                        .toArray());
        double[][] both = Stream.concat(Arrays.stream(x), Arrays.stream(d)).toArray(double[][]::new);
        double[][] back = Stream.concat(Arrays.stream(x), Arrays.stream(w)).toArray(double[][]::new);
        int n = w.length;
        double push = dot(Arrays.copyOfRange(run(Calculus.jvp(p), both), n, 2 * n), w);
        double pull = dot(Arrays.copyOfRange(run(Calculus.vjp(p), back), n, n + x.length), d);
        double differences = (dot(run(p, moved(x, d, STEP)), w) - dot(run(p, moved(x, d, -STEP)), w)) / (2 * STEP);
        assertEquals(push, pull, ROUNDING * (1 + Math.abs(push)));
        assertEquals(differences, push, DIFFERENCES * (1 + Math.abs(push)));
    }

    @Test
    void jacobianOfRobertson_isNoLongerThanTwoEvaluations() {
        Field field = robertson();
        Trace t = new Trace();
        Value time = t.input("t", Shape.of(1, 1));
        Value y = t.input("y", Shape.of(1, 3));
        List<Value> p = field.inputs(t);
        Value j = StageMatrix.of(LinearAlgebra.dense(), field).jacobian(t, time, y, p);
        int lines = t.program(j).lets().size();
        int once = field.program(1).lets().size();
        assertTrue(lines <= 2 * once, lines + " lines, the field has " + once + "\n" + t.program(j));
    }

    @Test
    void timeDerivative_isWrittenAsZeroOnlyWhereTimePlaysNoRole() {
        Trace t = new Trace();
        Value time = t.input("t", Shape.of(2, 1));
        Value y = t.input("y", Shape.of(2, 3));
        Field still = robertson();
        Value zero = StageMatrix.of(LinearAlgebra.dense(), still).timeDerivative(t, time, y, still.inputs(t));
        Program p = t.program(zero);
        assertEquals(1, p.lets().size(), p.toString());
        assertEquals(new Fill(0, Shape.of(2, 3)), p.lets().get(0).op());
        Field driven = network(3);
        Trace own = new Trace();
        Value at = own.input("t", Shape.of(2, 1));
        Value state = own.input("y", Shape.of(2, 3));
        List<Value> weights = driven.inputs(own);
        Program rate =
                own.program(StageMatrix.of(LinearAlgebra.dense(), driven).timeDerivative(own, at, state, weights));
        double[][] in = draw(rate, 5);
        double[] found = run(rate, in)[0];
        for (int i = 0; i < 6; i++) {
            assertEquals(Math.cos(in[0][i / 3]), found[i], ROUNDING);
        }
    }

    @Test
    void singularMatrix_givesNaN() {
        Trace t = new Trace();
        StageMatrix matrix = StageMatrix.of(LinearAlgebra.dense(), robertson());
        Value a = t.input("a", Shape.of(2, 9));
        Value b = t.input("b", Shape.of(2, 3));
        Program p = t.program(matrix.solve(t, a, matrix.factor(t, a), b, List.of()));
        double[] entries = new double[18];
        for (int i = 0; i < 9; i++) {
            entries[i] = i; // singular: 0 1 2, 3 4 5, 6 7 8, up to the rounding of one elimination
            entries[9 + i] = i % 4 == 0 ? 2 : 0;
        }
        Arrays.fill(entries, 6, 9, 0);
        double[] x = run(p, entries, new double[] {1, 2, 3, 4, 5, 6})[0];
        assertTrue(Double.isNaN(x[0]) && Double.isNaN(x[1]) && Double.isNaN(x[2]));
        assertEquals("[2.0, 2.5, 3.0]", Arrays.toString(Arrays.copyOfRange(x, 3, 6)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void simplification_keepsTheBits(Case c) {
        Program p = Calculus.vjp(program(c));
        double[][] in = draw(p, 7);
        double[][] plain = run(p, in);
        Program simple = Simplification.of(p);
        assertEquals(
                p.inputs().stream().map(Input::name).toList(),
                simple.inputs().stream().map(Input::name).toList());
        double[][] found = run(simple, in);
        for (int i = 0; i < plain.length; i++) {
            for (int j = 0; j < plain[i].length; j++) {
                assertTrue(plain[i][j] == found[i][j], "output " + i);
            }
        }
    }

    /* Heat on a square with a cubic source, from shifted copies of a grid. */
    private static Field square(int side) {
        return Field.of(side * side, List.of(Shape.SCALAR), (t, time, y, p) -> {
            int batch = y.shape().dim(0);
            Value grid = t.reshape(y, Shape.of(batch, side, side));
            Value sum = t.scale(grid, -4);
            for (int axis = 1; axis <= 2; axis++) {
                sum = t.add(sum, t.pad(t.slice(grid, axis, 0, side - 1), axis, 1, 0));
                sum = t.add(sum, t.pad(t.slice(grid, axis, 1, side), axis, 0, 1));
            }
            Value heat = t.mul(t.like(p.get(0), sum), sum);
            return t.reshape(t.sub(heat, t.power(grid, 3)), y.shape());
        });
    }

    private static Factorization chosen(Field field) {
        return ((AssembledMatrix) StageMatrix.of(LinearAlgebra.automatic(), field)).kind();
    }

    @Test
    void automatic_fitsThePattern() {
        assertEquals(new DenseFactorization(3), chosen(robertson()));
        assertEquals(new DenseFactorization(40), chosen(network(40)));
        assertEquals(new DenseFactorization(12), chosen(line(12)));
        assertEquals(new BandedFactorization(50, 1, 1), chosen(line(50)));
        assertEquals(SparseFactorization.class, chosen(square(30)).getClass());
    }

    @Test
    void squareOfHeat_isSolvedAlikeByAllKinds() {
        Field field = square(12);
        Program reference = program(new Case("square", LinearAlgebra.dense(), field));
        double[][] in = draw(reference, 11);
        Arrays.fill(in[2], 1);
        Arrays.fill(in[3], 0.3);
        double[][] expected = run(reference, in);
        for (LinearAlgebra choice : List.of(
                LinearAlgebra.automatic(),
                LinearAlgebra.banded(),
                LinearAlgebra.sparse(),
                LinearAlgebra.krylov(20, 300, 1e-12))) {
            double[][] found = run(program(new Case("square", choice, field)), in);
            for (int i = 0; i < expected.length; i++) {
                // The condition is about 1 + 8 h = 4, and the tolerance of GMRES 1e-12 of |b| < 12.
                assertArrayEquals(expected[i], found[i], 1e-10, choice + ", output " + i);
            }
        }
    }

    @Test
    void jacobianOfAGrid_takesFiveDerivatives() {
        Field field = square(8);
        Pattern pattern = Sparsity.of(field.program(1), 0, 1);
        assertEquals(5 * 64 - 4 * 8, pattern.entries());
        // Five is the least, since inner rows have five entries; first come, first served needs two more.
        assertTrue(Coloring.of(pattern).colors() <= 7, Coloring.of(pattern).colors() + " colors");
    }

    @Test
    void constraintWithoutItsOwnUnknown_isSolvedSparsely() {
        // x' = z, 0 = x - sin t: no row of the pattern (1 0; 0 0) + J (0 1; 1 0) has a diagonal entry in column z.
        Field field = Dae.diagonal(
                Field.of(2, List.of(), (t, time, y, p) -> {
                    Value x = t.slice(y, 1, 0, 1);
                    return t.concat(1, t.slice(y, 1, 1, 2), t.sub(x, t.sin(time)));
                }),
                1,
                0);
        Case sparse = new Case("constraint", LinearAlgebra.sparse(), field);
        double[][] in = draw(program(sparse), 12);
        double[][] found = run(program(sparse), in);
        double[][] expected = run(program(new Case("constraint", LinearAlgebra.dense(), field)), in);
        // Two operations an element.
        assertArrayEquals(expected[0], found[0], ROUNDING * 100);
    }

    @Test
    void secondDerivativeOfASolve_isExactForAssembledMatrices() {
        Program once = Calculus.vjp(program(new Case("Robertson", LinearAlgebra.dense(), robertson())));
        double[][] x = draw(once, 21);
        double[][] d = draw(once, 22);
        double[][] both = Stream.concat(Arrays.stream(x), Arrays.stream(d)).toArray(double[][]::new);
        int n = once.outputs().size();
        double[][] w = new double[n][];
        Arrays.setAll(
                w,
                i -> new SplittableRandom(30 + i)
                        .doubles(once.outputs().get(i).shape().size())
                        .toArray());
        double push = dot(Arrays.copyOfRange(run(Calculus.jvp(once), both), n, 2 * n), w);
        double differences =
                (dot(run(once, moved(x, d, STEP)), w) - dot(run(once, moved(x, d, -STEP)), w)) / (2 * STEP);
        assertEquals(differences, push, DIFFERENCES * (1 + Math.abs(push)));
    }
}
