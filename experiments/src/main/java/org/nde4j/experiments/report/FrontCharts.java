package org.nde4j.experiments.report;

import java.util.ArrayList;
import java.util.List;

/** Loss against complexity: what each extra piece of an equation buys. */
final class FrontCharts {
    private FrontCharts() {}

    static List<Panel> of(Sheet front) {
        List<Panel> panels = new ArrayList<>();
        List<String> states = front.distinct("state");
        for (int s = 0; s < states.size(); s++)
            panels.add(Panel.of(chart(front.where("state", states.get(s)), states.get(s), s)));
        return panels;
    }

    private static Chart chart(Sheet rows, String state, int number) {
        Sheet chosen = rows.where("chosen", FrontCharts::yes);
        String label = "loss" + (state.isEmpty() ? "" : " · " + state);
        return Chart.of("front-" + Names.file(state, number), state + ": accuracy against complexity")
                .described("Pareto front of " + state + ": loss against complexity, the chosen expression circled")
                .x(Axis.of("complexity"))
                .y(new Axis(label, scale(rows), null))
                .with(new Mark.Stairs("", Ink.QUIET, rows.numbers("complexity"), rows.numbers("loss")))
                .with(points("best of its size", Ink.NETWORK, Mark.Dot.DISK, rows))
                .with(points("chosen", Ink.EQUATIONS, Mark.Dot.HALO, chosen))
                .with(points("", Ink.EQUATIONS, Mark.Dot.DISK, chosen));
    }

    private static Mark points(String label, Ink ink, Mark.Dot dot, Sheet rows) {
        return new Mark.Points(label, ink, dot, rows.numbers("complexity"), rows.numbers("loss"));
    }

    /** Logarithmic unless nothing is positive. */
    private static Axis.Scale scale(Sheet rows) {
        for (double v : rows.numbers("loss")) if (v > 0) return Axis.Scale.LOG;
        return Axis.Scale.LINEAR;
    }

    static boolean yes(String cell) {
        return cell.equals("1") || cell.equals("true");
    }
}
