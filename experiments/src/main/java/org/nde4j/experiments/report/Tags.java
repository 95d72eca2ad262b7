package org.nde4j.experiments.report;

import java.util.Comparator;
import java.util.List;

/** The tags of a chart: in the order of their places from top to bottom, moved apart where they would cover each other. */
final class Tags {
    private static final double CHARACTER = 6.4;
    private static final double LINE = 13;
    private static final double LEAD = 26;

    private final List<Mark.Tag> tags;

    Tags(List<Mark> marks) {
        tags = marks.stream()
                .filter(Mark.Tag.class::isInstance)
                .map(Mark.Tag.class::cast)
                .toList();
    }

    /** The room they need beside the frame. */
    double width() {
        return tags.stream()
                .mapToDouble(t -> LEAD + CHARACTER * t.text().length())
                .max()
                .orElse(0);
    }

    void draw(Svg svg, Frame frame) {
        List<Mark.Tag> shown = tags.stream()
                .filter(t -> frame.shows(t.x(), t.y()))
                .sorted(Comparator.comparingDouble(t -> frame.py(t.y())))
                .toList();
        double[] at = shown.stream().mapToDouble(t -> frame.py(t.y())).toArray();
        apart(at, frame.height());
        for (int i = 0; i < at.length; i++) {
            draw(svg, frame, shown.get(i), frame.top() + at[i]);
        }
    }

    private static void draw(Svg svg, Frame frame, Mark.Tag tag, double y) {
        double x = frame.left() + frame.px(tag.x());
        double edge = frame.left() + frame.width();
        String path = "M" + Svg.at(x + 4) + " " + Svg.at(frame.top() + frame.py(tag.y())) + "L" + Svg.at(edge + 4) + " "
                + Svg.at(y) + "H" + Svg.at(edge + LEAD - 12);
        String key = tag.ink().key();
        svg.tag("path").set("class", "s-" + key).set("stroke-width", ".8").set("stroke-opacity", ".5");
        svg.set("d", path).empty();
        svg.tag("text").set("class", "f-" + key).set("font-size", 11).set("dy", ".35em");
        svg.set("x", edge + LEAD - 8).set("y", y).leaf(tag.text());
    }

    /**
     * Moves ascending places apart to at least a line, as little as it takes: neighbors that would cover each other become a
     * block around their mean, and blocks that meet become one.
     */
    static void apart(double[] at, double height) {
        int n = at.length;
        double[] middle = new double[n];
        int[] size = new int[n];
        int blocks = 0;
        for (double place : at) {
            middle[blocks] = place;
            size[blocks] = 1;
            for (; blocks > 0 && meets(middle, size, blocks); blocks--) {
                int all = size[blocks - 1] + size[blocks];
                middle[blocks - 1] = (size[blocks - 1] * middle[blocks - 1] + size[blocks] * middle[blocks]) / all;
                size[blocks - 1] = all;
            }
            blocks++;
        }
        int i = 0;
        for (int b = 0; b < blocks; b++) {
            double half = LINE * (size[b] - 1) / 2;
            double center = Math.max(half, Math.min(height - half, middle[b]));
            for (int k = 0; k < size[b]; k++) {
                at[i++] = center - half + LINE * k;
            }
        }
    }

    private static boolean meets(double[] middle, int[] size, int b) {
        return middle[b] - middle[b - 1] < LINE * (size[b] + size[b - 1]) / 2.0;
    }
}
