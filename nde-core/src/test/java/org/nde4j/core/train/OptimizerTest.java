package org.nde4j.core.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerTest {
    private static final MathContext DIGITS = new MathContext(60);
    private static final double RATE = 0.01;
    private static final double[] START = {1.5, -0.7, 2, 1};
    /* Steady, changing in sign, small and great gradients, one for each parameter. */
    private static final double[][] GRADIENTS = {
        {0.5, 1.25, 1e-3, -30},
        {0.5, -0.75, 2e-3, -10},
        {0.5, 0.3, -1e-3, 20},
        {0.5, 0.1, 5e-4, 45},
        {0.5, -2.0, 3e-3, 1},
        {0.5, 0.9, 1e-3, -3},
    };

    /** One parameter in exact arithmetic, as the formulas in the literature say. */
    interface Exact {
        BigDecimal step(int step, BigDecimal x, BigDecimal g);
    }

    record Case(String name, Optimizer optimizer, java.util.function.Supplier<Exact> exact) {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case("adam", Adam.DEFAULT, () -> adam(0.9, 0.999, 1e-8, 0, 0)),
                new Case("adam with decay", new Adam(0.8, 0.95, 1e-3, 0.1), () -> adam(0.8, 0.95, 1e-3, 0.1, 0)),
                new Case("adamw", AdamW.DEFAULT, () -> adam(0.9, 0.999, 1e-8, 0, 0.01)),
                new Case("adamw with more decay", new AdamW(0.7, 0.9, 1e-2, 0.5), () -> adam(0.7, 0.9, 1e-2, 0, 0.5)),
                new Case("adabelief", AdaBelief.DEFAULT, () -> belief(0.9, 0.999, 1e-16, 0)),
                new Case(
                        "adabelief, great epsilon",
                        new AdaBelief(0.8, 0.9, 0.1, 0.2),
                        () -> belief(0.8, 0.9, 0.1, 0.2)),
                new Case("sgd", Sgd.DEFAULT, () -> sgd(0, 0, 0, false)),
                new Case("sgd with decay", new Sgd(0, 0, 0.3, false), () -> sgd(0, 0, 0.3, false)),
                new Case("momentum", Sgd.withMomentum(0.9), () -> sgd(0.9, 0, 0, false)),
                new Case("dampened", new Sgd(0.9, 0.4, 0.1, false), () -> sgd(0.9, 0.4, 0.1, false)),
                new Case("nesterov", new Sgd(0.8, 0, 0.2, true), () -> sgd(0.8, 0, 0.2, true)));
    }

    private static BigDecimal big(double x) {
        return new BigDecimal(x);
    }

    private static BigDecimal rest(BigDecimal beta, int power) {
        return BigDecimal.ONE.subtract(beta.pow(power, DIGITS));
    }

    private static BigDecimal mean(BigDecimal beta, BigDecimal old, BigDecimal now) {
        return beta.multiply(old).add(rest(beta, 1).multiply(now)).round(DIGITS);
    }

    private static BigDecimal move(BigDecimal x, BigDecimal m, BigDecimal square, double epsilon) {
        BigDecimal root = square.sqrt(DIGITS).add(big(epsilon));
        return x.subtract(big(RATE).multiply(m).divide(root, DIGITS));
    }

    private static Exact adam(double b1, double b2, double epsilon, double penalty, double decay) {
        return new Exact() {
            private BigDecimal m = BigDecimal.ZERO;
            private BigDecimal v = BigDecimal.ZERO;

            @Override
            public BigDecimal step(int t, BigDecimal x, BigDecimal g) {
                BigDecimal shrunk = x.subtract(big(RATE).multiply(big(decay)).multiply(x));
                BigDecimal d = g.add(big(penalty).multiply(x));
                m = mean(big(b1), m, d);
                v = mean(big(b2), v, d.multiply(d));
                return move(shrunk, m.divide(rest(big(b1), t), DIGITS), v.divide(rest(big(b2), t), DIGITS), epsilon);
            }
        };
    }

    private static Exact belief(double b1, double b2, double epsilon, double decay) {
        return new Exact() {
            private BigDecimal m = BigDecimal.ZERO;
            private BigDecimal s = BigDecimal.ZERO;

            @Override
            public BigDecimal step(int t, BigDecimal x, BigDecimal g) {
                BigDecimal shrunk = x.subtract(big(RATE).multiply(big(decay)).multiply(x));
                m = mean(big(b1), m, g);
                s = mean(big(b2), s, g.subtract(m).pow(2)).add(big(epsilon));
                return move(shrunk, m.divide(rest(big(b1), t), DIGITS), s.divide(rest(big(b2), t), DIGITS), epsilon);
            }
        };
    }

    private static Exact sgd(double momentum, double dampening, double penalty, boolean nesterov) {
        return new Exact() {
            private BigDecimal v;

            @Override
            public BigDecimal step(int t, BigDecimal x, BigDecimal g) {
                BigDecimal d = g.add(big(penalty).multiply(x));
                v = v == null
                        ? d
                        : big(momentum)
                                .multiply(v)
                                .add(BigDecimal.ONE.subtract(big(dampening)).multiply(d));
                BigDecimal way = nesterov ? d.add(big(momentum).multiply(v)) : v;
                return x.subtract(big(RATE).multiply(way)).round(DIGITS);
            }
        };
    }

    @ParameterizedTest
    @MethodSource("cases")
    void steps_followTheFormulas(Case c) {
        double[][] x = {START.clone()};
        Optimizer.Bench bench = c.optimizer.open(START.length);
        BigDecimal[] exact = Stream.of(1.5, -0.7, 2.0, 1.0).map(v -> big(v)).toArray(BigDecimal[]::new);
        Exact[] formulas = Stream.generate(c.exact).limit(4).toArray(Exact[]::new);
        for (int t = 1; t <= GRADIENTS.length; t++) {
            bench.step(x, new double[][] {GRADIENTS[t - 1]}, RATE);
            for (int i = 0; i < START.length; i++) {
                exact[i] = formulas[i].step(t, exact[i], big(GRADIENTS[t - 1][i]));
                double want = exact[i].doubleValue();
                // Six steps of one rounding each of the parameter: at most 6 half units in the last place.
                assertEquals(want, x[0][i], 1e-15 * Math.abs(want), c.name + ", step " + t + ", parameter " + i);
            }
        }
    }

    @Test
    void adam_underASteadyGradient_movesByTheRate() {
        double[][] x = {{3}};
        Optimizer.Bench bench = Adam.DEFAULT.open(1);
        for (int t = 0; t < 100; t++) {
            bench.step(x, new double[][] {{-7}}, 1e-3);
        }
        // Both corrected means are exact up to some eps, which 100 steps of 1e-3 pass on; the sum rounds 100 times.
        assertEquals(3 + 100 * 1e-3 * 7 / (7 + 1e-8), x[0][0], 1e-13);
    }

    @Test
    void momentum_underASteadyGradient_approachesItsTerminalVelocity() {
        double[][] x = {{0}};
        Optimizer.Bench bench = Sgd.withMomentum(0.5).open(1);
        for (int t = 0; t < 10; t++) {
            bench.step(x, new double[][] {{1}}, 1);
        }
        // v_t = 2 (1 - 2^-t), so x_10 = -(20 - 2 (1 - 2^-10)), exact in binary.
        assertEquals(-(20 - 2 * (1 - 0x1p-10)), x[0][0]);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void restoredBench_goesOnToTheSameBits(Case c) throws IOException {
        double[][] x = {START.clone(), {0.25}};
        Optimizer.Bench first = c.optimizer.open(4, 1);
        first.step(x, new double[][] {GRADIENTS[0], {1}}, RATE);
        first.step(x, new double[][] {GRADIENTS[1], {2}}, RATE);
        Optimizer.Bench second = c.optimizer.open(4, 1);
        second.restore(Optimizer.State.CODEC.value(Optimizer.State.CODEC.bytes(first.state())));
        double[][] y = {x[0].clone(), x[1].clone()};
        first.step(x, new double[][] {GRADIENTS[2], {3}}, RATE);
        second.step(y, new double[][] {GRADIENTS[2], {3}}, RATE);
        assertArrayEquals(x, y);
    }

    @Test
    void foreignState_isRefused() {
        Optimizer.State ofAdam = Adam.DEFAULT.open(3).state();
        String other = assertThrows(
                        IllegalArgumentException.class,
                        () -> Sgd.withMomentum(0.9).open(3).restore(ofAdam))
                .getMessage();
        assertTrue(other.contains("it is another optimizer's"), other);
        String size = assertThrows(
                        IllegalArgumentException.class,
                        () -> Adam.DEFAULT.open(4).restore(ofAdam))
                .getMessage();
        assertTrue(size.contains("a memory has 3 numbers, the parameters need 4"), size);
    }

    @Test
    void impossibleSettings_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Adam(1, 0.9, 1e-8, 0));
        assertThrows(IllegalArgumentException.class, () -> new AdaBelief(0.9, 0.9, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Sgd(0, 0, 0, true));
        assertThrows(IllegalArgumentException.class, () -> new AdamW(0.9, 0.9, 1e-8, -1));
    }
}
