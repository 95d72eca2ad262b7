package org.nde4j.core.array;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0.0",
        "1, 1",
        "-5, -5",
        "0.1, 0.1",
        "-0.25, -0.25",
        "100, 100",
        "123456.789, 123456.789",
        "999999999999999, 999999999999999",
        "1e15, 1e15",
        "1234567890123456, 1.234567890123456e15",
        "1.5e20, 1.5e20",
        "2e23, 2e23",
        "1e-6, 0.000001",
        "1e-7, 1e-7",
        "1.25e-7, 1.25e-7",
        "2e-3, 0.002",
        "4.9e-324, 5e-324",
        "9.9e-324, 1e-323",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "9007199254740993, 9.007199254740992e15",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "0.3333333333333333, 0.3333333333333333",
        "2.0E-323, 2e-323",
        "9.5367431640625E-7, 9.5367431640625e-7",
        "NaN, NaN",
        "Infinity, Infinity",
        "-Infinity, -Infinity"
    })
    void known_numbers_have_known_texts(double x, String text) {
        assertEquals(text, Numbers.text(x));
    }

    @Test
    void text_reads_back_to_the_same_bits() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100_000; i++) {
            double x = Double.longBitsToDouble(random.nextLong());
            assertEquals(Double.doubleToLongBits(x), Double.doubleToLongBits(Numbers.parse(Numbers.text(x))));
            double y = random.nextDouble(-10, 10);
            assertEquals(y, Numbers.parse(Numbers.text(y)));
        }
    }

    /** With one digit less, neither neighbor of the exact value reads back; of equally short ones the nearest is taken. */
    @Test
    void text_is_the_shortest_and_nearest() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 20_000; i++) {
            double x = Math.abs(awkward(random, i));
            BigDecimal exact = new BigDecimal(x);
            BigDecimal shown = new BigDecimal(Numbers.text(x)).stripTrailingZeros();
            int digits = shown.precision();
            for (RoundingMode mode : new RoundingMode[] {RoundingMode.DOWN, RoundingMode.UP}) {
                if (digits > 1) {
                    BigDecimal shorter = exact.round(new MathContext(digits - 1, mode));
                    assertTrue(shorter.doubleValue() != x, () -> Numbers.text(x) + " could be " + shorter);
                }
                BigDecimal rival = exact.round(new MathContext(digits, mode));
                boolean nearer = rival.subtract(exact)
                                .abs()
                                .compareTo(shown.subtract(exact).abs())
                        < 0;
                assertTrue(!nearer || rival.doubleValue() != x, () -> Numbers.text(x) + " is farther than " + rival);
            }
        }
    }

    private static double awkward(SplittableRandom random, int i) {
        return switch (i % 5) {
            case 0 -> Math.scalb(1.0, random.nextInt(-1074, 1024));
            case 1 -> Math.nextUp(Math.scalb(1.0, random.nextInt(-1074, 1024)));
            case 2 -> Double.longBitsToDouble(random.nextLong(1, 1L << random.nextInt(1, 53)));
            case 3 -> Double.parseDouble(random.nextInt(1, 1000) + "e" + random.nextInt(-323, 300));
            default -> Double.longBitsToDouble(random.nextLong(1, 0x7ff0000000000000L));
        };
    }

    /** The constant was computed on Java 17; the same text on every Java version gives the same hash. */
    @Test
    void text_is_the_same_on_every_java() {
        SplittableRandom random = new SplittableRandom(3);
        long hash = 0;
        for (int i = 0; i < 100_000; i++) {
            hash = 31 * hash
                    + Numbers.text(Double.longBitsToDouble(random.nextLong())).hashCode();
        }
        assertEquals(8520116334831134509L, hash);
    }

    @Test
    void what_is_not_a_number_is_refused_with_its_text() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Numbers.parse("1,5"));
        assertTrue(e.getMessage().contains("1,5"));
        assertThrows(IllegalArgumentException.class, () -> Numbers.parse(null));
    }
}
