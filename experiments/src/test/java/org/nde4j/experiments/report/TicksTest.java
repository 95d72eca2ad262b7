package org.nde4j.experiments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {
    private static List<String> labels(Ticks ticks) {
        return ticks.marks().stream().map(Ticks.Tick::label).toList();
    }

    @Test
    void labels_carry_just_the_digits_needed() {
        assertEquals(List.of("0.0", "0.2", "0.4", "0.6", "0.8", "1.0"), labels(Ticks.linear(new Span(0, 1), 5)));
        assertEquals(List.of("−10", "0", "10"), labels(Ticks.linear(new Span(-12, 14), 3)));
        assertEquals(
                List.of("1900", "1905", "1910", "1915", "1920"), labels(Ticks.linear(new Span(1899.6, 1920.4), 6)));
    }

    @Test
    void large_and_small_values_share_a_factor() {
        Ticks large = Ticks.linear(new Span(0, 3_000_000), 3);
        assertEquals(6, large.exponent());
        assertEquals(List.of("0", "1", "2", "3"), labels(large));
        assertEquals("loss  (× 10⁶)", large.named("loss"));
        assertEquals(-6, Ticks.linear(new Span(0, 4e-6), 4).exponent());
        assertEquals("loss", Ticks.linear(new Span(0, 1), 4).named("loss"));
    }

    @Test
    void decades_are_powers_of_ten() {
        assertEquals(List.of("10⁻³", "10⁻²", "10⁻¹", "10⁰", "10¹"), labels(Ticks.log(new Span(5e-4, 20), 6)));
        assertEquals(List.of("0.2", "0.5", "1", "2", "5"), labels(Ticks.log(new Span(0.15, 6), 6)));
        assertTrue(Ticks.log(new Span(1e-300, 1e300), 6).marks().size() <= 8);
    }

    @Test
    void decade_is_exact_at_powers_of_ten() {
        for (int e = -300; e <= 300; e++) {
            double power = Double.parseDouble("1e" + e);
            int expected = new java.math.BigDecimal(power).compareTo(java.math.BigDecimal.ONE.scaleByPowerOfTen(e)) < 0
                    ? e - 1
                    : e;
            assertEquals(expected, Ticks.decade(power));
        }
    }

    @Test
    void numbers_for_people_are_rounded_in_decimal() {
        assertEquals("0.973", Digits.of(0.97349, 3));
        assertEquals("−3.10", Digits.of(-3.1, 3));
        assertEquals("1.2 × 10⁻⁵", Digits.of(1.2e-5, 3));
        assertEquals("–", Digits.of(Double.NaN, 3));
        assertEquals("0", Digits.of(-0.0, 3));
        assertEquals("1200", Digits.of(1200, 2));
        assertEquals("0.4812 ± 0.0031", Digits.of(0.48123, 0.00312));
        assertEquals("1230 ± 120", Digits.of(1234, 119.0));
        assertEquals("(1.000 ± 0.010) × 10⁻³⁰", Digits.of(1e-30, 1e-32));
        assertEquals("0.50000", Digits.of(0.5, Double.NaN));
    }

    @Test
    void good_score_is_never_rounded_up_to_one() {
        assertEquals("0.99999", Verdict.rounded(0.999999).replace("> ", ""));
        assertEquals("R² > 0.99999", Verdict.scored(0.9999999));
        assertEquals("R² = 0.99960", Verdict.scored(0.9996));
        assertEquals("R² = 1", Verdict.scored(1));
        assertEquals("R² = −2.50", Verdict.scored(-2.5));
    }
}
