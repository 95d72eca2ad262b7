package org.nde4j.core.solve.delay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Dde;
import org.nde4j.core.equation.Delay;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.ConstantSteps;
import org.nde4j.core.solve.Convergence;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.SaveAt;
import org.nde4j.core.solve.Solution;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.Solver;
import org.nde4j.core.solve.explicit.Bosh3;
import org.nde4j.core.solve.explicit.Dopri5;
import org.nde4j.core.solve.explicit.Heun;
import org.nde4j.core.solve.explicit.Tsit5;
import org.nde4j.core.solve.methods.Family;
import org.nde4j.core.solve.methods.Methods;

class MethodOfStepsTest {
    /** y'(t) = -p y(t - 1), y = 1 before 0. */
    private static Dde decay(Delay delay) {
        return new Dde(
                1,
                List.of(Shape.SCALAR),
                List.of(delay),
                (t, time, y, past, p) -> t.neg(t.mul(t.like(p.get(0), y), past.get(0))),
                (t, time, p) -> t.fill(1, time.shape()));
    }

    /** The sum over k of (-p)^k (t - k + 1)_+^k / k!. */
    private static double decayed(double p, double t) {
        double sum = 0;
        double weight = 1;
        for (int k = 0; k <= (int) t + 1; k++) {
            sum += weight * Math.pow(Math.max(0, t - k + 1), k);
            weight *= -p / (k + 1);
        }
        return sum;
    }

    private static final double[] ONE = {1};

    private static Solution solve(Method base, Dde dde, double rtol, double to, double... start) {
        return Solve.with(new MethodOfSteps(base), PidController.of(rtol, rtol))
                .saving(SaveAt.steps(1))
                .run(dde, 0, to, Array.matrix(new double[][] {start}), ONE)
                .orThrow();
    }

    static Stream<Solver> bases() {
        return Stream.of(new Heun(), new Bosh3(), new Dopri5(), new Tsit5());
    }

    @Test
    void closedForm_isThatOfTheLiterature() {
        assertEquals(-1.0 / 2, decayed(1, 2), 1e-15); // exact rationals
        assertEquals(19.0 / 120, decayed(1, 5), 1e-14);
        assertEquals(10493.0 / 518400, decayed(1, 10), 1e-11); // cancellation of terms of order 1e3
    }

    @ParameterizedTest
    @MethodSource("bases")
    void solution_isTheClosedForm(Solver base) {
        for (double rtol : new double[] {1e-4, 1e-6, 1e-8}) {
            Solution s = solve(base, decay(Delay.of(1)), rtol, 10, 1);
            assertEquals(10493.0 / 518400, s.last()[0], 10 * rtol); // a few tens of steps, each with that error
        }
    }

    /** Whatever the method: the past that it looks into is as accurate as its steps. */
    @ParameterizedTest
    @MethodSource("adaptive")
    void anyAdaptiveMethod_reachesTheClosedForm(Method base) {
        for (double rtol : new double[] {1e-3, 1e-5}) {
            double end = Solve.with(new MethodOfSteps(base), PidController.of(rtol, rtol))
                    .run(decay(Delay.of(1)), 0, 6, Array.matrix(new double[][] {{1}}), ONE)
                    .orThrow()
                    .last()[0];
            assertEquals(decayed(1, 6), end, 100 * rtol, base.name()); // tens to hundreds of steps
        }
    }

    static Stream<Method> adaptive() {
        return Methods.all().stream()
                .filter(e -> e.method().estimatesError() && e.family() != Family.SYMPLECTIC)
                .map(Methods.Entry::method);
    }

    @Test
    void steps_endWhereTheSolutionIsLessSmooth() {
        double[] times = solve(new Tsit5(), decay(Delay.of(1)), 1e-6, 10, 1).times();
        for (double jump : new double[] {1, 2, 3, 4}) { // after five delays order 5 sees nothing
            assertTrue(java.util.Arrays.stream(times).anyMatch(t -> t == jump), "no step ends at " + jump);
        }
    }

    @Test
    void varyingDelay_isTrackedToo() {
        Delay varying = Delay.of((t, time, y, p) -> t.fill(1, time.shape()));
        Solution s = solve(new Tsit5(), decay(varying), 1e-8, 10, 1);
        assertEquals(10493.0 / 518400, s.last()[0], 1e-7); // ten times the tolerance, over about 60 steps
        for (double jump : new double[] {1, 2, 3}) {
            // Found by bisection on the lookup time, to rounding.
            assertTrue(
                    java.util.Arrays.stream(s.times()).anyMatch(t -> Math.abs(t - jump) < 1e-9),
                    "no step ends at " + jump);
        }
        int blind =
                solve(new Tsit5(), decay(Delay.of(1)), 1e-8, 10, 1).statistics().rejected();
        assertTrue(
                s.statistics().rejected() <= blind + 6,
                "rejected " + s.statistics().rejected());
    }

