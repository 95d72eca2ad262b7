package org.nde4j.experiments.report;

/** Gathers the range of the finite values it sees; what is not finite (or not positive, on a log axis) does not count. */
final class Extent {
    private final boolean log;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    Extent(boolean log) {
        this.log = log;
    }

    Extent add(double... values) {
        for (double v : values) {
            if (Math.abs(v) <= Double.MAX_VALUE && (!log || v > 0)) {
                low = Math.min(low, v);
                high = Math.max(high, v);
            }
        }
        return this;
    }

    boolean isEmpty() {
        return low > high;
    }

    /** The range, widened around a single value; 0 to 1 (on a log axis 0.1 to 1) where nothing was seen. */
    Span span() {
        if (isEmpty()) return log ? new Span(0.1, 1) : new Span(0, 1);
        if (log)
            return low < high
                    ? new Span(low, high)
                    : new Span(low / 2 > 0 ? low / 2 : low, Math.min(2 * high, Double.MAX_VALUE));
        double room = Math.max(Math.abs(low), Math.abs(high)) * 1e-9;
        return high / 2 - low / 2 > room
                ? new Span(low, high)
                : around(low == 0 && high == 0 ? 1 : Math.abs(low) * 0.1);
    }

    private Span around(double reach) {
        double r = Math.max(reach, Double.MIN_NORMAL);
        return new Span(Math.max(low - r, -Double.MAX_VALUE), Math.min(high + r, Double.MAX_VALUE));
    }
}
