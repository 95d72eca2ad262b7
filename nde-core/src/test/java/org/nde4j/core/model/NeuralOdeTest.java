package org.nde4j.core.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.nde4j.core.equation.Field;
import org.nde4j.core.network.Activation;
import org.nde4j.core.train.TimeSeries;
import org.nde4j.core.train.Trajectory;
import org.nde4j.core.work.Codec;
import org.nde4j.core.work.Journal;

class NeuralOdeTest {
    private static final NeuralOde SMALL = new NeuralOde(
            16,
            1,
            Activation.TANH,
            false,
            new NeuralOde.Collocation(400, 1e-2, 64),
            new NeuralOde.Horizon(List.of(5), 60, 3e-3, 16, 0.4));

    /* x' = v, v' = -x - 0.2 v: x = e^(-0.1 t) cos(w t) up to a phase. */
    private static TimeSeries oscillator() {
        double w = Math.sqrt(0.99);
        double[] times = new double[60];
        double[][] values = new double[60][];
        for (int i = 0; i < times.length; i++) {
            double t = times[i] = i / 6.0;
            double decay = StrictMath.exp(-0.1 * t);
            double x = decay * StrictMath.cos(w * t);
            values[i] = new double[] {x, -0.1 * x - w * decay * StrictMath.sin(w * t)};
        }
        return new TimeSeries("t", List.of("x", "v"), List.of(new Trajectory("a", times, values)));
    }

    private static double worst(NeuralOde.Trained trained) {
        double worst = 0;
        for (double[] y : oscillator().trajectories().get(0).values()) {
            double[] slope = trained.slopes(new double[][] {y})[0];
            worst = Math.max(worst, Math.abs(slope[0] - y[1]));
            worst = Math.max(worst, Math.abs(slope[1] + y[0] + 0.2 * y[1]));
        }
        return worst;
    }

    @Test
    void training_learnsTheField() {
        NeuralOde.Trained trained = SMALL.train(Smooth.of(oscillator()), null, 0, Journal.inMemory());
        assertTrue(worst(trained) < 0.15, "off by " + worst(trained)); // slopes are up to 1; measured 0.03 to 0.08
        assertEquals(2, trained.rounds().size());
    }

    @Test
    void known_derivativesAreLeftAlone() {
        Field known = Field.of(
                2, List.of(), (t, time, y, p) -> t.columns(List.of(t.column(y, 1), t.scale(t.column(y, 1), -0.2))));
        NeuralOde.Trained trained =
                SMALL.train(Smooth.of(oscillator()), known, new boolean[] {true, false}, 0, Journal.inMemory());
        double[] slope = trained.slopes(new double[][] {{0.3, 0.5}})[0];
        assertEquals(0.5, slope[0], 0);
        assertTrue(worst(trained) < 0.15, "off by " + worst(trained)); // as above
    }

    @Test
    void positiveStates_staySo() {
        double[] times = new double[40];
        double[][] values = new double[40][];
        for (int i = 0; i < times.length; i++) {
            times[i] = 0.1 * i;
            values[i] = new double[] {5 * StrictMath.exp(-2 * times[i])};
        }
        TimeSeries series = new TimeSeries("t", List.of("x"), List.of(new Trajectory("a", times, values)));
        NeuralOde positive = new NeuralOde(8, 1, Activation.TANH, true, SMALL.smooth(), SMALL.shoot());
        NeuralOde.Trained trained = positive.train(Smooth.of(series), null, 0, Journal.inMemory());
        assertEquals(-2e-3, trained.slopes(new double[][] {{1e-3}})[0][0], 1e-3); // relative: vanishes with x
        double[][] negative = {{-1}, {-2}, {-1}, {-3}, {-1}};
        TimeSeries below =
                new TimeSeries("t", List.of("x"), List.of(new Trajectory("a", new double[] {0, 1, 2, 3, 4}, negative)));
        assertThrows(
                IllegalArgumentException.class, () -> positive.train(Smooth.of(below), null, 0, Journal.inMemory()));
    }

    /* Keeps what is written; fails after so many steps of loops. */
    private static final class Interrupted implements Journal {
        private final Map<String, byte[]> kept = new HashMap<>();
        private int steps;

        @Override
        public <T> T once(String name, Codec<T> codec, Supplier<T> compute) {
            if (!kept.containsKey(name)) {
                kept.put(name, written(codec, compute.get()));
            }
            return read(codec, kept.get(name));
        }

        @Override
        public <S> S loop(String name, Codec<S> codec, S start, Predicate<S> done, UnaryOperator<S> step) {
            S state = kept.containsKey(name) ? read(codec, kept.get(name)) : start;
            while (!done.test(state)) {
                if (steps-- <= 0) {
                    throw new CancellationException(name);
                }
                state = step.apply(state);
                kept.put(name, written(codec, state));
            }
            return state;
        }

        @Override
        public void progress(String stage, long done, long total, String message) {}

        private static <T> byte[] written(Codec<T> codec, T value) {
            try {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                codec.write(value, new DataOutputStream(bytes));
                return bytes.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static <T> T read(Codec<T> codec, byte[] bytes) {
            try {
                return codec.read(new DataInputStream(new ByteArrayInputStream(bytes)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void interruptedTraining_endsInTheSameBits() {
        Smooth smooth = Smooth.of(oscillator());
        double[][] straight =
                SMALL.train(smooth, null, 3, Journal.inMemory()).parameters().values();
        Interrupted journal = new Interrupted();
        NeuralOde.Trained trained = null;
        int runs = 0;
        while (trained == null) {
            journal.steps = 130;
            runs++;
            try {
                trained = SMALL.train(smooth, null, 3, journal);
            } catch (CancellationException again) {
                continue;
            }
        }
        assertEquals(4, runs); // 460 steps
        double[][] resumed = trained.parameters().values();
        for (int i = 0; i < straight.length; i++) {
            assertArrayEquals(straight[i], resumed[i], 0);
        }
    }

    /** The same on Java 17 and 25: the hash was taken on 17. */
    @Test
    void weights_haveTheSameBitsOnEveryMachine() {
        long hash = 1;
        for (double[] array : SMALL.train(Smooth.of(oscillator()), null, 3, Journal.inMemory())
                .parameters()
                .values()) {
            hash = 31 * hash + Arrays.hashCode(array);
        }
        assertEquals(-36227738466242L, hash);
    }
}