    @ParameterizedTest
    @MethodSource("bases")
    void order_isThatOfTheBaseMethod(Solver base) {
        int[] range = {40, 60, 80, 120, 160};
        // y' = -pi/2 y(t - 1) continues sin(pi t / 2).
        Dde wave = new Dde(
                1,
                List.of(),
                List.of(Delay.of(1)),
                (t, time, y, past, p) -> t.scale(past.get(0), -Math.PI / 2),
                (t, time, p) -> t.sin(t.scale(time, Math.PI / 2)));
        double order = Convergence.slope(
                range,
                n -> Convergence.greatestError(
                        new MethodOfSteps(base), wave, 4, n, new double[] {0}, t -> Math.sin(Math.PI * t / 2)));
        int expected = Math.min(base.order(), base.denseOrder() + 1);
        // An equation of delays alone is a quadrature, for which some methods are better than they must be.
        assertTrue(order > expected - 0.2, "order " + order + " of " + expected);
    }

    @Test
    void stepsLongerThanTheDelay_areIterated() {
        double delay = 0.01;
        Solution s = solve(new Tsit5(), decay(Delay.of(delay)), 1e-8, 2, 1);
        Solution fine = Solve.with(new MethodOfSteps(new Tsit5()), new ConstantSteps(delay / 2))
                .run(decay(Delay.of(delay)), 0, 2, Array.matrix(new double[][] {{1}}), ONE)
                .orThrow();
        assertEquals(fine.last()[0], s.last()[0], 1e-7); // ten times the tolerance
        assertTrue(s.statistics().steps() < 100, "steps " + s.statistics().steps()); // 200 delays
    }

    @Test
    void stateDependentDelay_reachesItsClosedForm() {
        // K. W. Neves, ACM TOMS 1 (1975): y1 = ln t, y2 = 1 / t; it looks back to exp(1 - y2).
        Dde neves = new Dde(
                2,
                List.of(),
                List.of(Delay.of((t, time, y, p) -> t.sub(time, back(t, y)))),
                (t, time, y, past, p) -> neves(t, y, past.get(0)),
                (t, time, p) -> t.concat(1, t.log(time), t.div(t.fill(1, time.shape()), time)));
        double[] y = Solve.with(new MethodOfSteps(new Tsit5()), PidController.of(1e-8, 1e-8))
                .run(neves, 0.1, 5, Array.matrix(new double[][] {{Math.log(0.1), 10}}))
                .orThrow()
                .last();
        assertEquals(
                Math.log(5), y[0], 1e-6); // 100 x the tolerance: the solution falls by 50, errors at the start stay
        assertEquals(0.2, y[1], 1e-6);
    }

    private static Value back(Trace t, Value y) {
        return t.exp(t.affine(t.slice(y, 1, 1, 2), -1, 1));
    }

    private static Value neves(Trace t, Value y, Value past) {
        Value y2 = t.slice(y, 1, 1, 2);
        Value product = t.mul(t.mul(t.slice(past, 1, 1, 2), t.mul(y2, y2)), back(t, y));
        return t.concat(1, y2, t.neg(product));
    }

    @Test
    void severalDelays_andParametersInThem() {
        // y' = y(t - 1) y(t - a) with y = exp(ct) before 0 keeps no closed form; y' = c e^{c} y(t - 1) does: exp(c t).
        double c = -0.7;
        Dde exponential = new Dde(
                1,
                List.of(Shape.SCALAR),
                List.of(Delay.of(1), Delay.of((t, time, y, p) -> t.like(p.get(0), time))),
                (t, time, y, past, p) -> t.combine(
                        new double[] {c * Math.exp(c) / 2, c * Math.exp(0.3 * c) / 2}, past.get(0), past.get(1)),
                (t, time, p) -> t.exp(t.scale(time, c)));
        double[] y = Solve.with(new MethodOfSteps(new Tsit5()), PidController.of(1e-9, 1e-9))
                .run(exponential, 0, 3, Array.matrix(new double[][] {{1}}), new double[] {0.3})
                .orThrow()
                .last();
        assertEquals(Math.exp(3 * c), y[0], 1e-8); // ten times the tolerance
    }

    @Test
    void benches_canBeUsedAgain() {
        Solve.Bench bench = Solve.with(new MethodOfSteps(new Tsit5()), PidController.of(1e-6, 1e-6))
                .open(decay(Delay.of(1)), 1);
        org.nde4j.core.solve.Ledger ledger = new org.nde4j.core.solve.Ledger(0);
        double first = bench.run(0, 5, new double[] {1}, ledger, ONE).orThrow().last()[0];
        bench.run(0, 3, new double[] {2}, ledger, ONE).orThrow();
        assertEquals(
                first, bench.run(0, 5, new double[] {1}, ledger, ONE).orThrow().last()[0]);
    }

    @Test
    void otherMethods_sayWhatToUse() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> Solve.with(new Tsit5(), PidController.of(1e-6, 1e-6))
                        .run(decay(Delay.of(1)), 0, 1, Array.matrix(new double[][] {{1}}), ONE));
        assertTrue(e.getMessage().contains("MethodOfSteps"), e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Delay.of(0));
    }
}
