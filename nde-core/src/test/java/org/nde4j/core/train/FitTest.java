package org.nde4j.core.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.network.Mlp;
import org.nde4j.core.network.Parameters;
import org.nde4j.core.network.Weights;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.random.Stream;
import org.nde4j.core.random.Streams;
import org.nde4j.core.work.Workers;

class FitTest {
    /** Regression of y = sin(3 a) b on the square [-1, 1]². */
    private static final class Toy {
        final Mlp net;
        final Parameters start;
        final int rows;

        Toy(int hidden, int rows) {
            this.net = Mlp.of(2, hidden, hidden, 1);
            this.start = net.initialize(Streams.of(1).stream("weights"));
            this.rows = rows;
        }

        Program loss(int batch) {
            Trace t = new Trace();
            Weights w = Weights.inputs(t, start);
            Value x = t.input("x", Shape.of(batch, 2));
            Value y = t.input("y", Shape.of(batch, 1));
            return t.program(Loss.MSE.write(t, net.apply(t, w, x), y));
        }

        Array[] data(String purpose) {
            Array x = Array.zeros(Shape.of(rows, 2));
            Array y = Array.zeros(Shape.of(rows, 1));
            Stream random = Streams.of(2).stream(purpose);
            random.fillUniform(x.values(), 0, 2 * rows, -1, 1);
            for (int i = 0; i < rows; i++) {
                y.values()[i] = StrictMath.sin(3 * x.get(i, 0)) * x.get(i, 1);
            }
            return new Array[] {x, y};
        }

        Objective objective(int batch) {
            Feed feed = Feed.rows(new Minibatches(rows, batch, 3), data("training"));
            return ProgramObjective.of(loss(batch), start, feed).validatedBy(loss(rows), data("validation"));
        }
    }

    /** One parameter x and a loss of it with its slope. */
    private static Objective scalar(DoubleUnaryOperator loss, DoubleUnaryOperator slope) {
        return (step, x, g) -> {
            g[0][0] = slope.applyAsDouble(x[0][0]);
            return loss.applyAsDouble(x[0][0]);
        };
    }

    private static Parameters at(double x) {
        return Parameters.of("x", Array.vector(x));
    }

    @Test
    void toyRegression_isLearned() {
        Toy toy = new Toy(64, 256);
        Fit fit = Fit.of(Adam.DEFAULT, 1e-2, 1500)
                .scheduled(new Schedule.Cosine(1e-2, 1e-4, 1500))
                .validating(250);
        Fit.Outcome outcome = fit.run(toy.objective(128), toy.start);
        assertInstanceOf(Fit.Outcome.Finished.class, outcome);
        Fit.State state = outcome.state();
        double last = state.history().rows().get(5).loss();
        // The mean of y² is 1/6; what is left is 6.4e-5 in training and 1.5e-4 on other points, less than a thousandth.
        assertTrue(last < 1e-4, "training loss " + last);
        assertTrue(
                state.best().loss() < 1.67e-4, "validation loss " + state.best().loss());
    }

    @Test
    void interruptedFit_endsInTheSameBits() throws IOException {
        Toy toy = new Toy(8, 60);
        Fit fit = Fit.of(AdaBelief.DEFAULT, 3e-3, 50).validating(7).clipping(Clipping.norm(0.5));
        Fit.State whole = fit.run(toy.objective(16), toy.start).state();
        for (int kill : new int[] {0, 1, 20, 21, 49}) {
            Fit.State state = fit.start(toy.start.values());
            Trainer first = fit.open(toy.objective(16));
            for (int i = 0; i < kill; i++) {
                state = first.next(state);
            }
            Fit.State read = Fit.State.CODEC.value(Fit.State.CODEC.bytes(state));
            Trainer second = fit.open(toy.objective(16));
            while (!read.over()) {
                read = second.next(read);
            }
            assertArrayEquals(Fit.State.CODEC.bytes(whole), Fit.State.CODEC.bytes(read), "killed after " + kill);
        }
    }

    @Test
    void step_leavesItsStateAsItIs() {
        Toy toy = new Toy(4, 20);
        Fit fit = Fit.of(Sgd.nesterov(0.9), 1e-2, 10).validating(2);
        Fit.State state = fit.start(toy.start.values());
        Trainer trainer = fit.open(toy.objective(5));
        for (int i = 0; i < 4; i++) {
            byte[] before = Fit.State.CODEC.bytes(state);
            Fit.State next = trainer.next(state);
            assertArrayEquals(before, Fit.State.CODEC.bytes(state));
            state = next;
        }
    }

    /* What these bits depend on: the streams, the kernels, the order of the lets. The Java version is not among it. */
    @Test
    void training_givesTheSameBitsOnEveryJava() throws Exception {
        Toy toy = new Toy(16, 64);
        Fit fit = Fit.of(Adam.DEFAULT, 1e-2, 60).validating(20);
        byte[] end = Fit.State.CODEC.bytes(fit.run(toy.objective(32), toy.start).state());
        byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(end);
        assertEquals("b74d9a85dafc7904", HexFormat.of().formatHex(digest, 0, 8));
    }

    @Test
    void tooGreatARate_isHalvedUntilTheLossStaysFinite() {
        // x² within [-2, 2], NaN outside: from 1.5 a rate of 4 leaps to -10.5.
        Objective well = scalar(x -> Math.abs(x) > 2 ? Double.NaN : x * x, x -> 2 * x);
        Fit fit = Fit.of(Sgd.DEFAULT, 4, 100).validating(10);
        Fit.Outcome outcome = fit.run(well, at(1.5));
        assertInstanceOf(Fit.Outcome.Finished.class, outcome);
        Fit.State state = outcome.state();
        assertEquals(100, state.step());
        assertEquals(2, state.halvings()); // rates 4 and 2 leave the well, 1 swings between 1.5 and -1.5
    }

