package org.nde4j.experiments.report;

import java.util.ArrayList;
import java.util.List;

/** A regression's predictions against what was observed. */
final class PredictionCharts {
    private PredictionCharts() {}

    static List<Panel> of(Sheet prediction, String target) {
        if (prediction.isEmpty()) return List.of();
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark.Diagonal("observed = predicted"));
        for (Share s : Share.values()) points(prediction.where("split", k -> Share.of(k) == s), s, marks);
        Span both = new Extent(false)
                .add(prediction.numbers("observed"))
                .add(central(prediction))
                .span()
                .padded(0.04);
        return List.of(Panel.of(Chart.of("prediction", "Observed and predicted " + target)
                .described("Predicted against observed " + target + "; the closer to the diagonal the better")
                .x(Axis.of("observed " + target).over(both))
                .y(Axis.of("predicted " + target).over(both))
                .with(marks)
                .sized(520, 460)));
    }

    /** Predictions within three times the range of the observations: one pole must not flatten the picture. */
    private static double[] central(Sheet prediction) {
        Span room = new Extent(false).add(prediction.numbers("observed")).span().padded(1);
        return java.util.Arrays.stream(prediction.numbers("predicted"))
                .filter(v -> v >= room.low() && v <= room.high())
                .toArray();
    }

    private static void points(Sheet rows, Share s, List<Mark> into) {
        if (rows.isEmpty()) return;
        Ink ink = s == Share.TRAIN ? Ink.QUIET : s == Share.VALIDATION ? Ink.NETWORK : Ink.EQUATIONS;
        into.add(new Mark.Points(s.label, ink, s.dot, rows.numbers("observed"), rows.numbers("predicted")));
    }
}
