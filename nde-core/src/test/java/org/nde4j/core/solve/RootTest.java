package org.nde4j.core.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class RootTest {
    private static final List<DoubleUnaryOperator> FUNCTIONS = List.of(
            x -> x - 0.3,
            x -> x * x * x - 0.027,
            x -> StrictMath.exp(20 * x) - StrictMath.exp(6),
            x -> StrictMath.cbrt(x - 0.3),
            x -> x < 0.3 ? -1 : 1e-9,
            x -> StrictMath.pow(x - 0.3, 9));

    @Test
    void root_isJustBeforeTheChangeInFewEvaluations() {
        for (int i = 0; i < FUNCTIONS.size(); i++) {
            DoubleUnaryOperator f = FUNCTIONS.get(i);
            int[] calls = {0};
            double x = Root.before(
                    t -> {
                        calls[0]++;
                        return f.applyAsDouble(t);
                    },
                    0,
                    1,
                    1,
                    0x1p-52);
            // The ninth power is below the least double within 1e-36 of its root, so its root is as sharp as any.
            assertEquals(0.3, x, 1e-15, "function " + i);
            assertTrue(f.applyAsDouble(x) <= 0, "function " + i);
            assertTrue(calls[0] <= 60, "bisection needs 54; function " + i + " took " + calls[0]);
        }
    }

    @Test
    void smoothFunction_takesFewEvaluations() {
        int[] calls = {0};
        Root.before(
                t -> {
                    calls[0]++;
                    return 0.5 - StrictMath.cos(t);
                },
                0,
                2,
                1,
                0x1p-52);
        assertTrue(calls[0] <= 25, "took " + calls[0]); // bisection takes 55
    }

    @Test
    void wrongSignAtTheLowEnd_isLeftBehind() {
        // A value that is a rounding on the wrong side where it starts, then on the right one, then crosses.
        double x = Root.before(t -> t == 0 ? 1e-17 : t - 0.5, 0, 1, 1, 0x1p-52);
        assertEquals(0.5, x, 1e-15);
    }
}
