package org.nde4j.core.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Value;
import org.nde4j.core.random.Stream;
import org.nde4j.core.random.Streams;
import org.nde4j.core.solve.explicit.Tsit5;

class ShootingTest {
    private static final double[] SCALE = {0.7, 1.9};

    /* x' = p0 x (1 - y), y' = p1 y (x - 1). */
    private static Field field() {
        return Field.of(2, List.of(Shape.of(2)), (t, time, y, p) -> {
            Value a = t.column(y, 0);
            Value b = t.column(y, 1);
            Value first = t.like(t.reshape(t.slice(p.get(0), 0, 0, 1), Shape.SCALAR), a);
            Value second = t.like(t.reshape(t.slice(p.get(0), 0, 1, 2), Shape.SCALAR), a);
            return t.columns(List.of(
                    t.mul(first, t.mul(a, t.shift(t.neg(b), 1))), t.mul(second, t.mul(b, t.shift(a, -1)))));
        });
    }

    private static List<Window> windows() {
        Stream random = Streams.of(1).stream("windows");
        List<Window> windows = new ArrayList<>();
        for (int w = 0; w < 3; w++) {
            double[] times = {w, w + 0.2, w + 0.5, w == 2 ? Double.NaN : w + 1};
            double[][] values = new double[4][2];
            for (double[] row : values) {
                random.fillUniform(row, 0, 2, 0.5, 1.5);
            }
            values[1][0] = Double.NaN;
            if (w == 2) {
                values[3] = new double[] {Double.NaN, Double.NaN};
            }
            windows.add(new Window(times, values, new double[] {1.2, 0.8 + 0.1 * w}, w < 2 ? w + 1 : -1));
        }
        return windows;
    }

    private static void check(boolean freeStarts, double continuity) {
        Shooting shooting = new Shooting(
                field(), windows(), SCALE, new Shooting.Settings(new Tsit5(), 2, 3, freeStarts, continuity, 0));
        double[] rates = {0.9, 1.3};
        double[][] at = freeStarts ? new double[][] {rates, shooting.starts()} : new double[][] {rates};
        double[][] gradients = zeros(at);
        shooting.gradient(0, at, gradients);
        double[][] unused = zeros(at);
        for (int i = 0; i < at.length; i++) {
            for (int j = 0; j < at[i].length; j++) {
                double h = 1e-6;
                double middle = at[i][j];
                at[i][j] = middle + h;
                double up = shooting.gradient(0, at, unused);
                at[i][j] = middle - h;
                double down = shooting.gradient(0, at, unused);
                at[i][j] = middle;
                // central differences with h = 1e-6 are good to about 1e-9
                assertEquals((up - down) / (2 * h), gradients[i][j], 1e-7, "parameter " + i + "[" + j + "]");
            }
        }
    }

    private static double[][] zeros(double[][] like) {
        double[][] zeros = new double[like.length][];
        for (int i = 0; i < like.length; i++) {
            zeros[i] = new double[like[i].length];
        }
        return zeros;
    }

    @Test
    void gradients_areThoseOfTheLoss() {
        check(false, 0);
        check(true, 0);
        check(true, 2.5);
    }

    @Test
    void continuity_needsFreeStarts() {
        assertThrows(IllegalArgumentException.class, () -> check(false, 1));
    }
}
