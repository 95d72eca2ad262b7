package org.nde4j.core.condition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nde4j.core.array.Shape;
import org.nde4j.core.calculus.Calculus;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.program.Workspace;

class NewtonTest {
    /** z^2 = p in each row of one number. */
    private static Newton root(int rows) {
        Trace t = new Trace();
        Value z = t.input("z", Shape.of(rows, 1));
        Value p = t.input("p", Shape.of(rows, 1));
        return new Newton(new Condition(t.program(t.sub(t.mul(z, z), p))), new Linearization() {
            @Override
            public List<Value> matrices(Trace trace, Value at, List<Value> parameters) {
                return List.of(trace.scale(at, 2));
            }

            @Override
            public Value solve(Trace trace, List<Value> matrices, Value b, List<Value> parameters) {
                return trace.div(b, matrices.get(0));
            }
        });
    }

    private static double[] filled(int rows, double value) {
        double[] x = new double[rows];
        Arrays.fill(x, value);
        return x;
    }

    /* From a guess with the slope there; tolerance 1e-12. */
    private static double[][] inputs(double guess, double... p) {
        int n = p.length;
        return new double[][] {p, filled(n, guess), filled(n, 1), filled(n, 1e-12), filled(n, 2 * guess)};
    }

    @Test
    void root_isFoundToTheAccuracyAskedFor() {
        double[] z = root(3).at(inputs(1.9, 4, 3.5, 3)).outputs()[0];
        for (int i = 0; i < 3; i++) {
            assertEquals(Math.sqrt(4 - 0.5 * i), z[i], 2e-14); // 1e-2 of 1e-12, and rounding
        }
    }

    @Test
    void badGuess_isMadeUpForByTheOtherOneAndFreshMatrices() {
        // From 0.01 the first step goes to 200 with a slope that is ten thousand times too small.
        assertEquals(2, root(1).at(inputs(0.01, 4)).outputs()[0][0], 2e-14); // as above
    }

    @Test
    void rowWithoutAnAnswer_isNaNAndTheOthersAreNot() {
        double[] z = root(3).at(inputs(1.9, 4, -1, 3)).outputs()[0];
        assertEquals(2, z[0], 2e-14); // as above
        assertTrue(Double.isNaN(z[1]));
        assertEquals(Math.sqrt(3), z[2], 2e-14);
    }

    @Test
    void row_hasTheSameBitsInAnyBatch() {
        double[] p = {4, 3.9, 0.02, 2.5, -3, 9};
        double[] together = root(6).at(inputs(1.9, p)).outputs()[0];
        for (int i = 0; i < p.length; i++) {
            assertArrayEquals(
                    new double[] {together[i]}, root(1).at(inputs(1.9, p[i])).outputs()[0]);
        }
    }

    @Test
    void pushAndPull_followTheConditionAtTheAnswer() {
        var found = root(2).at(inputs(1.9, 4, 3));
        double[] tangent = found.push(new double[][] {{1, 2}})[0];
        assertEquals(1 / (2 * 2.0), tangent[0], 1e-14); // dz = dp / (2 z)
        assertEquals(2 / (2 * Math.sqrt(3)), tangent[1], 1e-14);
        double[] cotangent = found.pull(new double[][] {{3, -1}})[0];
        assertEquals(3 / (2 * 2.0), cotangent[0], 1e-14);
        assertEquals(-1 / (2 * Math.sqrt(3)), cotangent[1], 1e-14);
    }

    /* sin(root of p^2): a guess and a slope that depend on p have no influence. */
    private static Program program(Newton root) {
        Trace t = new Trace();
        Value p = t.input("p", Shape.of(1, 1));
        Value guess = t.scale(p, 1.1);
        Value size = t.fill(1e-12, Shape.of(1, 1));
        Value z =
                t.call(root, t.mul(p, p), guess, guess, size, t.scale(guess, 2)).get(0);
        return t.program(t.sum(t.sin(z)));
    }

    @Test
    void gradientThroughACall_needsNoIteration() {
        Newton root = root(1);
        Program gradient = Calculus.gradient(program(root));
        Workspace bench = new Workspace(gradient);
        bench.input(0)[0] = 1.3;
        bench.run();
        assertEquals(Math.cos(1.3), bench.output(1)[0], 1e-13); // root of p^2 is p
        long once = bench.iterations();
        assertTrue(once > 1 && once < 2L * Newton.ITERATIONS, "iterations " + once);
        var known = root.open();
        double[] at = {1.69};
        double[] cotangent = known.known(new double[][] {at, {0}, {0}, {0}, {0}}, new double[] {1.3})
                .pull(new double[][] {{1}})[0];
        assertEquals(1 / 2.6, cotangent[0], 1e-15); // a rounding
        assertEquals(0, known.iterations());
    }

    @Test
    void pushThroughACall_agreesWithItsPull() {
        Program forward = Calculus.jvp(program(root(1)));
        Workspace bench = new Workspace(forward);
        bench.input(0)[0] = 1.3;
        bench.input(1)[0] = 2;
        bench.run();
        assertEquals(2 * Math.cos(1.3), bench.output(1)[0], 1e-13); // as above
    }

    @Test
    void fullMatrix_solvesAllUnknownsTogether() {
        Trace t = new Trace();
        Value z = t.input("z", Shape.of(2));
        Value p = t.input("p", Shape.of(2));
        Value x = t.slice(z, 0, 0, 1);
        Value y = t.slice(z, 0, 1, 2);
        // x + y^3 = p0, x y = p1 at (2, 1)
        Value residual = t.sub(t.concat(0, t.add(x, t.power(y, 3)), t.mul(x, y)), p);
        Condition condition = new Condition(t.program(residual));
        Newton newton = new Newton(condition, Linearization.dense(condition));
        double[] guess = {1.9, 1.1};
        double[] slopes = {1, 3 * 1.21, 1.1, 1.9};
        double[][] inputs = {{3, 2}, guess, guess, {1e-12, 1e-12}, slopes, new double[6]};
        new org.nde4j.core.kernel.DenseFactorization(2).factor(slopes, 0, inputs[5], 0);
        var found = newton.at(inputs);
        assertArrayEquals(new double[] {2, 1}, found.outputs()[0], 1e-13); // rate 0.3 at most
        // J = [1 3; 1 2] there, so J' w = (1, 0) gives w = (-2, 3).
        assertArrayEquals(new double[] {-2, 3}, found.pull(new double[][] {{1, 0}})[0], 1e-12);
    }
}
