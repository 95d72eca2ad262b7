package org.nde4j.experiments.report;

import java.util.ArrayList;
import java.util.List;

/** Losses against steps, one panel a stage, one thin line a member. */
final class TrainingCharts {
    private TrainingCharts() {}

    static List<Panel> of(Sheet metrics) {
        List<Panel> panels = new ArrayList<>();
        List<String> stages = metrics.distinct("stage");
        for (int s = 0; s < stages.size(); s++) {
            Panel panel = panel(metrics.where("stage", stages.get(s)), stages.get(s), s);
            if (!panel.chart().marks().isEmpty()) panels.add(panel);
        }
        return panels;
    }

    private static Panel panel(Sheet rows, String stage, int number) {
        List<Mark> marks = new ArrayList<>();
        List<String> members = rows.distinct("member");
        Mark.Stroke stroke = members.size() > 1 ? Mark.Stroke.THIN : Mark.Stroke.SOLID;
        for (String m : members) line(rows.where("member", m), "loss", "training loss", Ink.NETWORK, stroke, marks);
        for (String m : members)
            line(rows.where("member", m), "validation_loss", "validation loss", Ink.OTHER, stroke, marks);
        String title = "loss · " + (stage.isEmpty() ? "training" : stage);
        String caption = members.size() > 1 ? members.size() + " networks were trained; one line each." : "";
        Chart chart = Chart.of(
                        "training-" + Names.file(stage, number), "Training: " + (stage.isEmpty() ? "loss" : stage))
                .described("Training and validation loss against the step, stage " + stage)
                .x(Axis.of("step"))
                .y(Axis.of(title).log())
                .with(marks);
        return new Panel(chart, caption);
    }

    private static void line(Sheet rows, String column, String label, Ink ink, Mark.Stroke stroke, List<Mark> into) {
        Sheet known = rows.where(column, text -> !Double.isNaN(Sheet.number(text)));
        if (known.isEmpty()) return;
        into.add(new Mark.Line(label, ink, stroke, known.numbers("step"), known.numbers(column)));
    }
}