    @Test
    void lossThatIsNeverFinite_failsWithAReason() {
        Fit.Outcome outcome = Fit.of(Adam.DEFAULT, 1e-3, 10).run(scalar(x -> Double.NaN, x -> 1), at(1));
        Fit.Outcome.Failed failed = assertInstanceOf(Fit.Outcome.Failed.class, outcome);
        assertEquals(
                "the loss was NaN after 0 steps at the first parameters, also after halving the learning rate 8 times",
                failed.reason());
        assertEquals(0, failed.state().step());
        assertArrayEquals(new double[][] {{1}}, failed.state().best().parameters());
    }

    @Test
    void infiniteGradient_isNoStep() {
        Objective cliff = scalar(x -> x, x -> x < 0.5 ? Double.POSITIVE_INFINITY : 1);
        Fit.Outcome outcome = Fit.of(Sgd.DEFAULT, 0.125, 100).validating(1).run(cliff, at(1));
        Fit.Outcome.Failed failed = assertInstanceOf(Fit.Outcome.Failed.class, outcome);
        assertTrue(failed.reason().startsWith("the gradient or the step was not finite after "), failed.reason());
        assertEquals(
                0.5, failed.state().best().parameters()[0][0], 1e-3); // steps down to 0.125 / 256 short of the cliff
    }

    @Test
    void noImprovement_stopsEarlyAndKeepsTheBest() {
        Objective overfit = new Objective() {
            @Override
            public double gradient(long step, double[][] x, double[][] g) {
                g[0][0] = -1;
                return -x[0][0];
            }

            @Override
            public double validate(double[][] x) {
                return Math.abs(x[0][0] - 5.2);
            }
        };
        Fit fit = Fit.of(Sgd.DEFAULT, 1, 100).validating(1).stopping(EarlyStopping.after(3));
        Fit.Outcome outcome = fit.run(overfit, at(0));
        assertInstanceOf(Fit.Outcome.Stopped.class, outcome);
        assertEquals(8, outcome.state().step());
        assertEquals(5, outcome.state().best().step());
        assertArrayEquals(new double[][] {{5}}, outcome.state().best().parameters());
    }

    @Test
    void leastImprovement_countsFromTheBest() {
        EarlyStopping stopping = new EarlyStopping(1, 0.1);
        assertTrue(stopping.improves(1, Double.POSITIVE_INFINITY));
        assertTrue(stopping.improves(0.85, 1));
        assertTrue(!stopping.improves(0.95, 1));
        assertTrue(!stopping.improves(Double.NaN, 1));
        assertTrue(!stopping.improves(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
    }

    @Test
    void history_tellsTheMeanLossBetweenItsRows() {
        Objective line = scalar(x -> x, x -> 1);
        Fit.State state =
                Fit.of(Sgd.DEFAULT, 1, 5).validating(2).run(line, at(10)).state();
        assertEquals(
                "step,loss,validation_loss,learning_rate\n2,9.5,,1\n4,7.5,,1\n5,6,,1\n",
                state.history().csv().replace(".0,", ","));
        assertEquals(6, state.best().parameters()[0][0]);
    }

    @Test
    void shards_giveTheMeanAndTheSameBitsOnAnyNumberOfThreads() {
        Toy toy = new Toy(4, 40);
        Fit fit = Fit.of(Adam.DEFAULT, 1e-2, 20).validating(5);
        byte[][] ends = new byte[2][];
        for (int threads : new int[] {1, 4}) {
            try (Workers workers = Workers.of(threads)) {
                List<Objective> parts = List.of(toy.objective(10), toy.objective(20), toy.objective(5));
                Fit.State end = fit.run(new Shards(workers, parts), toy.start).state();
                ends[threads / 4] = Fit.State.CODEC.bytes(end);
            }
        }
        assertArrayEquals(ends[0], ends[1]);
        Objective once = scalar(x -> x, x -> 1);
        Objective thrice = scalar(x -> 3 * x, x -> 3);
        double[][] g = {{0}};
        try (Workers workers = Workers.of(2)) {
            assertEquals(4, new Shards(workers, List.of(once, thrice)).gradient(0, new double[][] {{2}}, g));
        }
        assertEquals(2, g[0][0]);
    }

    @Test
    void foreignData_isRefused() {
        Toy toy = new Toy(4, 20);
        Array[] data = toy.data("training");
        String shapes = assertThrows(
                        IllegalArgumentException.class, () -> ProgramObjective.of(toy.loss(5), toy.start, data))
                .getMessage();
        assertEquals("the loss needs data of shapes [[5, 2], [5, 1]], got [[20, 2], [20, 1]]", shapes);
        Parameters other = Mlp.of(3, 4, 1).initialize(Streams.of(1).stream("weights"));
        String names = assertThrows(
                        IllegalArgumentException.class, () -> ProgramObjective.of(toy.loss(20), other, data))
                .getMessage();
        assertTrue(names.contains("declare them first, by Weights.inputs"), names);
    }

    @Test
    void trainingOnNothingLeft_isRefused() {
        Fit fit = Fit.of(Adam.DEFAULT, 1, 0);
        Fit.State state = fit.start(new double[][] {{1}});
        assertTrue(state.over());
        assertThrows(
                IllegalStateException.class,
                () -> fit.open(scalar(x -> x, x -> 1)).next(state));
    }
}
