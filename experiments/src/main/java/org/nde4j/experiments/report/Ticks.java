package org.nde4j.experiments.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The marks along an axis: steps of 1, 2 or 5 times a power of ten (or decades), with labels that carry just the digits
 * needed. Values are computed in decimal, so labels never read 0.30000000000000004.
 *
 * @param marks    the labeled marks, in ascending order
 * @param exponent labels are to be multiplied by ten to this power (0: take them as they are)
 */
record Ticks(List<Tick> marks, int exponent) {
    /** A value and what is written beside it. */
    record Tick(double value, String label) {}

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /** At most about {@code count} even steps inside the span. */
    static Ticks linear(Span span, int count) {
        BigDecimal step = step(span, count);
        int exponent = exponent(span);
        List<Tick> ticks = new ArrayList<>();
        BigDecimal high = new BigDecimal(span.high());
        BigDecimal at =
                new BigDecimal(span.low()).divide(step, 0, RoundingMode.CEILING).multiply(step);
        for (; at.compareTo(high) <= 0 && ticks.size() < 100; at = at.add(step)) ticks.add(tick(at, step, exponent));
        return new Ticks(List.copyOf(ticks), exponent);
    }

    private static Tick tick(BigDecimal at, BigDecimal step, int exponent) {
        int places = Math.max(0, step.stripTrailingZeros().scale() + exponent);
        String label = at.scaleByPowerOfTen(-exponent)
                .setScale(places, RoundingMode.HALF_EVEN)
                .toPlainString();
        return new Tick(at.doubleValue(), label.replace('-', '−'));
    }

    /** The smallest of 1, 2, 5 times a power of ten that needs no more than {@code count} steps. */
    private static BigDecimal step(Span span, int count) {
        BigDecimal raw = new BigDecimal(span.high()).subtract(new BigDecimal(span.low()));
        BigDecimal least = raw.divide(BigDecimal.valueOf(count), new java.math.MathContext(20));
        BigDecimal ten = BigDecimal.ONE.scaleByPowerOfTen(least.precision() - least.scale() - 1);
        for (int m : new int[] {1, 2, 5}) {
            BigDecimal candidate = ten.multiply(BigDecimal.valueOf(m));
            if (candidate.compareTo(least) >= 0) return candidate;
        }
        return ten.scaleByPowerOfTen(1);
    }

    /** A multiple of three where labels would be long otherwise. */
    private static int exponent(Span span) {
        double size = Math.max(Math.abs(span.low()), Math.abs(span.high()));
        if (size < 1e5 && size >= 1e-2) return 0;
        return Math.floorDiv(decade(size), 3) * 3;
    }

    /** The largest power of ten not above a positive value. */
    static int decade(double v) {
        BigDecimal exact = new BigDecimal(v);
        return exact.precision() - exact.scale() - 1;
    }

    /** Powers of ten inside a positive span; steps of 1, 2, 5 where that would leave fewer than two. */
    static Ticks log(Span span, int count) {
        int from = decade(span.low());
        int to = decade(span.high());
        int stride = Math.max(1, (to - from + count - 1) / count);
        List<Tick> ticks = new ArrayList<>();
        for (int e = Math.floorDiv(from + stride - 1, stride) * stride; e <= to; e += stride) decade(e, span, ticks);
        if (ticks.size() >= 2) return new Ticks(List.copyOf(ticks), 0);
        return within(span, from, to, count);
    }

    private static void decade(int e, Span span, List<Tick> ticks) {
        double value = power(1, e);
        if (value >= span.low() && value <= span.high()) ticks.add(new Tick(value, "10" + raised(e)));
    }

    private static Ticks within(Span span, int from, int to, int count) {
        List<Tick> ticks = new ArrayList<>();
        for (int e = from; e <= to; e++) {
            for (int m : new int[] {1, 2, 5}) {
                double value = power(m, e);
                if (value >= span.low() && value <= span.high()) ticks.add(new Tick(value, Digits.of(value, 1)));
            }
        }
        return ticks.size() >= 2 ? new Ticks(List.copyOf(ticks), 0) : linear(span, count);
    }

    /** Where the multiples of powers of ten lie between labeled decades; none where they would crowd. */
    static List<Double> between(Span span) {
        List<Double> places = new ArrayList<>();
        int from = decade(span.low());
        int to = decade(span.high());
        for (int e = from; e <= to && to - from < 4; e++) {
            for (int m = 2; m < 10; m++) {
                double value = power(m, e);
                if (value > span.low() && value < span.high()) places.add(value);
            }
        }
        return places;
    }

    /** The number of characters of the longest label. */
    int widest() {
        return marks.stream().mapToInt(t -> t.label().length()).max().orElse(0);
    }

    /** The label of an axis with the factor that its numbers were divided by. */
    String named(String label) {
        return exponent == 0 ? label : label + "  (× 10" + raised(exponent) + ")";
    }

    private static double power(int m, int e) {
        return BigDecimal.valueOf(m).scaleByPowerOfTen(e).doubleValue();
    }

    /** An integer in raised digits. */
    static String raised(int e) {
        StringBuilder text = new StringBuilder(e < 0 ? "⁻" : "");
        for (char c : Integer.toString(Math.abs(e)).toCharArray()) text.append(RAISED.charAt(c - '0'));
        return text.toString();
    }
}
