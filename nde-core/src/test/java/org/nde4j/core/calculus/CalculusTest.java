package org.nde4j.core.calculus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.core.array.Shape;
import org.nde4j.core.program.Op;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

class CalculusTest {
    private static final double STEP = 1e-5;
    // Central differences: h^2 f''' / 6 + eps |f| / h, about 1e-9 each here, with room for curved functions.
    private static final double DIFFERENCES = 1e-7;
    // Two sums of at most some hundred products of order 10 in different order.
    private static final double ROUNDING = 1e-11;

    static Stream<OpCase> cases() {
        return Stream.of(1L, 2L, 3L).flatMap(seed -> OpCase.all(seed).stream());
    }

    private static double[][] draw(
            List<Shape> shapes, java.util.function.DoubleUnaryOperator domain, SplittableRandom r) {
        return shapes.stream()
                .map(s -> r.doubles(s.size()).map(domain).toArray())
                .toArray(double[][]::new);
    }

    private static List<Shape> inputs(Program p) {
        return p.inputs().stream().map(in -> in.value().shape()).toList();
    }

    private static List<Shape> outputs(Program p) {
        return p.outputs().stream().map(Value::shape).toList();
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

    private static double[][] moved(double[][] x, double[][] d, double h) {
        double[][] result = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            result[i] = x[i].clone();
            for (int j = 0; j < x[i].length; j++) {
                result[i][j] += h * d[i][j];
            }
        }
        return result;
    }

    private static double[][] tail(double[][] all, int from) {
        return Arrays.copyOfRange(all, from, all.length);
    }

    /** The derivative along d of the weighted sum of the outputs, by central differences. */
    private static double differences(Program p, double[][] x, double[][] d, double[][] weights) {
        double[][] plus = ProgramCall.run(p, moved(x, d, STEP));
        double[][] minus = ProgramCall.run(p, moved(x, d, -STEP));
        return (dot(plus, weights) - dot(minus, weights)) / (2 * STEP);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void jvpAndVjp_agreeWithCentralDifferencesAndEachOther(OpCase c) {
        SplittableRandom r = new SplittableRandom(c.name().hashCode());
        Program p = c.program();
        double[][] x = draw(inputs(p), c.domain(), r);
        double[][] d = draw(inputs(p), u -> 2 * u - 1, r);
        double[][] w = draw(outputs(p), u -> 2 * u - 1, r);
        int n = p.outputs().size();
        double[][] forward = ProgramCall.run(Calculus.jvp(p), x, d);
        double[][] reverse = ProgramCall.run(Calculus.vjp(p), x, w);
        double push = dot(tail(forward, n), w);
        double pull = dot(tail(reverse, n), d);
        double scale = 1 + Math.abs(push);
        assertEquals(push, pull, ROUNDING * scale, "adjoint identity");
        assertEquals(differences(p, x, d, w), push, DIFFERENCES * scale, "central differences");
        double[][] plain = ProgramCall.run(p, x);
        for (int i = 0; i < n; i++) {
            assertTrue(Arrays.equals(plain[i], forward[i]), "jvp returns the same bits");
            assertTrue(Arrays.equals(plain[i], reverse[i]), "vjp returns the same bits");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void vjpAppliedTwice_agreesWithCentralDifferences(OpCase c) {
        if (!c.twice()) {
            return;
        }
        SplittableRandom r = new SplittableRandom(c.name().hashCode() + 1);
        Program once = Calculus.vjp(c.program());
        int ins = c.program().inputs().size();
        double[][] x = draw(inputs(once), c.domain(), r);
        double[][] d = draw(inputs(once), u -> 2 * u - 1, r);
        double[][] w = draw(outputs(once), u -> 2 * u - 1, r);
        double[][] forward = ProgramCall.run(Calculus.jvp(once), x, d);
        double[][] reverse = ProgramCall.run(Calculus.vjp(once), x, w);
        int n = once.outputs().size();
        double push = dot(tail(forward, n), w);
        double scale = 1 + Math.abs(push);
        assertEquals(push, dot(tail(reverse, n), d), 10 * ROUNDING * scale, "adjoint identity");
        assertEquals(differences(once, x, d, w), push, 10 * DIFFERENCES * scale, "central differences");
        assertTrue(ins > 0);
    }

    @Test
    void everyOp_hasACase() {
        Set<String> tested = new TreeSet<>();
        OpCase.all(1).forEach(c -> {
            c.program().lets().forEach(let -> tested.add(let.op().getClass().getSimpleName()));
            Calculus.vjp(c.program())
                    .lets()
                    .forEach(let -> tested.add(let.op().getClass().getSimpleName()));
            Calculus.jvp(c.program())
                    .lets()
                    .forEach(let -> tested.add(let.op().getClass().getSimpleName()));
        });
        Set<String> ops = new TreeSet<>();
        collect(Op.class, ops);
        assertEquals(ops, tested);
    }

    private static void collect(Class<?> type, Set<String> names) {
        if (type.isSealed()) {
            for (Class<?> sub : type.getPermittedSubclasses()) {
                collect(sub, names);
            }
        } else {
            names.add(type.getSimpleName());
        }
    }

    @Test
    void jacobian_ofARotation_isTheRotation() {
        Trace t = new Trace();
        Value a = t.input("a", Shape.of(2, 2));
        Value x = t.input("x", Shape.of(1, 2));
        Program p = t.program(t.matmul(x, false, a, true));
        double[] rotation = {0.6, -0.8, 0.8, 0.6};
        double[][] j = ProgramCall.run(Calculus.jacobian(p, 0, 1), rotation, new double[] {3, 4});
        assertEquals(Arrays.toString(rotation), Arrays.toString(j[0]));
    }

    @Test
    void gradient_ofTwoNumbers_isRefused() {
        Trace t = new Trace();
        Program p = t.program(t.sin(t.input("x", Shape.of(2))));
        Exception e = assertThrows(IllegalArgumentException.class, () -> Calculus.gradient(p));
        assertTrue(e.getMessage().contains("sum it first"), e.getMessage());
    }

    @Test
    void secondDerivativeOfACall_isRefusedByName() {
        OpCase call = OpCase.all(1).stream()
                .filter(c -> c.name().equals("call"))
                .findFirst()
                .orElseThrow();
        Program once = Calculus.vjp(call.program());
        Exception e = assertThrows(UnsupportedOperationException.class, () -> Calculus.jvp(once));
        assertTrue(e.getMessage().contains("a program"), e.getMessage());
    }
}
