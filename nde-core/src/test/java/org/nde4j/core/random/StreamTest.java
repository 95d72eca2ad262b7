package org.nde4j.core.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

/** Streams have fixed seeds, so a statistical test passes always or never; levels say how surprising a failure would be. */
class StreamTest {
    /** A correct generator fails a test at this level once in 10,000 seeds. */
    private static final double LEVEL = 1e-4;

    /** From numpy.random.Philox(key=[42, 7], counter=0 and [5, 6, 7, 8]).random_raw, NumPy 2.4.6. */
    @Test
    void words_are_those_of_numpy() {
        assertWords(
                Stream.philox(42, 7, 0, 0, 0, 0),
                "11979686004962671011",
                "16323179865340250365",
                "10214588297808276483",
                "17579238321377784916",
                "7621836518698383027",
                "9886104296393615268");
        assertWords(
                Stream.philox(42, 7, 5, 6, 7, 8),
                "12081149068937600648",
                "2866380220021554759",
                "1153731563199391211",
                "14860285024193704594",
                "14573825324095864044",
                "15679954859163031379");
    }

    private static void assertWords(Stream stream, String... words) {
        for (String word : words) {
            assertEquals(word, Long.toUnsignedString(stream.nextLong()));
        }
    }

    @Test
    void seek_equals_drawing() {
        Stream drawn = Streams.of(1).stream("seek");
        for (int i = 0; i < 100_003; i++) {
            drawn.nextLong();
        }
        Stream sought = Streams.of(1).stream("seek").seek(100_003);
        for (int i = 0; i < 9; i++) {
            assertEquals(drawn.nextLong(), sought.nextLong());
        }
        assertEquals(100_012, sought.position());
    }

    @Test
    void state_resumes_in_the_middle() {
        Stream stream = Streams.of(2).stream("resume", 3, 4);
        for (int i = 0; i < 11; i++) {
            stream.normal();
        }
        Stream resumed = Stream.of(stream.state());
        for (int i = 0; i < 11; i++) {
            assertEquals(stream.normal(), resumed.normal());
        }
        assertThrows(IllegalArgumentException.class, () -> Stream.of(new byte[3]));
    }

    @Test
    void every_name_has_its_own_stream() {
        Set<Long> first = new HashSet<>();
        int count = 0;
        for (long seed : new long[] {0, 1, -1, 1L << 32}) {
            Streams streams = Streams.of(seed);
            for (Streams branch :
                    new Streams[] {streams, streams.branch("a"), streams.branch("a", 1), streams.branch("b")}) {
                for (String purpose : new String[] {"", "a", "b", "ab", "ba"}) {
                    for (long[] index : new long[][] {{}, {0}, {1}, {0, 0}, {0, 1}, {1, 0}, {1, 0, 0}, {1, 0, 1}}) {
                        first.add(branch.stream(purpose, index).nextLong());
                        count++;
                    }
                }
            }
        }
        assertEquals(count, first.size());
        assertEquals(
                Streams.of(7).stream("x", 1).nextLong(),
                Streams.of(7).stream("x", 1).nextLong());
    }

    @Test
    void uniform_numbers_are_uniform() {
        Stream stream = Streams.of(3).stream("uniform");
        long[] bins = new long[100];
        for (int i = 0; i < 100_000; i++) {
            double u = stream.uniform();
            assertTrue(u >= 0 && u < 1);
            bins[(int) (100 * u)]++;
        }
        double[] expected = new double[100];
        Arrays.fill(expected, 1000);
        assertTrue(new ChiSquareTest().chiSquareTest(expected, bins) > LEVEL);
    }

