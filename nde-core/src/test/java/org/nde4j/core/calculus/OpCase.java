package org.nde4j.core.calculus;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.nde4j.core.array.Shape;
import org.nde4j.core.kernel.BandedFactorization;
import org.nde4j.core.kernel.DenseFactorization;
import org.nde4j.core.kernel.Factorization;
import org.nde4j.core.kernel.Pattern;
import org.nde4j.core.kernel.SparseFactorization;
import org.nde4j.core.program.BinaryFunction;
import org.nde4j.core.program.Differentiable;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.UnaryFunction;
import org.nde4j.core.program.Value;

/** A small program around one op, on shapes drawn at random, with where its inputs may come from. */
public record OpCase(String name, Program program, DoubleUnaryOperator domain, boolean twice) {
    private static final DoubleUnaryOperator ANY = u -> 4 * u - 2;
    private static final DoubleUnaryOperator POSITIVE = u -> 0.3 + 2 * u;
    private static final DoubleUnaryOperator INSIDE = u -> 1.8 * u - 0.9;
    // Away from 0, where the corner of the absolute value is.
    private static final DoubleUnaryOperator CORNERED = u -> u < 0.5 ? u - 1 : u;

    @Override
    public String toString() {
        return name;
    }

    /** Every op of the language at least once, the functions each. */
    public static List<OpCase> all(long seed) {
        List<OpCase> cases = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (UnaryFunction f : UnaryFunction.values()) {
            Trace t = new Trace();
            cases.add(of("map " + f, t, domain(f), t.map(f, t.input("a", shape(random)))));
        }
        for (BinaryFunction f : BinaryFunction.values()) {
            Shape s = shape(random);
            Trace t = new Trace();
            cases.add(of("zip " + f, t, POSITIVE, t.zip(f, t.input("a", s), t.input("b", s))));
        }
        structural(random, cases);
        broadcasts(random, cases);
        calls(random, cases);
        systems(random, cases);
        return cases;
    }

    private static DoubleUnaryOperator domain(UnaryFunction f) {
        return switch (f) {
            case LOG, LOG1P, SQRT -> POSITIVE;
            case ASIN, ACOS -> INSIDE;
            case ABS, RELU, SIGN -> CORNERED;
            case TAN -> u -> 2 * u - 1;
            default -> ANY;
        };
    }

    private static void structural(SplittableRandom random, List<OpCase> cases) {
        int m = 1 + random.nextInt(4);
        int n = 2 + random.nextInt(3);
        int k = 2 + random.nextInt(3);
        for (int bits = 0; bits < 4; bits++) {
            boolean ta = (bits & 1) != 0;
            boolean tb = (bits & 2) != 0;
            Trace t = new Trace();
            Value a = t.input("a", ta ? Shape.of(k, m) : Shape.of(m, k));
            Value b = t.input("b", tb ? Shape.of(n, k) : Shape.of(k, n));
            cases.add(of("matmul " + ta + " " + tb, t, ANY, t.matmul(a, ta, b, tb)));
        }
        cases.add(unary("fill", random, (t, a) -> t.mul(a, t.fill(1.7, a.shape()))));
        cases.add(unary("affine", random, (t, a) -> t.affine(a, -1.3, 0.4)));
        for (int e : new int[] {-2, 0, 2, 3, 7}) {
            cases.add(unary("power " + e, random, POSITIVE, (t, a) -> t.power(a, e)));
        }
        for (int terms = 2; terms <= 5; terms++) {
            double[] c = new double[terms];
            int count = terms;
            cases.add(unary("combine " + terms, random, (t, a) -> {
                Value[] v = new Value[count];
                for (int i = 0; i < count; i++) {
                    c[i] = 0.5 + i;
                    v[i] = i % 2 == 0 ? t.sin(t.scale(a, 1 + i)) : a;
                }
                return t.combine(c, v);
            }));
        }
        cases.add(unary(
                "select",
                random,
                CORNERED,
                (t, a) -> t.select(t.less(a, t.fill(0, a.shape())), t.sin(a), t.mul(a, a))));
        Shape cube = Shape.of(2, 3, 2);
        int[][] axes = {{0}, {1}, {2}, {0, 1}, {1, 2}, {0, 2}, {0, 1, 2}};
        for (int[] over : axes) {
            cases.add(on("sum over " + List.of(boxed(over)), cube, ANY, (t, a) -> t.sum(a, over)));
            cases.add(on("maximum over " + List.of(boxed(over)), cube, ANY, (t, a) -> t.maximum(t.sin(a), over)));
        }
        cases.add(on("reshape", cube, ANY, (t, a) -> t.reshape(t.sin(a), Shape.of(4, 3))));
        cases.add(on("transpose", cube, ANY, (t, a) -> t.transpose(a, 2, 0, 1)));
        for (int axis = 0; axis < 3; axis++) {
            int ax = axis;
            cases.add(on("concat " + axis, cube, ANY, (t, a) -> t.concat(ax, a, t.sin(a))));
            cases.add(on("slice " + axis, Shape.of(3, 4, 3), ANY, (t, a) -> t.slice(a, ax, 1, 3)));
            cases.add(on("pad " + axis, cube, ANY, (t, a) -> t.pad(a, ax, 1, 2)));
            cases.add(on("gather " + axis, cube, ANY, (t, a) -> t.gather(a, ax, 1, 0, 1, 1)));
            int length = cube.dim(axis);
            int[] to = java.util.stream.IntStream.range(0, length)
                    .map(i -> i % 2 * 3)
                    .toArray();
            cases.add(on("scatter " + axis, cube, ANY, (t, a) -> t.scatter(a, ax, to, 4)));
        }
    }

