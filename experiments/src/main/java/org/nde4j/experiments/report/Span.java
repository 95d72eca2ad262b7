package org.nde4j.experiments.report;

/**
 * A closed range of finite values.
 *
 * @param low  the smaller end
 * @param high the larger end, above {@code low}
 */
public record Span(double low, double high) {
    /** Checks the order. */
    public Span {
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException(
                    "a span needs finite ends, low < high, but got " + low + " and " + high + "; widen it first");
        }
    }

    /** Where {@code v} lies: 0 at the low end, 1 at the high end. Halves first, so that no difference overflows. */
    double place(double v) {
        return (v / 2 - low / 2) / (high / 2 - low / 2);
    }

    double halfLength() {
        return high / 2 - low / 2;
    }

    /** This span with a share of its length added at both ends; ends stay finite. */
    Span padded(double share) {
        double pad = 2 * share * halfLength();
        return new Span(Math.max(low - pad, -Double.MAX_VALUE), Math.min(high + pad, Double.MAX_VALUE));
    }

    Span or(Span other) {
        return new Span(Math.min(low, other.low), Math.max(high, other.high));
    }
}
