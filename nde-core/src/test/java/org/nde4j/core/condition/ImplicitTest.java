package org.nde4j.core.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nde4j.core.array.Shape;
import org.nde4j.core.calculus.Calculus;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.program.Workspace;

class ImplicitTest {
    private static final int N = 3;

    /** An equilibrium layer z = tanh(W z + x), a contraction for small W. */
    private static Condition equilibrium() {
        Trace t = new Trace();
        Value z = t.input("z", Shape.of(N));
        Value w = t.input("w", Shape.of(N, N));
        Value x = t.input("x", Shape.of(N));
        return new Condition(t.program(t.sub(z, layer(t, z, w, x))));
    }

    private static Value layer(Trace t, Value z, Value w, Value x) {
        Value column = t.reshape(z, Shape.of(N, 1));
        return t.tanh(t.add(t.reshape(t.matmul(w, column), Shape.of(N)), x));
    }

    private static double[] iterate(double[][] parameters) {
        Trace t = new Trace();
        Value z = t.input("z", Shape.of(N));
        Program step = t.program(layer(t, z, t.input("w", Shape.of(N, N)), t.input("x", Shape.of(N))));
        Workspace bench = new Workspace(step);
        bench.bind(1, parameters[0]);
        bench.bind(2, parameters[1]);
        for (int i = 0; i < 200; i++) {
            bench.run();
            System.arraycopy(bench.output(0), 0, bench.input(0), 0, N);
        }
        return bench.output(0).clone();
    }

    private static final Implicit LAYER = new Implicit("equilibrium", equilibrium(), ImplicitTest::iterate, 1e-12);

    private static double[] draw(int n, double size, long seed) {
        return new SplittableRandom(seed).doubles(n, -size, size).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void pushAndPull_agreeWithCentralDifferencesAndEachOther() {
        double[] w = draw(N * N, 0.3, 1);
        double[] x = draw(N, 1, 2);
        double[] dw = draw(N * N, 1, 3);
        double[] dx = draw(N, 1, 4);
        double[] weights = draw(N, 1, 5);
        var found = LAYER.at(new double[][] {w, x});
        double push = dot(found.push(new double[][] {dw, dx})[0], weights);
        double[][] pulled = found.pull(new double[][] {weights});
        double pull = dot(pulled[0], dw) + dot(pulled[1], dx);
        assertEquals(push, pull, 1e-13); // sums of some ten numbers of order one in different order
        double h = 1e-6;
        double plus = dot(iterate(new double[][] {moved(w, dw, h), moved(x, dx, h)}), weights);
        double minus = dot(iterate(new double[][] {moved(w, dw, -h), moved(x, dx, -h)}), weights);
        assertEquals((plus - minus) / (2 * h), push, 1e-9); // h^2 and rounding over h
    }

    private static double[] moved(double[] x, double[] d, double h) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] += h * d[i];
        }
        return y;
    }

    @Test
    void implicit_isCalledByAProgramAndDifferentiatedWithIt() {
        Trace t = new Trace();
        Value w = t.input("w", Shape.of(N, N));
        Value x = t.input("x", Shape.of(N));
        Program loss = t.program(t.sum(t.call(LAYER, w, t.sin(x)).get(0)));
        Workspace bench = new Workspace(Calculus.gradient(loss, 1));
        double[] at = draw(N, 1, 6);
        bench.bind(0, draw(N * N, 0.3, 1));
        bench.bind(1, at);
        bench.run();
        double[] gradient = bench.output(1).clone();
        double h = 1e-6;
        double[] d = {1, -0.5, 0.25};
        bench.bind(1, moved(at, d, h));
        bench.run();
        double plus = bench.output(0)[0];
        bench.bind(1, moved(at, d, -h));
        bench.run();
        assertEquals((plus - bench.output(0)[0]) / (2 * h), dot(gradient, d), 1e-9); // as above
    }

    @Test
    void answerThatDoesNotHold_isRefusedWithItsResidual() {
        Implicit wrong = new Implicit("wrong", equilibrium(), p -> new double[] {9, 9, 9}, 1e-6);
        Exception e = assertThrows(
                ArithmeticException.class, () -> wrong.at(new double[][] {new double[N * N], new double[N]}));
        assertTrue(e.getMessage().contains("residual is 9"), e.getMessage());
    }

    @Test
    void answerWhereAnswersMeet_hasNoDerivativeButAMessage() {
        Trace t = new Trace();
        Value z = t.input("z", Shape.SCALAR);
        Value p = t.input("p", Shape.SCALAR);
        Condition square = new Condition(t.program(t.sub(t.mul(z, z), p)));
        Implicit root = new Implicit("root", square, in -> new double[] {Math.sqrt(in[0][0])}, 1e-9);
        assertEquals(0.25, root.at(new double[][] {{4}}).pull(new double[][] {{1}})[0][0], 1e-15); // 1 / (2 sqrt 4)
        var atZero = root.at(new double[][] {{0}});
        Exception e = assertThrows(ArithmeticException.class, () -> atZero.pull(new double[][] {{1}}));
        assertTrue(e.getMessage().contains("several answers"), e.getMessage());
    }

    @Test
    void asManyEquationsAsUnknowns_areNeeded() {
        Trace t = new Trace();
        Program p = t.program(t.sum(t.input("z", Shape.of(2))));
        Exception e = assertThrows(IllegalArgumentException.class, () -> new Condition(p));
        assertTrue(e.getMessage().contains("1 for 2"), e.getMessage());
    }
}
