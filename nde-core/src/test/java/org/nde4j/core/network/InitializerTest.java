package org.nde4j.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.random.Streams;

class InitializerTest {
    private static final int INPUTS = 50;
    private static final int OUTPUTS = 200;

    record Case(String name, Initializer initializer, RealDistribution law) {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case("pytorch", Initializer.PYTORCH, within(1 / Math.sqrt(50))),
                new Case("xavier uniform", Initializer.XAVIER_UNIFORM, within(Math.sqrt(6.0 / 250))),
                new Case("kaiming uniform", Initializer.KAIMING_UNIFORM, within(Math.sqrt(6.0 / 50))),
                new Case("xavier normal", Initializer.XAVIER_NORMAL, normal(Math.sqrt(2.0 / 250))),
                new Case("kaiming normal", Initializer.KAIMING_NORMAL, normal(Math.sqrt(2.0 / 50))),
                new Case("normal", new Initializer.Normal(0.1), normal(0.1)));
    }

    private static RealDistribution within(double bound) {
        return new UniformRealDistribution(-bound, bound);
    }

    private static RealDistribution normal(double deviation) {
        return new NormalDistribution(0, deviation);
    }

    private static double[] draw(Initializer initializer, Shape shape, long seed) {
        return initializer
                .draw(shape, INPUTS, OUTPUTS, Streams.of(seed).stream("weights"))
                .values();
    }

    /** Kolmogorov and Smirnov on 10,000 numbers: a false alarm of one in a million for each of the 6 laws. */
    @ParameterizedTest
    @MethodSource("cases")
    void weights_followTheirLaw(Case c) {
        double[] x = draw(c.initializer, Shape.of(OUTPUTS, INPUTS), 5);
        double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(c.law, x);
        assertTrue(p > 1e-6, c.name + " has p = " + p);
    }

    /** The same test must see a law that is 10 % too wide, else it could not fail above. */
    @ParameterizedTest
    @MethodSource("cases")
    void weightsTenPercentTooWide_areSeen(Case c) {
        double[] wide = Arrays.stream(draw(c.initializer, Shape.of(OUTPUTS, INPUTS), 5))
                .map(v -> 1.1 * v)
                .toArray();
        assertTrue(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(c.law, wide) < 1e-2, c.name);
    }

    @ParameterizedTest
    @CsvSource({"6, 6", "4, 9", "9, 4", "1, 5", "64, 64"})
    void orthogonalWeights_haveOrthonormalRowsOrColumns(int rows, int columns) {
        Array q = new Initializer.Orthogonal(2)
                .draw(Shape.of(rows, columns), columns, rows, Streams.of(6).stream("weights"));
        int shorter = Math.min(rows, columns);
        for (int i = 0; i < shorter; i++) {
            for (int j = 0; j < shorter; j++) {
                double dot = 0;
                for (int k = 0; k < Math.max(rows, columns); k++) {
                    dot += rows <= columns ? q.get(i, k) * q.get(j, k) : q.get(k, i) * q.get(k, j);
                }
                // Gram and Schmidt twice leaves some eps a product; gain 2 makes them 4.
                assertEquals(i == j ? 4 : 0, dot, 1e-14, i + " " + j);
            }
        }
    }

    /** The (0, 0) elements of 10,000 orthogonal 3 x 3 matrices are uniform in [-1, 1]: false alarm one in a million. */
    @Test
    void orthogonalWeights_areUniformAmongRotations() {
        double[] corner = new double[10_000];
        for (int i = 0; i < corner.length; i++) {
            corner[i] = draw(Initializer.ORTHOGONAL, Shape.of(3, 3), i)[0];
        }
        assertTrue(new KolmogorovSmirnovTest().kolmogorovSmirnovTest(within(1), corner) > 1e-6);
    }

    @Test
    void sameStream_givesTheSameWeights_andEachWeightItsOwn() {
        Mlp net = Mlp.of(3, 4, 4, 2);
        Parameters once = net.initialize(Streams.of(9).stream("weights"));
        assertEquals(once, net.initialize(Streams.of(9).stream("weights")));
        assertEquals(once.size(), Arrays.stream(once.flatten()).distinct().count());
        assertEquals(
                List.of(0.0),
                Arrays.stream(draw(Initializer.ZEROS, Shape.of(7), 1))
                        .distinct()
                        .boxed()
                        .toList());
    }

    @Test
    void impossibleSettings_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Initializer.Normal(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Initializer.Scaled(-1, Initializer.Fan.IN, true));
        assertThrows(IllegalArgumentException.class, () -> draw(Initializer.ORTHOGONAL, Shape.of(3), 1));
    }
}
