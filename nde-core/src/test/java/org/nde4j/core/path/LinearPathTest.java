package org.nde4j.core.path;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.calculus.Calculus;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Workspace;
import org.nde4j.core.random.Streams;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.SaveAt;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.explicit.Tsit5;

class LinearPathTest {
    private static final LinearPath PATH =
            new LinearPath(new double[] {0, 1, 3}, new double[][] {{1, 0}, {2, -1}, {-2, 4}});

    @Test
    void curve_goesThroughItsPointsAndStraightBetween() {
        assertArrayEquals(new double[] {1, 0}, PATH.at(0));
        assertArrayEquals(new double[] {2, -1}, PATH.at(1));
        assertArrayEquals(new double[] {-2, 4}, PATH.at(3));
        assertArrayEquals(new double[] {0, 1.5}, PATH.at(2));
        assertArrayEquals(new double[] {-4, 6.5}, PATH.at(4)); // goes on
        assertArrayEquals(new double[] {0, 1}, PATH.at(-1));
    }

    @Test
    void derivatives_areTheSlopes() {
        Trace t = new Trace();
        Program p = t.program(PATH.at(t, t.input("t", Shape.of(2, 1))));
        Workspace forward = new Workspace(Calculus.jvp(p));
        forward.bind(0, new double[] {0.5, 2.5});
        forward.bind(1, new double[] {1, 10});
        forward.run();
        assertArrayEquals(new double[] {1, -1, -20, 25}, Arrays.copyOf(forward.output(1), 4));
        Workspace back = new Workspace(Calculus.vjp(p));
        back.bind(0, new double[] {0.5, 2.5});
        back.bind(1, new double[] {1, 2, 3, 4});
        back.run();
        assertArrayEquals(new double[] {1 - 2, -6 + 10}, Arrays.copyOf(back.output(1), 2));
    }

    @Test
    void brownianMotion_hasIndependentIncrementsOfTheRightVariance() {
        int count = 20_000;
        LinearPath w = LinearPath.brownian(0, 4, count, 2, Streams.of(11).stream("path"));
        double[] square = new double[2];
        double product = 0;
        double successive = 0;
        for (int i = 1; i <= count; i++) {
            double[] d = increment(w, i);
            square[0] += d[0] * d[0];
            square[1] += d[1] * d[1];
            product += d[0] * d[1];
            successive += i == 1 ? 0 : d[0] * increment(w, i - 1)[0];
        }
        // Sums of squares over a length of 4 have mean 4 and deviation 4 sqrt(2 / count) = 0.04, products 0 and 0.028;
        // 5 deviations: a false alarm of 6e-7 each.
        assertEquals(4, square[0], 0.2);
        assertEquals(4, square[1], 0.2);
        assertEquals(0, product, 0.14);
        assertEquals(0, successive, 0.14);
    }

    private static double[] increment(LinearPath w, int i) {
        double[] a = w.at(w.knots()[i - 1]);
        double[] b = w.at(w.knots()[i]);
        return new double[] {b[0] - a[0], b[1] - a[1]};
    }

    /** y' = W(t) - y, piece by piece in closed form: on a piece from a with slope s, y = W - s + (y0 - a + s) e^-t. */
    private static double exact(LinearPath w, double start) {
        double y = start;
        double[] knots = w.knots();
        for (int i = 1; i < knots.length; i++) {
            double h = knots[i] - knots[i - 1];
            double a = w.at(knots[i - 1])[0];
            double b = w.at(knots[i])[0];
            double s = (b - a) / h;
            y = b - s + (y - a + s) * Math.exp(-h);
        }
        return y;
    }

    @Test
    void randomEquation_hasThePathwiseSolution() {
        LinearPath w = LinearPath.brownian(0, 2, 64, 1, Streams.of(3).stream("noise"));
        Field field = Field.of(1, List.of(), (t, time, y, p) -> t.sub(w.at(t, time), y));
        double[] y = Solve.with(new Tsit5(), PidController.of(1e-9, 1e-9))
                .saving(SaveAt.end())
                .run(field, 0, 2, Array.matrix(new double[][] {{0.5}}))
                .orThrow()
                .last();
        assertEquals(
                exact(w, 0.5),
                y[0],
                1e-6); // 1000 x the tolerance: the estimate is too small at a knot, and there are 64
    }

    @Test
    void points_mustFollowOneAnother() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new LinearPath(new double[] {0, 0}, new double[][] {{1}, {2}}))
                .getMessage();
        assertTrue(message.contains("point 1"), message);
        assertThrows(IllegalArgumentException.class, () -> new LinearPath(new double[] {0}, new double[][] {{1}}));
    }
}
