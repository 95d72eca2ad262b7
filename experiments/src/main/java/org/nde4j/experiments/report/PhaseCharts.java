package org.nde4j.experiments.report;

import java.util.ArrayList;
import java.util.List;

/** States against one another: the found field, measurements and solutions. */
final class PhaseCharts {
    private static final int STATES = 4;
    private static final int MANY = 3;

    private final Findings run;

    PhaseCharts(Findings run) {
        this.run = run;
    }

    /** One panel for two states, small multiples of pairs for more (of the first four), none for one. */
    List<Panel> panels() {
        List<Panel> panels = new ArrayList<>();
        int n = run.isRegression() || run.data().isEmpty() && run.trajectories().isEmpty()
                ? 0
                : run.states().size();
        for (int i = 0; i < Math.min(n, STATES); i++) {
            for (int j = i + 1; j < Math.min(n, STATES); j++) panels.add(Panel.of(chart(i, j)));
        }
        return panels;
    }

    private Chart chart(int i, int j) {
        String x = run.states().get(i);
        String y = run.states().get(j);
        boolean alone = run.states().size() == 2;
        Chart chart = Chart.of("phase-" + Names.file(x, i) + "-" + Names.file(y, j), y + " against " + x)
                .described("Phase portrait: " + y + " against " + x + ", measurements, solutions"
                        + (run.field().isEmpty() ? "" : " and the flow of the equations"))
                .with(flow(x, y))
                .with(lines(x, y))
                .with(points(x, y))
                .sized(alone ? Chart.WIDTH : Chart.SMALL, alone ? 460 : 340);
        Span wide = span(x, chart, true);
        Span high = span(y, chart, false);
        return chart.x(Axis.of(x).over(wide)).y(Axis.of(y).over(high));
    }

    private Span span(String state, Chart chart, boolean x) {
        Span near = TimeCharts.span(run.data(), run.trajectories(), state);
        for (Mark m : chart.marks()) {
            if (m instanceof Mark.Flow f)
                return new Extent(false).add(x ? f.x() : f.y()).span();
        }
        return near;
    }

    private List<Mark> lines(String x, String y) {
        List<Mark> lines = new ArrayList<>();
        for (Model m : Model.ALL) {
            Sheet t = run.trajectories().where("model", m.key);
            List<String> ids = t.distinct("trajectory");
            for (String id : ids) {
                Sheet one = t.where("trajectory", id);
                lines.add(new Mark.Line(m.label, m.ink, stroke(m, ids.size()), one.numbers(x), one.numbers(y)));
            }
        }
        return lines;
    }

    private static Mark.Stroke stroke(Model m, int count) {
        if (count <= MANY) return m.stroke;
        return m == Model.EQUATIONS ? Mark.Stroke.THIN : m == Model.NETWORK ? Mark.Stroke.THIN_DASHED : m.stroke;
    }

    private List<Mark> points(String x, String y) {
        List<Mark> points = new ArrayList<>();
        for (Share s : Share.values()) {
            Sheet t = run.data().where("split", k -> Share.of(k) == s);
            if (!t.isEmpty()) points.add(new Mark.Points(s.label, Ink.DATA, s.dot, t.numbers(x), t.numbers(y)));
        }
        return points;
    }

    /** Flow lines where the arrows stand on a grid, single arrows where not. */
    private List<Mark> flow(String x, String y) {
        Sheet f = run.field();
        if (f.isEmpty() || run.states().size() != 2) return List.of();
        double[] px = f.numbers(x);
        double[] py = f.numbers(y);
        double[] dx = f.numbers("d" + x);
        double[] dy = f.numbers("d" + y);
        double[] gx = levels(px);
        double[] gy = levels(py);
        String label = "flow of the equations";
        if (gx.length < 2 || gy.length < 2 || gx.length * gy.length != px.length) {
            return List.of(new Mark.Arrows(label, Ink.QUIET, px, py, dx, dy));
        }
        double[] u = new double[px.length];
        double[] v = new double[px.length];
        for (int k = 0; k < px.length; k++) {
            int at = java.util.Arrays.binarySearch(gx, px[k]) * gy.length + java.util.Arrays.binarySearch(gy, py[k]);
            u[at] = dx[k];
            v[at] = dy[k];
        }
        return List.of(new Mark.Flow(label, Ink.QUIET, gx, gy, u, v));
    }

    private static double[] levels(double[] values) {
        return java.util.Arrays.stream(values).sorted().distinct().toArray();
    }
}
