package org.nde4j.experiments.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers for people: few digits, rounded in decimal, the same on every machine. */
final class Digits {
    private Digits() {}

    /** A value with so many significant digits: 0.9731, 1.2 × 10⁻⁵, −3; a dash where there is no number. */
    static String of(double v, int digits) {
        if (Double.isNaN(v)) return "–";
        if (Double.isInfinite(v)) return v > 0 ? "∞" : "−∞";
        return of(new BigDecimal(v), digits);
    }

    private static String of(BigDecimal exact, int digits) {
        if (exact.signum() == 0) return "0";
        BigDecimal v = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int decade = v.precision() - v.scale() - 1;
        boolean whole = exact.stripTrailingZeros().scale() <= 0;
        if (decade >= -3 && decade < 6) return signed(plain(whole ? v : v.setScale(Math.max(0, digits - 1 - decade))));
        String mantissa = v.scaleByPowerOfTen(-decade).stripTrailingZeros().toPlainString();
        return signed(mantissa) + " × 10" + Ticks.raised(decade);
    }

    private static String plain(BigDecimal v) {
        return (v.scale() < 0 ? v.setScale(0) : v).toPlainString();
    }

    /** A value and its standard error to the same decimal place: 0.4812 ± 0.0031. */
    static String of(double v, double error) {
        if (!(error > 0) || Double.isNaN(v) || Double.isInfinite(v) || Double.isInfinite(error)) return of(v, 5);
        BigDecimal e = new BigDecimal(error).round(new MathContext(2, RoundingMode.HALF_EVEN));
        BigDecimal rounded = new BigDecimal(v).setScale(e.scale(), RoundingMode.HALF_EVEN);
        int decade = Ticks.decade(Math.max(Math.abs(v), error));
        if (decade >= -3 && decade < 6) return signed(plain(rounded)) + " ± " + plain(e);
        return "(" + signed(shifted(rounded, decade)) + " ± " + shifted(e, decade) + ") × 10" + Ticks.raised(decade);
    }

    /** Twelve significant digits for a program to read. */
    static String exact(double v) {
        return new BigDecimal(v)
                .round(new MathContext(12, RoundingMode.HALF_EVEN))
                .stripTrailingZeros()
                .toString();
    }

    private static String shifted(BigDecimal v, int decade) {
        return plain(v.scaleByPowerOfTen(-decade));
    }

    private static String signed(String text) {
        return text.replace('-', '−');
    }
}
