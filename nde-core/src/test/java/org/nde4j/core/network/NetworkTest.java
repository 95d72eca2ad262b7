package org.nde4j.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.calculus.Calculus;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.program.Workspace;
import org.nde4j.core.random.Stream;
import org.nde4j.core.random.Streams;

class NetworkTest {
    private static Stream random() {
        return Streams.of(1).stream("a test");
    }

    private static double[] rows(int n) {
        double[] x = new double[n];
        random().fillNormal(x, 0, n, 0, 1);
        return x;
    }

    /** Mean of squares of what a layer gives: parameters, x -> one number. */
    private static Program energy(Layer layer, Parameters p, int rows) {
        Trace t = new Trace();
        Weights w = Weights.inputs(t, p);
        Value y = layer.apply(t, w, t.input("x", Shape.of(rows, layer.inputs())));
        return t.program(t.mean(t.mul(y, y)));
    }

    private static Workspace bench(Program program, double[][] weights, double[] x) {
        Workspace bench = new Workspace(program);
        for (int i = 0; i < weights.length; i++) {
            bench.bind(i, weights[i]);
        }
        bench.bind(weights.length, x);
        return bench;
    }

    private static double run(Workspace bench) {
        bench.run();
        return bench.output(0)[0];
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void mlp_hasTheGradientOfCentralDifferences(Activation activation) {
        Mlp net = Mlp.of(3, 7, 5, 2).withHidden(activation).withOutput(activation);
        Parameters p = net.initialize(Streams.of(2).stream("weights"));
        Program energy = energy(net, p, 4);
        double[][] weights = p.values();
        double[] x = rows(12);
        Workspace gradient = bench(Calculus.gradient(energy, 0, 1, 2, 3, 4, 5), weights, x);
        gradient.run();
        Workspace plain = bench(energy, weights, x);
        double h = 1e-5;
        for (int i = 0; i < weights.length; i++) {
            for (int k = 0; k < weights[i].length; k++) {
                double kept = weights[i][k];
                weights[i][k] = kept + h;
                double plus = run(plain);
                weights[i][k] = kept - h;
                double minus = run(plain);
                weights[i][k] = kept;
                // h² f''' / 6 + eps |f| / h is about 1e-11 each; a corner of relu within h of an input is 1e-4 likely.
                assertEquals(
                        (plus - minus) / (2 * h),
                        gradient.output(i + 1)[k],
                        2e-9,
                        p.names().get(i) + " " + k);
            }
        }
    }

    @Test
    void linear_isWeightTimesRowPlusBias() {
        Linear linear = Linear.of(2, 3);
        Parameters p = Parameters.of("weight", Array.matrix(new double[][] {{1, 2}, {3, 4}, {5, 6}}))
                .with("bias", Array.vector(10, 20, 30));
        Trace t = new Trace();
        Weights w = Weights.inputs(t, p);
        Program program = t.program(linear.apply(t, w, t.input("x", Shape.of(2, 2))));
        Workspace bench = bench(program, p.values(), new double[] {1, 0, -1, 2});
        bench.run();
        assertArrayEquals(new double[] {11, 23, 35, 13, 25, 37}, bench.output(0));
    }

    @Test
    void slicesOfOneVector_giveTheSameBitsAsInputs() {
        Mlp net = Mlp.of(2, 4, 1);
        Parameters p = net.initialize(Streams.of(3).stream("weights"));
        Trace t = new Trace();
        Value flat = t.input("p", Shape.of(1, p.size()));
        Value y = net.apply(t, Weights.slices(t, flat, p), t.input("x", Shape.of(5, 2)));
        double[] x = rows(10);
        Workspace sliced = bench(t.program(t.mean(t.mul(y, y))), new double[][] {p.flatten()}, x);
        assertEquals(run(bench(energy(net, p, 5), p.values(), x)), run(sliced));
    }

    @Test
    void names_areThoseOfPyTorch() {
        Mlp net = Mlp.of(2, 8, 8, 1).withOutput(Activation.TANH);
        Parameters p = net.initialize(Streams.of(3).stream("weights")).scoped("net");
        assertEquals(
                List.of("net.0.weight", "net.0.bias", "net.2.weight", "net.2.bias", "net.4.weight", "net.4.bias"),
                p.names());
        assertEquals(Shape.of(8, 2), p.get("net.0.weight").shape());
        assertEquals(2 * 8 + 8 + 8 * 8 + 8 + 8 + 1, p.size());
        assertEquals(p, p.withFlat(p.flatten()));
        assertEquals(p.at("net"), p.at("net").withValues(p.values()));
        assertEquals(net.initialize(Streams.of(3).stream("weights")), p.at("net"));
    }

    @Test
    void valuesInAnotherOrder_findTheirNames() {
        Parameters p = Parameters.of("a", Array.scalar(1)).with("b", Array.vector(2, 3));
        Parameters file = Parameters.of("b", Array.vector(20, 30)).with("a", Array.scalar(10));
        assertEquals(Parameters.of("a", Array.scalar(10)).with("b", Array.vector(20, 30)), p.withValuesOf(file));
        assertMessage("no parameter b", () -> p.withValuesOf(Parameters.of("a", Array.scalar(1))));
        assertMessage("no parameter c", () -> p.withValuesOf(file.with("c", Array.scalar(1))));
        assertMessage(
                "parameter b has shape [2], got one of shape [3]",
                () -> p.withValuesOf(file.with("b", Array.vector(1, 2, 3))));
    }

    @Test
    void codec_readsBackTheSameBits() throws java.io.IOException {
        Parameters p = Parameters.of("a", Array.scalar(-0.0))
                .with("b.c", Array.vector(Double.NaN, Double.MIN_VALUE, 1.0 / 3))
                .with("b.a", Array.zeros(Shape.of(2, 1, 3)));
        Parameters read = Parameters.CODEC.value(Parameters.CODEC.bytes(p));
        assertEquals(p, read);
        assertEquals(p.names(), read.names());
    }

    @Test
    void wrongRows_areRefusedWithThePlace() {
        Trace t = new Trace();
        Linear linear = Linear.of(8, 1);
        Weights w = Weights.inputs(t, linear.initialize(random()).scoped("encoder.first"));
        assertMessage(
                "Linear expects 8 inputs, got shape [3, 1], in encoder.first",
                () -> linear.apply(t, w.at("encoder").at("first"), t.input("x", Shape.of(3, 1))));
        assertMessage(
                "Linear expects 8 inputs, got shape [8], in encoder",
                () -> linear.apply(t, w.at("encoder"), t.input("x", Shape.of(8))));
    }

    @Test
    void missingWeight_isRefusedWithTheNearest() {
        Trace t = new Trace();
        Weights w = Weights.inputs(t, Mlp.of(2, 3, 1).initialize(random()).scoped("net"));
        assertMessage("the nearest is net.2.weight", () -> w.at("net").get("2.wieght"));
        assertMessage("parameter net.0.bias has shape [3], but [4] is needed", () -> w.get("net.0.bias", Shape.of(4)));
        assertMessage(
                "the nearest is a.b",
                () -> Parameters.of("a.b", Array.scalar(1)).get("a.c"));
        assertMessage("no parameters at all", () -> Parameters.NONE.get("a"));
    }

    @Test
    void unfitParts_areRefused() {
        assertMessage(
                "layer 0 gives 3 numbers, but layer 1 expects 4",
                () -> Sequential.of(Linear.of(2, 3), Linear.of(4, 1)));
        assertMessage("give at least two", () -> Mlp.of(3));
        assertMessage("a size of an Mlp is 0", () -> Mlp.of(3, 0, 1));
        assertMessage("parts joined by single dots", () -> Parameters.of("a..b", Array.scalar(1)));
        Parameters p = Parameters.of("a", Array.scalar(1));
        assertMessage("both parts have a parameter a", () -> p.and(p));
        assertMessage(
                "the size of the parameters is 1, got a value of shape [2]",
                () -> Weights.slices(new Trace(), new Trace().input("p", Shape.of(2)), p));
        assertMessage("there are 1 numbers in these parameters, got 2", () -> p.withFlat(new double[2]));
    }

    private static void assertMessage(String part, org.junit.jupiter.api.function.Executable action) {
        Exception e = assertThrows(IllegalArgumentException.class, action);
        assertTrue(e.getMessage().contains(part), e.getMessage());
    }
}
