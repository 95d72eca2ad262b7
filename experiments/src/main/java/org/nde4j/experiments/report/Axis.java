package org.nde4j.experiments.report;

/**
 * One direction of a chart.
 *
 * @param label what is measured along it, with its unit
 * @param scale linear or logarithmic
 * @param span  the values shown, or null to show all that the marks have
 */
public record Axis(String label, Scale scale, Span span) {
    /** How values become places. */
    public enum Scale {
        /** Equal steps, equal lengths. */
        LINEAR,
        /** Equal factors, equal lengths; what is not positive is not shown. */
        LOG,
        /** The same from large to small. */
        LOG_DOWN
    }

    /** A linear axis as long as its marks need. */
    public static Axis of(String label) {
        return new Axis(label, Scale.LINEAR, null);
    }

    /** The same axis, logarithmic. */
    public Axis log() {
        return new Axis(label, Scale.LOG, span);
    }

    /** The same axis, logarithmic, from large values to small ones. */
    public Axis logDown() {
        return new Axis(label, Scale.LOG_DOWN, span);
    }

    /** The same axis, showing just these values. */
    public Axis over(Span values) {
        return new Axis(label, scale, values);
    }

    boolean isLog() {
        return scale != Scale.LINEAR;
    }

    boolean shows(double v) {
        return Math.abs(v) <= Double.MAX_VALUE && (!isLog() || v > 0);
    }

    /** Where a value lies on the axis, 0 to 1 within {@code shown}; NaN where the axis cannot show it. */
    double place(double v, Span shown) {
        if (!shows(v)) return Double.NaN;
        if (!isLog()) return shown.place(v);
        double low = StrictMath.log10(shown.low());
        double place = (StrictMath.log10(v) - low) / (StrictMath.log10(shown.high()) - low);
        return scale == Scale.LOG_DOWN ? 1 - place : place;
    }

    Ticks ticks(Span shown, int count) {
        return isLog() ? Ticks.log(shown, count) : Ticks.linear(shown, count);
    }
}
