package org.nde4j.experiments.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lays a chart out and writes it. Labels of the y axis stand above it, so that nothing has to be read sideways. */
final class Drawing {
    private static final int TOP = 34;
    private static final int BOTTOM = 44;
    private static final int RIGHT = 16;
    private static final int MANY = 6000;

    private final Chart chart;
    private final Ticks ticksX;
    private final Ticks ticksY;
    private final Frame frame;
    private Svg svg = new Svg();

    Drawing(Chart chart) {
        this.chart = chart;
        Span x = chart.spanX();
        Span y = chart.spanY();
        ticksY = chart.y().ticks(y, Math.max(2, (chart.height() - TOP - BOTTOM) / 44));
        double left = 16
                + 9.0
                        * ticksY.marks().stream()
                                .mapToInt(t -> t.label().length())
                                .max()
                                .orElse(0);
        double width = chart.width() - left - RIGHT;
        ticksX = chart.x().ticks(x, Math.max(2, (int) (width / 75)));
        frame = new Frame(chart.x(), chart.y(), x, y, left, TOP, width, chart.height() - TOP - BOTTOM);
    }

    /** A file of its own. */
    String alone() {
        Legend legend = Legend.of(chart.marks(), chart.width() - 32);
        int head = 30 + legend.height();
        int high = chart.height() + head;
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "chart",
                "viewBox",
                box(high),
                "width",
                Integer.toString(chart.width()),
                "height",
                Integer.toString(high),
                "role",
                "img");
        svg.line().leaf("title", chart.title()).leaf("desc", chart.description());
        svg.style(ChartStyle.sheet());
        svg.empty("rect", "class", "paper", "width", "100%", "height", "100%");
        svg.leaf("text", chart.title(), "class", "text name", "x", "16", "y", "24", "font-size", "14");
        legend.draw(svg, 16, 40);
        svg.open("g", "transform", "translate(0 " + head + ")").line();
        body();
        return svg.close().close().text();
    }

    /** An element of a page. */
    String inline() {
        svg.open(
                "svg",
                "class",
                "chart",
                "viewBox",
                box(chart.height()),
                "role",
                "img",
                "aria-label",
                chart.description());
        svg.line();
        body();
        return svg.close().text();
    }

    /** Draws into a larger picture. */
    void body(Svg picture) {
        svg = picture;
        body();
    }

    private String box(int height) {
        return "0 0 " + chart.width() + " " + height;
    }

    private void body() {
        chart.marks().stream().filter(Mark.Stretch.class::isInstance).forEach(m -> stretch((Mark.Stretch) m));
        axes();
        svg.open(
                "svg",
                "class",
                "plot",
                "x",
                Svg.at(frame.left()),
                "y",
                Svg.at(frame.top()),
                "width",
                Svg.at(frame.width()),
                "height",
                Svg.at(frame.height()),
                "data-x",
                scale(chart.x(), frame.spanX()),
                "data-y",
                scale(chart.y(), frame.spanY()),
                "overflow",
                "hidden");
        svg.line();
        chart.marks().forEach(this::mark);
        svg.close();
        if (nothing()) empty();
    }

    private static String scale(Axis axis, Span span) {
        return Digits.exact(span.low()) + " " + Digits.exact(span.high()) + (axis.isLog() ? " log" : "");
    }

    private boolean nothing() {
        Extent x = new Extent(chart.x().isLog());
        Extent y = new Extent(chart.y().isLog());
        for (Mark m : chart.marks()) {
            Reach.of(m, true, x);
            Reach.of(m, false, y);
        }
        return x.isEmpty() || y.isEmpty();
    }

    private void empty() {
        svg.leaf(
                "text",
                "nothing to show",
                "class",
                "tick",
                "text-anchor",
                "middle",
                "x",
                Svg.at(frame.left() + frame.width() / 2),
                "y",
                Svg.at(frame.top() + frame.height() / 2));
    }

    private void axes() {
        double bottom = frame.top() + frame.height();
        for (Ticks.Tick t : ticksY.marks()) {
            String y = Svg.at(frame.top() + frame.py(t.value()));
            svg.empty(
                    "line",
                    "class",
                    "grid",
                    "x1",
                    Svg.at(frame.left()),
                    "x2",
                    Svg.at(frame.left() + frame.width()),
                    "y1",
                    y,
                    "y2",
                    y);
            svg.leaf(
                    "text",
                    t.label(),
                    "class",
                    "tick",
                    "text-anchor",
                    "end",
                    "dy",
                    ".35em",
                    "x",
                    Svg.at(frame.left() - 7),
                    "y",
                    y);
        }
        for (Ticks.Tick t : ticksX.marks()) {
            String x = Svg.at(frame.left() + frame.px(t.value()));
            svg.empty("line", "class", "axis", "x1", x, "x2", x, "y1", Svg.at(bottom), "y2", Svg.at(bottom + 4));
            svg.leaf(
                    "text",
                    t.label(),
                    "class",
                    "tick",
                    "text-anchor",
                    "middle",
                    "dy",
                    ".9em",
                    "x",
                    x,
                    "y",
                    Svg.at(bottom + 7));
        }
        svg.empty(
                "line",
                "class",
                "axis",
                "x1",
                Svg.at(frame.left()),
                "x2",
                Svg.at(frame.left() + frame.width()),
                "y1",
                Svg.at(bottom),
                "y2",
                Svg.at(bottom));
        svg.leaf("text", named(chart.y(), ticksY), "class", "text name", "x", "4", "y", "14");
        svg.leaf(
                "text",
                named(chart.x(), ticksX),
                "class",
                "text name",
                "text-anchor",
                "end",
                "x",
                Svg.at(frame.left() + frame.width()),
                "y",
                Svg.at(chart.height() - 4));
    }

    private static String named(Axis axis, Ticks ticks) {
        if (ticks.exponent() == 0) return axis.label();
        return axis.label() + "  (× 10" + Ticks.raised(ticks.exponent()) + ")";
    }

    private void stretch(Mark.Stretch s) {
        double from = Math.max(0, Math.min(frame.width(), frame.px(s.from())));
        double to = Math.max(0, Math.min(frame.width(), frame.px(s.to())));
        if (!(to > from)) return;
        svg.empty(
                "rect",
                "class",
                s.part().key(),
                "x",
                Svg.at(frame.left() + from),
                "y",
                Svg.at(frame.top()),
                "width",
                Svg.at(to - from),
                "height",
                Svg.at(frame.height()));
    }

    private void mark(Mark mark) {
        Strokes strokes = new Strokes(frame);
        if (mark instanceof Mark.Line m)
            path(strokes.line(m.x(), m.y()), m.stroke().names + " s-" + m.ink().key(), m.label());
        else if (mark instanceof Mark.Stairs m)
            path(strokes.stairs(m.x(), m.y()), "thin s-" + m.ink().key(), "");
        else if (mark instanceof Mark.Band m)
            path(strokes.band(m.x(), m.low(), m.high()), "band f-" + m.ink().key(), "");
        else if (mark instanceof Mark.Points m) points(m);
        else if (mark instanceof Mark.Flow m) flow(m);
        else if (mark instanceof Mark.Arrows m) arrows(m);
        else if (mark instanceof Mark.Diagonal) diagonal();
    }

    private void path(String d, String names, String label) {
        if (d.isEmpty()) return;
        if (label.isEmpty()) svg.empty("path", "class", names, "d", d);
        else svg.empty("path", "class", names, "data-label", label, "d", d);
    }

    /** Points that would fall on a place already taken are left out; a cloud beyond what can be told apart is thinned. */
    private void points(Mark.Points m) {
        svg.open("g", "class", Glyph.names(m.dot(), m.ink())).line();
        Set<String> seen = new HashSet<>();
        int stride = Math.max(1, m.x().length / MANY);
        for (int i = 0; i < m.x().length; i += stride) {
            if (!chart.x().shows(m.x()[i]) || !chart.y().shows(m.y()[i]) || !frame.shows(m.x()[i], m.y()[i])) continue;
            String x = Svg.at(frame.px(m.x()[i]));
            String y = Svg.at(frame.py(m.y()[i]));
            if (seen.add(x + " " + y)) Glyph.draw(svg, m.dot(), x, y);
        }
        svg.close();
    }

    private void flow(Mark.Flow m) {
        List<double[][]> lines = new Streamlines(m, frame).lines();
        StringBuilder path = new StringBuilder();
        StringBuilder heads = new StringBuilder();
        for (double[][] line : lines) {
            Glyph.polyline(path, line);
            Glyph.head(heads, line);
        }
        path(path.toString(), "flow s-" + m.ink().key(), "");
        path(heads.toString(), "flow head f-" + m.ink().key(), "");
    }

    private void arrows(Mark.Arrows m) {
        StringBuilder path = new StringBuilder();
        StringBuilder heads = new StringBuilder();
        for (int i = 0; i < m.x().length; i++) {
            double[][] arrow = Glyph.arrow(frame, m.x()[i], m.y()[i], m.dx()[i], m.dy()[i]);
            if (arrow == null) continue;
            Glyph.polyline(path, arrow);
            Glyph.tip(heads, arrow);
        }
        path(path.toString(), "flow s-" + m.ink().key(), "");
        path(heads.toString(), "flow head f-" + m.ink().key(), "");
    }

    private void diagonal() {
        double low = Math.max(frame.spanX().low(), frame.spanY().low());
        double high = Math.min(frame.spanX().high(), frame.spanY().high());
        if (!(low < high)) return;
        double[] ends = {low, high};
        path(new Strokes(frame).line(ends, ends), "thin s-" + Ink.QUIET.key(), "");
    }
}
