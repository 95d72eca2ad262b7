package org.nde4j.experiments.report;

/** Small shapes: dots and arrows. */
final class Glyph {
    private static final double ARROW = 11;

    private Glyph() {}

    static String names(Mark.Dot dot, Ink ink) {
        return (dot == Mark.Dot.DISK ? "solid f-" : dot == Mark.Dot.HALO ? "halo s-" : "hollow s-") + ink.key();
    }

    static void draw(Svg svg, Mark.Dot dot, double x, double y) {
        switch (dot) {
            case DISK -> circle(svg, x, y, "3");
            case RING -> circle(svg, x, y, "2.8");
            case HALO -> circle(svg, x, y, "7.5");
            case DIAMOND -> diamond(svg, x, y);
        }
    }

    private static void circle(Svg svg, double x, double y, String radius) {
        svg.tag("circle").set("cx", x).set("cy", y).set("r", radius).empty();
    }

    private static void diamond(Svg svg, double x, double y) {
        String d = "M" + Svg.at(x) + " " + Svg.at(y - 3.8) + "l3.8 3.8l-3.8 3.8l-3.8 -3.8z";
        svg.tag("path").set("d", d).empty();
    }

    static void polyline(StringBuilder path, double[][] places) {
        for (int i = 0; i < places.length; i++) {
            boolean kept = i == 0 || i == places.length - 1 || i % 3 == 0;
            if (kept)
                path.append(i == 0 ? 'M' : 'L')
                        .append(Svg.at(places[i][0]))
                        .append(' ')
                        .append(Svg.at(places[i][1]));
        }
    }

    /** An arrow head in the middle of a line. */
    static void head(StringBuilder path, double[][] line) {
        int mid = line.length / 2;
        triangle(path, line[Math.max(0, mid - 1)], line[mid]);
    }

    /** An arrow head at the end of a line. */
    static void tip(StringBuilder path, double[][] line) {
        triangle(path, line[0], line[line.length - 1]);
    }

    private static void triangle(StringBuilder path, double[] from, double[] to) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double size = Math.sqrt(dx * dx + dy * dy);
        if (!(size > 0)) return;
        double ux = dx / size;
        double uy = dy / size;
        place(path, 'M', to[0] + 3 * ux, to[1] + 3 * uy);
        place(path, 'L', to[0] - 3 * ux - 2.6 * uy, to[1] - 3 * uy + 2.6 * ux);
        place(path, 'L', to[0] - 3 * ux + 2.6 * uy, to[1] - 3 * uy - 2.6 * ux);
        path.append('z');
    }

    private static void place(StringBuilder path, char command, double x, double y) {
        path.append(command).append(Svg.at(x)).append(' ').append(Svg.at(y));
    }

    /** An arrow of fixed length along a direction in the units of the axes; null where it has none. */
    static double[][] arrow(Frame f, double x, double y, double dx, double dy) {
        double u = dx / f.spanX().halfLength() * f.width();
        double v = -dy / f.spanY().halfLength() * f.height();
        double size = Math.sqrt(u * u + v * v);
        double px = f.px(x);
        double py = f.py(y);
        if (!(size > 0 && size <= Double.MAX_VALUE) || Double.isNaN(px) || Double.isNaN(py)) return null;
        return new double[][] {{px, py}, {px + ARROW * u / size, py + ARROW * v / size}};
    }
}
