package org.nde4j.core.array;

import java.math.BigInteger;

/**
 * Numbers as text and back, with the same characters on every Java version ({@link Double#toString} changed in Java 19).
 *
 * <p>The digits are the shortest that read back to the same double and, among those, the closest to it; found by the method
 * of R. Giulietti, "The Schubfach way to render doubles" (2020), except that one digit suffices where one digit does.
 */
public final class Numbers {
    private static final int LEAST_EXPONENT = -1074;
    private static final long HIDDEN_BIT = 1L << 52;
    private static final int LEAST_POWER = -324;
    private static final int MOST_POWER = 292;
    private static final BigInteger LOW = BigInteger.ONE.shiftLeft(63).subtract(BigInteger.ONE);

    /** For k from -324: 10^-k scaled to 126 bits and rounded up, as a high and a low word of 63 bits each. */
    private static final long[] SCALES = scales();

    private Numbers() {}

    /**
     * The shortest decimal that reads back to the same double: {@code 1}, {@code 0.1}, {@code 1e-7}, {@code 1.5e20}, {@code
     * -0.0}, {@code NaN}, {@code -Infinity}. Magnitudes from 1e-6 to below 1e15 have no exponent; integral ones no point.
     */
    public static String text(double x) {
        if (x == 0) {
            return 1 / x < 0 ? "-0.0" : "0";
        }
        if (!(Math.abs(x) <= Double.MAX_VALUE)) {
            return x > 0 ? "Infinity" : x < 0 ? "-Infinity" : "NaN";
        }
        StringBuilder out = new StringBuilder(24);
        if (x < 0) {
            out.append('-');
        }
        double size = Math.abs(x);
        if (size < 1e15 && size == (long) size) {
            return out.append((long) size).toString();
        }
        append(size, out);
        return out.toString();
    }

    /**
     * The double nearest to a decimal number, as written by {@link #text} or in any form Java reads.
     *
     * @throws IllegalArgumentException if the text is not a number
     */
    public static double parse(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException | NullPointerException e) {
            throw new IllegalArgumentException("Not a number: \"" + text
                    + "\". Write a decimal such as 0.1, -3 or 1.5e-7, or NaN, Infinity, -Infinity.");
        }
    }

    private static void append(double x, StringBuilder out) {
        long bits = Double.doubleToRawLongBits(x);
        int biased = (int) (bits >>> 52);
        long fraction = bits & HIDDEN_BIT - 1;
        boolean normal = biased > 0;
        int q = normal ? LEAST_EXPONENT - 1 + biased : LEAST_EXPONENT;
        long c = normal ? fraction | HIDDEN_BIT : fraction;
        shortest(q, c, out);
    }

    /** Appends the shortest decimal in the rounding interval of c 2^q. */
    private static void shortest(int q, long c, StringBuilder out) {
        boolean even = (c & 1) == 0;
        boolean regular = c != HIDDEN_BIT || q == LEAST_EXPONENT;
        int k = regular ? floorLog10Pow2(q) : floorLog10ThreeQuartersPow2(q);
        int shift = q + floorLog2Pow10(-k) + 2;
        long high = SCALES[2 * (k - LEAST_POWER)];
        long low = SCALES[2 * (k - LEAST_POWER) + 1];
        long value = scaled(high, low, 4 * c << shift);
        long lower = scaled(high, low, (regular ? 4 * c - 2 : 4 * c - 1) << shift) + (even ? 0 : 1);
        long upper = scaled(high, low, 4 * c + 2 << shift) - (even ? 0 : 1);
        long s = value >> 2;
        long ten = s / 10 * 10;
        boolean tenBelow = ten > 0 && lower <= ten << 2;
        boolean tenAbove = ten + 10 << 2 <= upper;
        if (tenBelow != tenAbove) {
            write(tenBelow ? ten : ten + 10, k, out);
        } else if (tenBelow) {
            write(value - 4 * ten <= 4 * ten + 40 - value ? ten : ten + 10, k, out);
        } else {
            write(nearest(s, value, lower, upper), k, out);
        }
    }

    /** s or s + 1: the one in the interval, or the nearer one, the even one on a tie. */
    private static long nearest(long s, long value, long lower, long upper) {
        boolean below = s > 0 && lower <= s << 2;
        boolean above = s + 1 << 2 <= upper;
        if (below != above) {
            return below ? s : s + 1;
        }
        long side = value - (4 * s + 2);
        return side < 0 || side == 0 && (s & 1) == 0 ? s : s + 1;
    }

    private static int floorLog10Pow2(int e) {
        return (int) (e * 661_971_961_083L >> 41);
    }

    private static int floorLog10ThreeQuartersPow2(int e) {
        return (int) (e * 661_971_961_083L - 274_743_187_321L >> 41);
    }

    private static int floorLog2Pow10(int e) {
        return (int) (e * 913_124_641_741L >> 38);
    }

    /** (high 2^63 + low) c / 2^126 rounded to odd. */
    private static long scaled(long high, long low, long c) {
        long carry = (high * c >>> 1) + Math.multiplyHigh(low, c);
        long whole = Math.multiplyHigh(high, c) + (carry >>> 63);
        return whole | (carry & Long.MAX_VALUE) + Long.MAX_VALUE >>> 63;
    }

    private static long[] scales() {
        long[] words = new long[2 * (MOST_POWER - LEAST_POWER + 1)];
        for (int k = LEAST_POWER; k <= MOST_POWER; k++) {
            BigInteger scale = scale(-k).add(BigInteger.ONE);
            words[2 * (k - LEAST_POWER)] = scale.shiftRight(63).longValue();
            words[2 * (k - LEAST_POWER) + 1] = scale.and(LOW).longValue();
        }
        return words;
    }

    /** floor(10^e 2^(125 - floor(log2(10^e)))). */
    private static BigInteger scale(int e) {
        int up = 125 - floorLog2Pow10(e);
        BigInteger ten = BigInteger.TEN.pow(Math.abs(e));
        return e < 0
                ? BigInteger.ONE.shiftLeft(up).divide(ten)
                : ten.shiftLeft(Math.max(up, 0)).shiftRight(Math.max(-up, 0));
    }

    /** Writes digits 10^k. */
    private static void write(long digits, int k, StringBuilder out) {
        while (digits % 10 == 0) {
            digits /= 10;
            k++;
        }
        String text = Long.toString(digits);
        int point = text.length() + k;
        if (point > 15 || point < -5) {
            scientific(text, point - 1, out);
        } else if (point <= 0) {
            out.append("0.").append("0".repeat(-point)).append(text);
        } else {
            out.append(text, 0, point).append('.').append(text, point, text.length());
        }
    }

    private static void scientific(String digits, int exponent, StringBuilder out) {
        out.append(digits.charAt(0));
        if (digits.length() > 1) {
            out.append('.').append(digits, 1, digits.length());
        }
        out.append('e').append(exponent);
    }
}
