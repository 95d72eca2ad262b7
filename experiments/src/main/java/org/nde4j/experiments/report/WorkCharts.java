package org.nde4j.experiments.report;

import java.util.ArrayList;
import java.util.List;

/** Work-precision diagrams: what a method spends for an accuracy, one line a method, others' in gray behind ours. */
record WorkCharts(Sheet work, Sheet seconds, Sheet peers) {
    private static final int WIDE = 620;
    private static final int HIGH = 460;
    private static final List<Ink> INKS = List.of(Ink.EQUATIONS, Ink.NETWORK, Ink.BASELINE, Ink.OTHER, Ink.DATA);

    List<Panel> panels(String problem) {
        return List.of(
                Panel.of(chart(
                        "evaluations-" + problem,
                        problem + ": evaluations of f",
                        "evaluations of f",
                        "evaluations",
                        problem)),
                Panel.of(chart(
                        "seconds-" + problem, problem + ": processor time", "milliseconds", "milliseconds", problem)));
    }

    private Chart chart(String name, String title, String axis, String column, String problem) {
        boolean time = column.equals("milliseconds");
        Sheet ours = (time ? seconds : work).where("problem", problem);
        Sheet theirs = peers.where("problem", problem);
        List<String> kinds = ours.distinct("kind");
        List<Mark> marks = new ArrayList<>();
        for (String peer : theirs.distinct("peer")) {
            line(marks, "other libraries", Ink.QUIET, true, peer, theirs.where("peer", peer), column);
        }
        for (String method : ours.distinct("method")) {
            Sheet rows = ours.where("method", method);
            String kind = rows.texts("kind")[0];
            line(marks, kind, INKS.get(kinds.indexOf(kind) % INKS.size()), false, method, rows, column);
        }
        return Chart.of(name, title)
                .described("Work-precision diagram of " + problem + ": " + axis + " against the error at the end")
                .x(Axis.of("error at the end").logDown())
                .y(Axis.of(axis).log())
                .with(marks)
                .sized(WIDE, HIGH);
    }

    private static void line(
            List<Mark> marks, String label, Ink ink, boolean peer, String tag, Sheet rows, String column) {
        double[] errors = rows.numbers("error");
        double[] spent = rows.numbers(column);
        int last = last(errors, spent);
        if (last < 0) return;
        if (peer) {
            marks.add(new Mark.Line(label, ink, Mark.Stroke.THIN_DASHED, errors, spent));
        } else {
            marks.add(new Mark.Line(label, ink, Mark.Stroke.THIN, errors, spent));
            marks.add(new Mark.Points("", ink, Mark.Dot.DISK, errors, spent));
        }
        marks.add(new Mark.Tag(tag, ink, errors[last], spent[last]));
    }

    /* The last point that can be shown. */
    private static int last(double[] errors, double[] spent) {
        for (int i = errors.length - 1; i >= 0; i--) {
            if (errors[i] > 0 && spent[i] > 0) return i;
        }
        return -1;
    }
}
