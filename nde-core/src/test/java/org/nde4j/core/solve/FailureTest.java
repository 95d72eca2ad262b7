package org.nde4j.core.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nde4j.core.array.Array;
import org.nde4j.core.equation.Dae;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.explicit.Tsit5;
import org.nde4j.core.solve.stiff.ImplicitEuler;

class FailureTest {
    private static final PidController CONTROL = PidController.of(1e-6, 1e-6);

    private static Outcome.Failed failed(Solve solve, Field field, double to, double... start) {
        return assertInstanceOf(Outcome.Failed.class, solve.run(field, 0, to, Array.matrix(new double[][] {start})));
    }

    private static void assertSays(String text, Outcome.Failed failed) {
        assertTrue(failed.message().contains(text), failed.message());
    }

    private static Field decay(double rate) {
        return Field.of(1, List.of(), (t, time, y, p) -> t.scale(t.sub(y, t.cos(time)), -rate));
    }

    @Test
    void tooManyStepsOnAStiffProblem_adviseAStiffMethod() {
        Outcome.Failed stiff = failed(Solve.with(new Tsit5(), CONTROL).atMost(500), decay(1e6), 100, 0);
        assertEquals(Outcome.Reason.MAX_STEPS, stiff.reason());
        assertSays("is stiff; use a stiff method", stiff);
        Outcome.Failed plain = failed(Solve.with(new Tsit5(), CONTROL).atMost(20), Problems.CIRCLE, 1e4, 1, 0);
        assertEquals(Outcome.Reason.MAX_STEPS, plain.reason());
        assertTrue(!plain.message().contains("the problem is stiff"), plain.message());
    }

    @Test
    void eigenvalue_isEstimated() {
        Stepper stepper = new Tsit5().open(decay(1e4), 1, Output.STATE);
        stepper.start(0, new double[] {0.5});
        assertEquals(1e4, Stiffness.estimate(stepper, 0, stepper.derivative()), 1); // linear: to differences' rounding
        Stepper turning = new Tsit5().open(Problems.CIRCLE, 1, Output.STATE);
        turning.start(0, new double[] {1, 0});
        assertEquals(1, Stiffness.estimate(turning, 0, turning.derivative()), 1e-6);
    }

    @Test
    void pole_namesTheGuiltyState() {
        Field two = Field.of(2, List.of(), (t, time, y, p) -> {
            Value x = t.slice(y, 1, 0, 1);
            Value z = t.slice(y, 1, 1, 2);
            return t.concat(1, t.neg(x), t.mul(z, z));
        });
        Outcome.Failed failed = failed(Solve.with(new Tsit5(), CONTROL), two, 2, 5, 1);
        assertEquals(Outcome.Reason.STEP_TOO_SMALL, failed.reason());
        assertSays("state 1", failed);
        assertEquals(1, failed.time(), 1e-5);
        assertEquals(5 * Math.exp(-1), failed.solution().last()[0], 1e-4);
    }

    @Test
    void endOfTheDomain_namesTheOperation() {
        Field root = Field.of(1, List.of(), (t, time, y, p) -> t.neg(t.sqrt(y)));
        Outcome.Failed failed = failed(Solve.with(new Tsit5(), new ConstantSteps(0.3)), root, 5, 1);
        assertEquals(Outcome.Reason.NON_FINITE, failed.reason());
        assertSays("sqrt", failed);
        Field wall = Field.of(1, List.of(), (t, time, y, p) -> t.shift(t.neg(t.exp(t.log(y))), -1));
        Outcome.Failed adaptive = failed(Solve.with(new Tsit5(), CONTROL), wall, 5, 1);
        assertEquals(Outcome.Reason.NON_FINITE, adaptive.reason());
        assertSays("log", adaptive);
        assertEquals(Math.log(2), adaptive.time(), 1e-6); // y reaches zero there
    }

