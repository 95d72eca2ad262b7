package org.nde4j.experiments.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture as a value: two axes and the marks between them. Marks are drawn in the order given, stretches first.
 *
 * @param name        letters, digits and dashes: the name of its file
 * @param title       the line above it
 * @param description one sentence for readers who cannot see it
 * @param x           the axis along the bottom
 * @param y           the axis along the left
 * @param marks       what is drawn
 * @param width       in CSS pixels
 * @param height      in CSS pixels, without title and legend of a picture that stands alone
 */
public record Chart(
        String name, String title, String description, Axis x, Axis y, List<Mark> marks, int width, int height) {
    static final int WIDTH = 520;
    static final int SMALL = 400;
    private static final int HEIGHT = 300;

    /** Copies the list of marks. */
    public Chart {
        marks = List.copyOf(marks);
        if (!name.matches("[A-Za-z0-9._-]{1,80}")) {
            throw new IllegalArgumentException(
                    "a chart is named \"" + name + "\"; use 1 to 80 of A-Z a-z 0-9 . _ - since a file gets the name");
        }
    }

    /** An empty chart. */
    public static Chart of(String name, String title) {
        return new Chart(name, title, title, Axis.of("x"), Axis.of("y"), List.of(), WIDTH, HEIGHT);
    }

    /** The same chart, described in other words. */
    public Chart described(String sentence) {
        return new Chart(name, title, sentence, x, y, marks, width, height);
    }

    /** The same chart with another x axis. */
    public Chart x(Axis axis) {
        return new Chart(name, title, description, axis, y, marks, width, height);
    }

    /** The same chart with another y axis. */
    public Chart y(Axis axis) {
        return new Chart(name, title, description, x, axis, marks, width, height);
    }

    /** The same chart with more marks on top. */
    public Chart with(Mark... more) {
        return with(List.of(more));
    }

    /** The same chart with more marks on top. */
    public Chart with(List<Mark> more) {
        List<Mark> all = new ArrayList<>(marks);
        all.addAll(more);
        return new Chart(name, title, description, x, y, all, width, height);
    }

    /** The same chart in another size. */
    public Chart sized(int wide, int high) {
        return new Chart(name, title, description, x, y, marks, wide, high);
    }

    /** A whole SVG file, with its own style sheet, title and legend. */
    public String svg() {
        return Drawing.alone(this);
    }

    /** An SVG element for a page that has the style sheet already, without title and legend. */
    String inline() {
        return Drawing.inline(this);
    }

    Span spanX() {
        return x.span() != null ? x.span() : shown(x, true);
    }

    Span spanY() {
        return y.span() != null ? y.span() : shown(y, false);
    }

    private Span shown(Axis axis, boolean alongX) {
        Extent extent = new Extent(axis.isLog());
        for (Mark m : marks) Reach.of(m, alongX, extent);
        Span all = extent.span();
        if (axis.isLog()) return Reach.decades(all);
        if (marks.stream().anyMatch(Mark.Heat.class::isInstance)) return all;
        return all.padded(alongX ? 0.02 : 0.06);
    }
}
