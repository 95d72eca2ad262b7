package org.nde4j.experiments.report;

/** How far marks reach along an axis. */
final class Reach {
    private Reach() {}

    /** Adds the values of a mark along one axis to an extent. */
    static void of(Mark mark, boolean x, Extent extent) {
        if (mark instanceof Mark.Line m) extent.add(x ? m.x() : m.y());
        else if (mark instanceof Mark.Stairs m) extent.add(x ? m.x() : m.y());
        else if (mark instanceof Mark.Points m) extent.add(x ? m.x() : m.y());
        else if (mark instanceof Mark.Band m) band(m, x, extent);
        else if (mark instanceof Mark.Flow m) extent.add(x ? m.x() : m.y());
        else if (mark instanceof Mark.Arrows m) extent.add(x ? m.x() : m.y());
        else if (mark instanceof Mark.Heat m) cells(x ? m.x() : m.y(), extent);
        else if (mark instanceof Mark.Stretch m && x) extent.add(m.from(), m.to());
    }

    /** Whether a chart has no mark with a place on both axes. */
    static boolean isNothing(Chart chart) {
        Extent x = new Extent(chart.x().isLog());
        Extent y = new Extent(chart.y().isLog());
        for (Mark m : chart.marks()) {
            if (m instanceof Mark.Stretch) continue;
            of(m, true, x);
            of(m, false, y);
        }
        return x.isEmpty() || y.isEmpty();
    }

    private static void band(Mark.Band m, boolean x, Extent extent) {
        if (x) extent.add(m.x());
        else extent.add(m.low()).add(m.high());
    }

    /** From edge to edge of cells around places. */
    private static void cells(double[] places, Extent extent) {
        int last = places.length - 1;
        double half = last == 0 ? 0.5 : (places[last] - places[0]) / last / 2;
        extent.add(places[0] - half, places[last] + half);
    }

    /** A positive span with a twentieth of its factor added at both ends. */
    static Span decades(Span s) {
        double pad = (StrictMath.log10(s.high()) - StrictMath.log10(s.low())) * 0.05;
        double factor = StrictMath.pow(10, pad);
        double low = s.low() / factor;
        return new Span(low > 0 ? low : s.low(), Math.min(s.high() * factor, Double.MAX_VALUE));
    }
}
