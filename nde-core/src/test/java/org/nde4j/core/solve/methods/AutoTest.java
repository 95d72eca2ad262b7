package org.nde4j.core.solve.methods;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nde4j.core.array.Array;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.Ledger;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.Problems;
import org.nde4j.core.solve.Solution;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.explicit.Euler;
import org.nde4j.core.solve.explicit.Tsit5;
import org.nde4j.core.solve.explicit.Vern7;
import org.nde4j.core.solve.stiff.Rodas4;
import org.nde4j.core.solve.stiff.Rodas5P;

class AutoTest {
    /** Van der Pol with mu = 1000. */
    private static final Field VAN_DER_POL = Field.of(2, List.of(), (t, time, y, p) -> vanDerPol(t, y));

    /** y' = -k(t) (y - cos t) - sin t with y = cos t; k = 1e5 between t = 2 and 4, and 1 elsewhere. */
    private static final Field STIFF_FOR_A_WHILE = Field.of(1, List.of(), (t, time, y, p) -> {
        Value inside = t.mul(t.less(t.fill(2, time.shape()), time), t.less(time, t.fill(4, time.shape())));
        Value k = t.affine(inside, 1e5 - 1, 1);
        return t.sub(t.neg(t.mul(k, t.sub(y, t.cos(time)))), t.sin(time));
    });

    private static Value vanDerPol(Trace t, Value y) {
        Value x = t.slice(y, 1, 0, 1);
        Value v = t.slice(y, 1, 1, 2);
        Value damping = t.mul(t.affine(t.mul(x, x), -1, 1), v);
        return t.concat(1, v, t.sub(t.scale(damping, 1000), x));
    }

    private static Solution solve(Method method, Field field, double to, double rtol, double... start) {
        return Solve.with(method, PidController.of(rtol, 1e-3 * rtol))
                .run(field, 0, to, Array.matrix(new double[][] {start}))
                .orThrow();
    }

    @Test
    void stiffEquation_isHandedOver() {
        Solution auto = solve(new Auto(), VAN_DER_POL, 2000, 1e-6, 2, 0);
        // The published end value (CWI test set); 100 times the tolerance.
        assertEquals(1.706167732170469, auto.last()[0], 1e-4);
        assertEquals(-8.928097010248125e-4, auto.last()[1], 1e-7);
        int alone =
                solve(new Rodas5P(), VAN_DER_POL, 2000, 1e-6, 2, 0).statistics().steps();
        assertTrue(auto.statistics().steps() < 3 * alone, auto.statistics() + " against " + alone);
    }

    @Test
    void robertson_isHandedOverAtAnyTolerance() {
        Field robertson = Field.of(3, List.of(), (t, time, y, p) -> robertson(t, y));
        for (double rtol : new double[] {1e-4, 1e-6, 1e-8}) {
            Solution auto = solve(new Auto(), robertson, 1e4, rtol, 1, 0, 0);
            int alone = solve(new Rodas5P(), robertson, 1e4, rtol, 1, 0, 0)
                    .statistics()
                    .steps();
            assertTrue(auto.statistics().steps() < 3 * alone, auto.statistics() + " against " + alone);
        }
    }

    private static Value robertson(Trace t, Value y) {
        Value a = t.slice(y, 1, 0, 1);
        Value b = t.slice(y, 1, 1, 2);
        Value first = t.scale(a, 0.04);
        Value second = t.scale(t.mul(b, b), 3e7);
        Value third = t.scale(t.mul(b, t.slice(y, 1, 2, 3)), 1e4);
        return t.concat(1, t.sub(third, first), t.sub(t.sub(first, second), third), second);
    }

    @Test
    void easyEquation_keepsTheBitsOfTheExplicitMethod() {
        double[] auto = solve(new Auto(), Problems.CIRCLE, 20, 1e-6, 1, 0).last();
        assertArrayEquals(solve(new Tsit5(), Problems.CIRCLE, 20, 1e-6, 1, 0).last(), auto);
    }

    @Test
    void equation_thatIsStiffForAWhileIsHandedBack() {
        Solution auto = solve(new Auto(), STIFF_FOR_A_WHILE, 40, 1e-6, 1);
        assertEquals(Math.cos(40), auto.last()[0], 1e-4); // 100 x the tolerance
        int stiffOnly = solve(new Rodas5P(), STIFF_FOR_A_WHILE, 40, 1e-6, 1)
                .statistics()
                .steps();
        assertTrue(auto.statistics().steps() < 2 * stiffOnly, auto.statistics() + " against " + stiffOnly);
        // Tsit5 alone takes 2 * 1e5 / 3.3 steps in the stiff stretch.
        assertTrue(auto.statistics().steps() < 2000, auto.statistics().toString());
    }

    @Test
    void benches_canBeUsedAgain() {
        Solve.Bench bench = Solve.with(new Auto(), PidController.of(1e-6, 1e-9)).open(VAN_DER_POL, 1);
        double[] first =
                bench.run(0, 1000, new double[] {2, 0}, new Ledger(0)).orThrow().last();
        assertArrayEquals(
                first,
                bench.run(0, 1000, new double[] {2, 0}, new Ledger(0)).orThrow().last());
    }

    @Test
    void pairs_areChecked() {
        assertEquals("Auto(Vern7, Rodas4)", new Auto(new Vern7(), new Rodas4()).name());
        assertThrows(IllegalArgumentException.class, () -> new Auto(new Euler(), new Rodas4()));
    }
}