    @Test
    void normal_numbers_are_normal_and_take_one_word_each() {
        Stream stream = Streams.of(4).stream("normal");
        double[] x = new double[20_000];
        stream.fillNormal(x, 0, x.length, 0, 1);
        assertEquals(x.length, stream.position());
        double d = new KolmogorovSmirnovTest().kolmogorovSmirnovStatistic(new NormalDistribution(null, 0, 1), x);
        assertTrue(d < 2.23 / Math.sqrt(x.length), "distance " + d); // 2.23: the statistic's 1 - 1e-4 quantile
        double square = Arrays.stream(x).map(v -> v * v).sum();
        assertEquals(x.length, square, 3.9 * Math.sqrt(2.0 * x.length)); // 3.9 deviations: level 1e-4
    }

    @Test
    void normal_quantile_inverts_the_distribution_function() {
        for (double u : new double[] {0x1p-54, 1e-15, 1e-11, 1.3e-11, 1e-5, 0.01, 0.0749, 0.0751, 0.3, 0.4999, 0.5}) {
            double x = NormalQuantile.of(u);
            assertEquals(u, 0.5 * Erf.erfc(-x / Math.sqrt(2)), 1e-12 * u); // the accuracy of the reference
            if (u > 1e-14) {
                assertEquals(-x, NormalQuantile.of(1 - u), 1e-15 + 1e-16 / u); // 1 - u is rounded
            }
        }
    }

    @Test
    void bounded_integers_are_unbiased() {
        Stream stream = Streams.of(5).stream("bounded");
        long[] bins = new long[7];
        double[] expected = new double[7];
        Arrays.fill(expected, 10_000);
        for (int i = 0; i < 70_000; i++) {
            bins[stream.nextInt(7)]++;
        }
        assertTrue(new ChiSquareTest().chiSquareTest(expected, bins) > LEVEL);
        long bound = 3L << 61; // a modulo would make the lower third twice as likely
        int low = 0;
        for (int i = 0; i < 30_000; i++) {
            low += stream.nextLong(bound) < 1L << 61 ? 1 : 0;
        }
        assertEquals(10_000, low, 3.9 * Math.sqrt(30_000 * 2.0 / 9)); // level 1e-4
        for (int i = 0; i < 1000; i++) {
            int v = stream.nextInt(-3, 4);
            assertTrue(v >= -3 && v < 4);
            long w = stream.nextLong(Long.MIN_VALUE, Long.MAX_VALUE);
            assertNotEquals(Long.MAX_VALUE, w);
        }
        assertThrows(IllegalArgumentException.class, () -> stream.nextInt(0));
        assertThrows(IllegalArgumentException.class, () -> stream.nextLong(2, 2));
    }

    @Test
    void permutations_are_permutations_and_equally_likely() {
        Stream stream = Streams.of(6).stream("permutation");
        long[] bins = new long[6];
        for (int i = 0; i < 12_000; i++) {
            int[] p = stream.permutation(3);
            int[] sorted = p.clone();
            Arrays.sort(sorted);
            assertArrayEquals(new int[] {0, 1, 2}, sorted);
            bins[2 * p[0] + (p[1] > p[2] ? 1 : 0)]++;
        }
        double[] expected = new double[6];
        Arrays.fill(expected, 2000);
        assertTrue(new ChiSquareTest().chiSquareTest(expected, bins) > LEVEL);
    }

    /** The hash was computed on Java 17. */
    @Test
    void numbers_are_the_same_on_every_java() {
        Stream stream = Streams.of(8).stream("hash", 1, 2);
        long hash = 0;
        for (int i = 0; i < 10_000; i++) {
            hash = 31 * hash + Double.doubleToLongBits(stream.normal());
            hash = 31 * hash + Double.doubleToLongBits(stream.nextExponential());
            hash = 31 * hash + stream.nextInt(10) + stream.nextInt() + (stream.nextBoolean() ? 1 : 0);
            hash = 31 * hash
                    + Double.doubleToLongBits(stream.nextDouble(-1, 3))
                    + Float.floatToIntBits(stream.nextFloat());
        }
        assertEquals(4424262370885062201L, hash);
    }
}
