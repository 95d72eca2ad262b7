package org.nde4j.experiments.report;

import java.util.HashSet;
import java.util.Set;

/** Draws marks inside the frame of a chart. */
final class Brush {
    private static final int MANY = 6000;

    private final Frame frame;
    private final Strokes strokes;
    private final Svg svg;

    Brush(Frame frame, Svg svg) {
        this.frame = frame;
        this.strokes = new Strokes(frame);
        this.svg = svg;
    }

    void draw(Mark mark) {
        if (mark instanceof Mark.Line m) line(m);
        else if (mark instanceof Mark.Stairs m)
            path(strokes.stairs(m.x(), m.y()), "thin s-" + m.ink().key());
        else if (mark instanceof Mark.Band m)
            path(strokes.band(m.x(), m.low(), m.high()), "band f-" + m.ink().key());
        else if (mark instanceof Mark.Points m) points(m);
        else if (mark instanceof Mark.Flow m) flow(m);
        else if (mark instanceof Mark.Arrows m) arrows(m);
        else if (mark instanceof Mark.Heat m) heat(m);
        else if (mark instanceof Mark.Diagonal) diagonal();
    }

    private void line(Mark.Line m) {
        String d = strokes.line(m.x(), m.y());
        if (d.isEmpty()) return;
        svg.tag("path").set("class", m.stroke().names + " s-" + m.ink().key());
        if (!m.label().isEmpty()) svg.set("data-label", m.label());
        svg.set("d", d).empty();
    }

    private void path(String d, String names) {
        if (!d.isEmpty()) svg.tag("path").set("class", names).set("d", d).empty();
    }

    /** Points that would fall on a place already taken are left out; a cloud beyond what can be told apart is thinned. */
    private void points(Mark.Points m) {
        svg.tag("g").set("class", Glyph.names(m.dot(), m.ink())).open();
        Set<String> seen = new HashSet<>();
        int stride = 1 + m.x().length / MANY;
        for (int i = 0; i < m.x().length; i += stride) {
            if (!frame.shows(m.x()[i], m.y()[i])) continue;
            double px = frame.px(m.x()[i]);
            double py = frame.py(m.y()[i]);
            if (seen.add(Svg.at(px) + " " + Svg.at(py))) Glyph.draw(svg, m.dot(), px, py);
        }
        svg.close();
    }

    private void flow(Mark.Flow m) {
        StringBuilder lines = new StringBuilder();
        StringBuilder heads = new StringBuilder();
        for (double[][] line : new Streamlines(m, frame).lines()) {
            Glyph.polyline(lines, line);
            Glyph.head(heads, line);
        }
        path(lines.toString(), "flow s-" + m.ink().key());
        path(heads.toString(), "flow head f-" + m.ink().key());
    }

    private void arrows(Mark.Arrows m) {
        StringBuilder lines = new StringBuilder();
        StringBuilder heads = new StringBuilder();
        for (int i = 0; i < m.x().length; i++) {
            double[][] arrow = Glyph.arrow(frame, m.x()[i], m.y()[i], m.dx()[i], m.dy()[i]);
            if (arrow == null) continue;
            Glyph.polyline(lines, arrow);
            Glyph.tip(heads, arrow);
        }
        path(lines.toString(), "flow s-" + m.ink().key());
        path(heads.toString(), "flow head f-" + m.ink().key());
    }

    /* Rows come upward, and are drawn from the top. */
    private void heat(Mark.Heat m) {
        int wide = m.x().length;
        int high = m.y().length;
        int[] colors = new int[wide * high];
        for (int i = 0; i < colors.length; i++) {
            colors[(high - 1 - i / wide) * wide + i % wide] = Palette.number(m.values()[i], m.range());
        }
        svg.tag("image").set("width", frame.width()).set("height", frame.height());
        svg.set("preserveAspectRatio", "none")
                .set("href", Png.address(wide, colors))
                .empty();
    }

    private void diagonal() {
        double low = Math.max(frame.spanX().low(), frame.spanY().low());
        double high = Math.min(frame.spanX().high(), frame.spanY().high());
        double[] ends = {low, high};
        if (low < high) path(strokes.line(ends, ends), "thin s-" + Ink.QUIET.key());
    }
}