    private static void broadcasts(SplittableRandom random, List<OpCase> cases) {
        int rows = 17 + random.nextInt(5);
        int columns = 16 + random.nextInt(5);
        int[][] kept = {{}, {0}, {1}};
        for (int[] axes : kept) {
            Trace t = new Trace();
            Shape small = axes.length == 0 ? Shape.SCALAR : Shape.of(axes[0] == 0 ? rows : columns);
            Value a = t.input("a", small);
            Value b = t.input("b", Shape.of(rows, columns));
            Value wide = t.spread(a, b.shape(), axes);
            Value both = t.add(t.mul(wide, b), t.div(b, t.shift(t.exp(wide), 1)));
            cases.add(of(
                    "spread " + List.of(boxed(axes)) + " read in place", t, ANY, t.sub(wide, both), t.mul(wide, wide)));
        }
        Trace t = new Trace();
        Value a = t.input("a", Shape.of(2, 3));
        cases.add(of("spread written out", t, ANY, t.spread(a, Shape.of(2, 4, 3), 0, 2)));
    }

    private static void calls(SplittableRandom random, List<OpCase> cases) {
        Trace inner = new Trace();
        Value x = inner.input("x", Shape.of(3));
        Value y = inner.input("y", Shape.of(2));
        Program f = inner.program(inner.sin(x), inner.mul(y, inner.spread(inner.sum(x), y.shape())));
        Differentiable called = new ProgramCall(f);
        Trace t = new Trace();
        List<Value> out = t.call(called, t.input("a", Shape.of(3)), t.input("b", Shape.of(2)));
        cases.add(new OpCase("call", t.program(out.get(1), out.get(0)), ANY, false));
    }

    /* Matrices whose diagonal is greater than the rest of the row, so that they are well conditioned. */
    private static void systems(SplittableRandom random, List<OpCase> cases) {
        int rows = 1 + random.nextInt(3);
        List<Factorization> kinds = new ArrayList<>();
        for (int n : new int[] {1, 2, 3, 5}) {
            kinds.add(new DenseFactorization(n));
            kinds.add(new BandedFactorization(n, Math.min(1, n - 1), Math.min(2, n - 1)));
            Pattern scattered = Pattern.of(
                    n,
                    n,
                    random.doubles(n * n, -0.5, 0.4).map(u -> Math.max(u, 0)).toArray());
            kinds.add(new SparseFactorization(scattered.union(Pattern.diagonal(n))));
        }
        for (Factorization kind : kinds) {
            cases.add(system(kind, rows, false));
            cases.add(system(kind, rows, true));
        }
    }

    private static OpCase system(Factorization kind, int rows, boolean transposed) {
        int n = kind.size();
        Trace t = new Trace();
        Value a = t.input("a", Shape.of(rows, kind.pattern().entries()));
        Value b = t.input("b", Shape.of(rows, n));
        int[] diagonal = java.util.stream.IntStream.range(0, n)
                .map(i -> kind.pattern().entry(i, i))
                .toArray();
        Value large = t.scatter(t.fill(3 * n, b.shape()), 1, diagonal, a.shape().dim(1));
        Value strong = t.add(a, large);
        Value x = t.solve(kind, strong, t.factor(kind, strong), b, transposed);
        return of("solve " + kind + " " + transposed, t, ANY, x);
    }

    private static Integer[] boxed(int[] numbers) {
        return java.util.Arrays.stream(numbers).boxed().toArray(Integer[]::new);
    }

    private interface Body {
        Value write(Trace t, Value a);
    }

    private static OpCase unary(String name, SplittableRandom random, Body body) {
        return unary(name, random, ANY, body);
    }

    private static OpCase unary(String name, SplittableRandom random, DoubleUnaryOperator domain, Body body) {
        return on(name, shape(random), domain, body);
    }

    private static OpCase on(String name, Shape shape, DoubleUnaryOperator domain, Body body) {
        Trace t = new Trace();
        return of(name, t, domain, body.write(t, t.input("a", shape)));
    }

    private static OpCase of(String name, Trace t, DoubleUnaryOperator domain, Value... outputs) {
        return new OpCase(name, t.program(outputs), domain, true);
    }

    private static Shape shape(SplittableRandom random) {
        int[] dims = new int[random.nextInt(4)];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = 1 + random.nextInt(4);
        }
        return Shape.of(dims);
    }
}