    @Test
    void iterationThatFails_saysSo() {
        // An implicit Euler step of length 1 has no solution: y - 1 = y^2 + 1.
        Field none = Field.of(1, List.of(), (t, time, y, p) -> t.shift(t.mul(y, y), 1));
        Outcome.Failed failed = failed(Solve.with(new ImplicitEuler(), new ConstantSteps(1)), none, 5, 1);
        assertEquals(Outcome.Reason.NEWTON, failed.reason());
        assertSays("did not converge", failed);
    }

    private static final Field CONSTRAINED = Field.of(2, List.of(), (t, time, y, p) -> {
        Value x = t.slice(y, 1, 0, 1);
        Value z = t.slice(y, 1, 1, 2);
        return t.concat(1, t.neg(t.mul(x, z)), t.sub(t.mul(z, t.mul(z, z)), x)); // x' = -x z, z^3 = x
    });

    @Test
    void inconsistentStart_isRefusedOrMadeConsistent() {
        Dae dae = Dae.diagonal(CONSTRAINED, 1, 0);
        Solve solve = Solve.with(new org.nde4j.core.solve.stiff.Rodas5P(), CONTROL);
        Outcome.Failed failed = failed(solve, dae, 1, 8, 3);
        assertEquals(Outcome.Reason.INCONSISTENT_START, failed.reason());
        assertSays("state 1 (value 3.0)", failed);
        Solution found = solve.findingConsistentStart()
                .saving(SaveAt.times(0, 1))
                .run(dae, 0, 1, Array.matrix(new double[][] {{8, 3}, {8, 2}}))
                .orThrow();
        assertEquals(8, found.states()[0][0], 0, "the differential state stays");
        assertEquals(2, found.states()[0][1], 1e-12);
        assertEquals(2, found.states()[0][3], 1e-12);
        // x' = -x^(4/3): x^(-1/3) = 1/2 + t/3.
        assertEquals(Math.pow(0.5 + 1 / 3.0, -3), found.states()[1][0], 1e-5);
    }

    @Test
    void fullMassMatrixOfLowRank_isMadeConsistentAlongItsNullSpace() {
        // M = [[1, 1], [1, 1]]: x + z is differential, the difference of the equations is algebraic.
        Field field = Field.of(2, List.of(), (t, time, y, p) -> {
            Value x = t.slice(y, 1, 0, 1);
            Value z = t.slice(y, 1, 1, 2);
            return t.concat(1, t.neg(x), t.shift(t.scale(z, -3), 1));
        });
        Dae dae = new Dae(field, Array.matrix(new double[][] {{1, 1}, {1, 1}}));
        double[] y = {5, 1};
        assertTrue(ConsistentStart.of(dae).iterate(0, y));
        assertEquals(6, y[0] + y[1], 1e-13);
        assertEquals(0, -y[0] - (1 - 3 * y[1]), 1e-13);
    }

    @Test
    void eventThatLeavesTheConstraint_isRefusedOrRepaired() {
        Dae dae = Dae.diagonal(CONSTRAINED, 1, 0);
        Event kick = Event.at("kick", 0.5)
                .setting((t, time, y, p) -> t.concat(1, t.fill(8, time.shape()), t.slice(y, 1, 1, 2)));
        Solve solve =
                Solve.with(new org.nde4j.core.solve.stiff.Rodas5P(), CONTROL).handling(kick);
        assertEquals(
                Outcome.Reason.INCONSISTENT_START, failed(solve, dae, 1, 8, 2).reason());
        Solution s = solve.findingConsistentStart()
                .run(dae, 0, 1.5, Array.matrix(new double[][] {{8, 2}}))
                .orThrow();
        assertEquals(Math.pow(0.5 + 1 / 3.0, -3), s.last()[0], 1e-5); // 10 times the tolerance
    }

    @Test
    void fieldWithoutAlgebraicEquations_needsNoConsistency() {
        assertTrue(ConsistentStart.of(Problems.CIRCLE) == null);
        assertTrue(ConsistentStart.of(Dae.diagonal(Problems.CIRCLE, 2, 3)) == null);
    }
}
