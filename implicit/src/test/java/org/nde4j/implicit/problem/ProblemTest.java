package org.nde4j.implicit.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.nde4j.core.array.Shape;
import org.nde4j.core.condition.Condition;
import org.nde4j.core.condition.Implicit;
import org.nde4j.core.kernel.Elementary;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

class ProblemTest {
    /** z = exp(-p z): the Lambert W function, z = W(p) / p. */
    private static Program decay() {
        Trace t = new Trace();
        Value z = t.input("z", Shape.SCALAR);
        Value p = t.input("p", Shape.SCALAR);
        return t.program(t.exp(t.neg(t.mul(p, z))));
    }

    private static double[] iterate(double p) {
        double z = 0.5;
        for (int i = 0; i < 200; i++) {
            z = Elementary.exp(-p * z);
        }
        return new double[] {z};
    }

    @Test
    void equilibrium_isDifferentiatedByItsCondition() {
        Implicit layer = new Implicit("w", Equilibrium.of(decay()), in -> iterate(in[0][0]), 1e-14);
        var found = layer.at(new double[][] {{0.7}});
        double z = found.outputs()[0][0];
        // Of z = exp(-p z) by hand: dz = -z (z dp + p dz).
        assertEquals(-z * z / (1 + 0.7 * z), found.push(new double[][] {{1}})[0][0], 1e-15); // a few roundings
    }

    @Test
    void argmin_movesWithItsParameters() {
        Trace t = new Trace();
        Value z = t.input("z", Shape.of(2));
        Value p = t.input("p", Shape.of(2));
        Value d = t.sub(z, p);
        Value steep = t.sum(t.mul(d, t.mul(d, t.concat(0, t.fill(1, Shape.of(1)), t.fill(3, Shape.of(1))))));
        Condition least = Argmin.of(t.program(t.add(steep, t.sum(t.mul(z, z)))));
        // (z - p)^2 + z^2 and 3 (z - p)^2 + z^2: z = p / 2 and 3 p / 4.
        Implicit layer = new Implicit("least", least, in -> new double[] {in[0][0] / 2, in[0][1] * 0.75}, 1e-14);
        double[] dp = layer.at(new double[][] {{1, 2}}).pull(new double[][] {{1, 1}})[0];
        assertEquals(0.5, dp[0], 1e-15); // a few roundings
        assertEquals(0.75, dp[1], 1e-15);
    }

    @Test
    void layerOfAnotherShape_hasNoEquilibrium() {
        Trace t = new Trace();
        Program sum = t.program(t.sum(t.input("z", Shape.of(2))));
        Exception e = assertThrows(IllegalArgumentException.class, () -> Equilibrium.of(sum));
        assertTrue(e.getMessage().contains("[2]"), e.getMessage());
    }
}
