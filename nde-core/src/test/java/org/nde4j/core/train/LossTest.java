package org.nde4j.core.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.core.array.Shape;
import org.nde4j.core.calculus.Calculus;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.program.Workspace;

class LossTest {
    private static final double[] PREDICTION = {1, 2, 3, 4};
    private static final double[] TARGET = {1.5, 0, 3, 8}; // errors -0.5, 2, 0, -4
    private static final double ROUNDING = 1e-15; // a sum of four terms

    private static Workspace bench(Loss loss, double[] prediction, double[] target, double[] mask) {
        Trace t = new Trace();
        Value p = t.input("prediction", Shape.of(2, 2));
        Value y = t.input("target", Shape.of(2, 2));
        Value m = t.input("mask", Shape.of(2, 2));
        Program program = t.program(mask == null ? loss.write(t, p, y) : loss.write(t, p, y, m));
        Workspace bench = new Workspace(Calculus.gradient(program, 0));
        bench.bind(0, prediction);
        bench.bind(1, target);
        bench.bind(2, mask == null ? new double[4] : mask);
        bench.run();
        return bench;
    }

    private static double of(Loss loss, double[] mask) {
        return bench(loss, PREDICTION, TARGET, mask).output(0)[0];
    }

    @Test
    void meanCosts_areThoseOfTheTextbook() {
        assertEquals((0.25 + 4 + 0 + 16) / 4, of(Loss.MSE, null), ROUNDING);
        assertEquals((0.5 + 2 + 0 + 4) / 4, of(Loss.MAE, null), ROUNDING);
        assertEquals((0.125 + 1.5 + 0 + 3.5) / 4, of(new Loss.Huber(1), null), ROUNDING);
        assertEquals((0.125 + 2 + 0 + 7.5) / 4, of(new Loss.Huber(3), null), 2 * ROUNDING);
    }

    @Test
    void mask_weighsAndItsSumDivides() {
        assertEquals((0.25 + 2 * 4) / 3, of(Loss.MSE, new double[] {1, 2, 0, 0}), 2 * ROUNDING);
        assertEquals((0.25 + 3 * 4 + 0 + 3 * 16) / 8, of(Loss.MSE.weighted(1, 3), null), 8 * ROUNDING);
        assertEquals((3 * 4 + 1 * 0) / 4.0, of(Loss.MSE.weighted(1, 3), new double[] {0, 1, 1, 0}), ROUNDING);
    }

    static Stream<Loss> losses() {
        return Stream.of(Loss.MSE, Loss.MAE, new Loss.Huber(1), Loss.MSE.weighted(1, 2), Loss.MAE.weighted(3, 0.5));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void missingTarget_countsNothing(Loss loss) {
        double[] target = {1.5, Double.NaN, 3.25, Double.NaN};
        double[] mask = {1, 0, 1, 0};
        Workspace bench = bench(loss, PREDICTION, target, mask);
        Workspace filled = bench(loss, PREDICTION, new double[] {1.5, -7, 3.25, 99}, mask);
        assertEquals(filled.output(0)[0], bench.output(0)[0]);
        assertArrayEquals(filled.output(1), bench.output(1));
        assertEquals(0, bench.output(1)[1]);
        assertEquals(0, bench.output(1)[3]);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void nothingMeasured_costsNothing(Loss loss) {
        double nan = Double.NaN;
        Workspace bench = bench(loss, PREDICTION, new double[] {nan, nan, nan, nan}, new double[4]);
        assertEquals(0, bench.output(0)[0]);
        assertArrayEquals(new double[4], bench.output(1));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void gradient_isThatOfCentralDifferences(Loss loss) {
        double[] mask = {1, 0.5, 1, 2};
        double[] target = {1.5, 0, 3.25, 8}; // no error at the corner of the mean absolute error
        double[] gradient = bench(loss, PREDICTION, target, mask).output(1).clone();
        double h = 1e-5;
        for (int i = 0; i < 4; i++) {
            double[] plus = PREDICTION.clone();
            double[] minus = PREDICTION.clone();
            plus[i] += h;
            minus[i] -= h;
            double slope = (bench(loss, plus, target, mask).output(0)[0]
                            - bench(loss, minus, target, mask).output(0)[0])
                    / (2 * h);
            // The costs are at most quadratic, so only rounding is left: eps 10 / h.
            assertEquals(slope, gradient[i], 1e-9);
        }
    }

    @Test
    void wrongNumberOfWeights_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> of(Loss.MSE.weighted(1, 2, 3), null));
        assertThrows(IllegalArgumentException.class, () -> Loss.MSE.weighted(-1));
        assertThrows(IllegalArgumentException.class, () -> new Loss.Huber(0));
    }
}
