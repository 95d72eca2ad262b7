package org.nde4j.experiments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.experiments.system.Solved;
import org.nde4j.experiments.system.Table;

/** A solved system in one picture: each state and output against time, with the events on the way. */
public final class SolutionPicture {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 260;
    private static final int MARGIN = 16;
    private static final int HEAD = 34;
    private static final int MOST = 12;
    private static final double LONG = 1000; // times that range over more are shown in logarithms

    private final Solved solved;
    private final Table table;

    private SolutionPicture(Solved solved) {
        this.solved = solved;
        this.table = solved.tableWithEvents();
    }

    /** The picture as an SVG file that stands alone, for light and dark pages; of the first 12 states and outputs. */
    public static String of(Solved solved) {
        return new SolutionPicture(solved).draw();
    }

    private String draw() {
        List<Chart> charts = charts();
        int across = charts.size() == 1 ? 1 : 2;
        int wide = (WIDTH - MARGIN) / across;
        Legend legend = Legend.of(charts.get(0).marks(), WIDTH - 2 * MARGIN);
        int top = HEAD + legend.height();
        Svg svg = new Svg();
        String title = String.join(", ", solved.columns()) + " against time";
        Drawing.page(svg, WIDTH, top + HEIGHT * ((charts.size() + across - 1) / across) + 10, title, title);
        Drawing.text(svg, solved.method(), "tick", MARGIN, 22, 13);
        legend.draw(svg, MARGIN, HEAD);
        for (int i = 0; i < charts.size(); i++) {
            Chart chart = charts.get(i).sized(wide - 12, HEIGHT);
            Drawing.inside(chart, svg, MARGIN - 4 + i % across * wide, top + i / across * HEIGHT);
        }
        svg.close();
        return svg.text();
    }

    private List<Chart> charts() {
        List<Chart> charts = new ArrayList<>();
        for (int c = 0; c < Math.min(MOST, solved.columns().size()); c++) {
            charts.add(chart(c));
        }
        return charts;
    }

    private Chart chart(int column) {
        String name = solved.columns().get(column);
        double[] values = table.column(column);
        Axis time = Axis.of("t");
        Chart chart = Chart.of("column-" + column, name + " against time")
                .x(isLong() ? time.log() : time)
                .y(Axis.of(name))
                .with(Mark.line(
                        "", column < solved.states().size() ? Ink.NETWORK : Ink.BASELINE, table.times(), values));
        int[] events = IntStream.range(0, values.length)
                .filter(i -> !table.events().get(i).isEmpty())
                .toArray();
        return events.length == 0
                ? chart
                : chart.with(new Mark.Points(
                        "event", Ink.EQUATIONS, Mark.Dot.RING, picked(table.times(), events), picked(values, events)));
    }

    private boolean isLong() {
        double[] times = table.times();
        return times.length > 1 && times[0] > 0 && times[times.length - 1] > LONG * times[0];
    }

    private static double[] picked(double[] values, int[] which) {
        return IntStream.of(which).mapToDouble(i -> values[i]).toArray();
    }
}
