package org.nde4j.experiments.report;

/** Lays a chart out and writes it. The label of the y axis stands above it, so that nothing has to be read sideways. */
final class Drawing {
    private static final int TOP = 34;
    private static final int BOTTOM = 44;
    /** How much higher than wide a chart is whose frame is about square. */
    static final int HIGHER = 14;

    private static final int RIGHT = 16;
    private static final int MARGIN = 16;
    private static final double CHARACTER = 9;
    private static final int ROOM_X = 62;
    private static final int ROOM_Y = 37;
    private static final int SMALL = 420;

    private final Chart chart;
    private final Svg svg;
    private final Ticks ticksX;
    private final Ticks ticksY;
    private final Tags tags;
    private final Frame frame;

    private Drawing(Chart chart, Svg svg) {
        this.chart = chart;
        this.svg = svg;
        Span x = chart.spanX();
        Span y = chart.spanY();
        double high = chart.height() - TOP - BOTTOM;
        ticksY = chart.y().ticks(y, Math.max(2, Math.min(6, (int) high / ROOM_Y)));
        double left = MARGIN + CHARACTER * ticksY.widest();
        tags = new Tags(chart.marks());
        double wide = chart.width() - left - RIGHT - tags.width();
        ticksX = chart.x().ticks(x, Math.max(2, (int) wide / ROOM_X));
        frame = new Frame(chart.x(), chart.y(), x, y, left, TOP, wide, high);
    }

    /** A file of its own, with style sheet, title and legend. */
    static String alone(Chart chart) {
        Legend legend = Legend.of(chart.marks(), chart.width() - 2 * MARGIN);
        int head = 30 + legend.height();
        Svg svg = new Svg();
        page(svg, chart.width(), chart.height() + head, chart.title(), chart.description());
        text(svg, chart.title(), "text name", MARGIN, 24, 14);
        legend.draw(svg, MARGIN, 40);
        inside(chart, svg, 0, head);
        svg.close();
        return svg.text();
    }

    /** An element of a page that has the style sheet. */
    static String inline(Chart chart) {
        Svg svg = new Svg();
        svg.tag("svg").set("class", chart.width() <= SMALL ? "chart small" : "chart");
        svg.set("viewBox", "0 0 " + chart.width() + " " + chart.height());
        svg.set("role", "img").set("aria-label", chart.description()).open();
        new Drawing(chart, svg).draw();
        svg.close();
        return svg.text();
    }

    /** Opens a file: sizes, words for those who cannot see it, style, paper. */
    static void page(Svg svg, int width, int height, String title, String description) {
        svg.tag("svg").set("xmlns", "http://www.w3.org/2000/svg").set("class", "chart");
        svg.set("viewBox", "0 0 " + width + " " + height).set("width", width).set("height", height);
        svg.set("role", "img").open();
        svg.tag("title").leaf(title);
        svg.tag("desc").leaf(description);
        svg.style(ChartStyle.sheet());
        svg.tag("rect")
                .set("class", "paper")
                .set("width", width)
                .set("height", height)
                .empty();
    }

    /** A part of a larger picture. */
    static void inside(Chart chart, Svg svg, int x, int y) {
        svg.tag("g").set("transform", "translate(" + x + " " + y + ")").open();
        new Drawing(chart, svg).draw();
        svg.close();
    }

    static void text(Svg svg, String words, String names, double x, double y, int size) {
        svg.tag("text")
                .set("class", names)
                .set("x", x)
                .set("y", y)
                .set("font-size", size)
                .leaf(words);
    }

    private void draw() {
        for (Mark m : chart.marks()) if (m instanceof Mark.Stretch s) stretch(s);
        ticksY.marks().forEach(this::row);
        if (chart.y().isLog()) Ticks.between(frame.spanY()).forEach(this::faint);
        ticksX.marks().forEach(this::column);
        double bottom = frame.top() + frame.height();
        rule("axis", frame.left(), bottom, frame.left() + frame.width(), bottom);
        label(ticksY.named(chart.y().label()), "start", 4, 14);
        label(ticksX.named(chart.x().label()), "end", frame.left() + frame.width(), chart.height() - 4);
        plot();
        tags.draw(svg, frame);
        if (Reach.isNothing(chart)) nothing();
    }

    private void plot() {
        svg.tag("svg").set("class", "plot").set("x", frame.left()).set("y", frame.top());
        svg.set("width", frame.width()).set("height", frame.height()).set("overflow", "hidden");
        svg.set("data-x", scale(chart.x(), frame.spanX()));
        svg.set("data-y", scale(chart.y(), frame.spanY()));
        svg.open();
        Brush brush = new Brush(frame, svg);
        chart.marks().forEach(brush::draw);
        svg.close();
    }

    /** What a script needs to turn places back into values. */
    private static String scale(Axis axis, Span span) {
        boolean down = axis.scale() == Axis.Scale.LOG_DOWN;
        String from = Digits.exact(down ? span.high() : span.low());
        String to = Digits.exact(down ? span.low() : span.high());
        return from + " " + to + (axis.isLog() ? " log" : "");
    }

    private void row(Ticks.Tick t) {
        double y = frame.top() + frame.py(t.value());
        rule("grid", frame.left(), y, frame.left() + frame.width(), y);
        svg.tag("text").set("class", "tick").set("text-anchor", "end").set("dy", ".35em");
        svg.set("x", frame.left() - 7).set("y", y).leaf(t.label());
    }

    private void faint(double value) {
        double y = frame.top() + frame.py(value);
        rule("grid faint", frame.left(), y, frame.left() + frame.width(), y);
    }

    private void column(Ticks.Tick t) {
        double x = frame.left() + frame.px(t.value());
        double bottom = frame.top() + frame.height();
        rule("axis", x, bottom, x, bottom + 4);
        svg.tag("text").set("class", "tick").set("text-anchor", "middle").set("dy", ".9em");
        svg.set("x", x).set("y", bottom + 7).leaf(t.label());
    }

    private void rule(String names, double x1, double y1, double x2, double y2) {
        svg.tag("line")
                .set("class", names)
                .set("x1", x1)
                .set("y1", y1)
                .set("x2", x2)
                .set("y2", y2)
                .empty();
    }

    private void label(String words, String anchor, double x, double y) {
        svg.tag("text")
                .set("class", "text name")
                .set("text-anchor", anchor)
                .set("x", x)
                .set("y", y)
                .leaf(words);
    }

    private void stretch(Mark.Stretch s) {
        double from = Math.max(0, Math.min(frame.width(), frame.px(s.from())));
        double to = Math.max(0, Math.min(frame.width(), frame.px(s.to())));
        if (!(to > from)) return;
        svg.tag("rect")
                .set("class", s.part().key())
                .set("x", frame.left() + from)
                .set("y", frame.top());
        svg.set("width", to - from).set("height", frame.height()).empty();
    }

    private void nothing() {
        svg.tag("text").set("class", "tick").set("text-anchor", "middle").set("x", frame.left() + frame.width() / 2);
        svg.set("y", frame.top() + frame.height() / 2).leaf("nothing to show");
    }
}
