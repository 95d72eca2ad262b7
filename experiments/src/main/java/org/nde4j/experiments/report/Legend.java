package org.nde4j.experiments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The entries of a legend, in rows no wider than the picture. */
final class Legend {
    private static final int ROW = 20;
    private static final int SWATCH = 30;

    /** A mark and where its entry stands. */
    private record Entry(Mark mark, int x, int row) {}

    private final List<Entry> entries = new ArrayList<>();
    private int rows;

    private Legend() {}

    static Legend of(List<Mark> marks, int width) {
        Legend legend = new Legend();
        int x = 0;
        for (Mark m : Mark.legend(marks)) {
            int wide = SWATCH + (int) (7.2 * m.label().length()) + 14;
            boolean wrap = x > 0 && x + wide > width;
            if (legend.rows == 0 || wrap) legend.rows++;
            if (wrap) x = 0;
            legend.entries.add(new Entry(m, x, legend.rows - 1));
            x += wide;
        }
        return legend;
    }

    int height() {
        return rows * ROW;
    }

    void draw(Svg svg, int left, int top) {
        for (Entry e : entries) {
            svg.tag("g")
                    .set("transform", "translate(" + (left + e.x) + " " + (top + e.row * ROW) + ")")
                    .open();
            swatch(svg, e.mark);
            svg.tag("text").set("class", "text").set("x", SWATCH).set("y", 4).leaf(e.mark.label());
            svg.close();
        }
    }

    /** The swatch of a mark as an element for a page. */
    static String inline(Mark mark) {
        Svg svg = new Svg();
        svg.tag("svg")
                .set("class", "chart swatch")
                .set("viewBox", "0 -8 24 16")
                .set("aria-hidden", "true")
                .open();
        swatch(svg, mark);
        svg.close();
        return svg.text();
    }

    private static void swatch(Svg svg, Mark mark) {
        if (mark instanceof Mark.Line m) line(svg, m.stroke().names, m.ink());
        else if (mark instanceof Mark.Stairs m) line(svg, "thin", m.ink());
        else if (mark instanceof Mark.Flow m) line(svg, "flow", m.ink());
        else if (mark instanceof Mark.Arrows m) line(svg, "flow", m.ink());
        else if (mark instanceof Mark.Diagonal) line(svg, "thin", Ink.QUIET);
        else if (mark instanceof Mark.Heat) colors(svg);
        else if (mark instanceof Mark.Band m) block(svg, "band f-" + m.ink().key());
        else if (mark instanceof Mark.Stretch m) block(svg, m.part().key());
        else if (mark instanceof Mark.Points m) dot(svg, m);
    }

    private static void dot(Svg svg, Mark.Points m) {
        svg.tag("g").set("class", Glyph.names(m.dot(), m.ink())).open();
        Glyph.draw(svg, m.dot(), 12, 0);
        svg.close();
    }

    private static void line(Svg svg, String names, Ink ink) {
        svg.tag("path")
                .set("class", names + " s-" + ink.key())
                .set("d", "M1 0H23")
                .empty();
    }

    private static void colors(Svg svg) {
        int[] all = IntStream.range(0, Palette.COLORS).toArray();
        svg.tag("image").set("y", -6).set("width", 24).set("height", 12).set("preserveAspectRatio", "none");
        svg.set("href", Png.address(all.length, all)).empty();
    }

    private static void block(Svg svg, String names) {
        svg.tag("rect")
                .set("class", names)
                .set("y", -6)
                .set("width", 24)
                .set("height", 12)
                .empty();
    }
}
