package org.nde4j.experiments.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A run in one picture, for the first screen of a README: the equations above, measurements and solutions below. */
public final class Picture {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 330;
    private static final int MARGIN = 24;
    private static final int LINE = 34;
    private static final int LINES = 6;
    private static final String SERIF =
            "Cambria,\"STIX Two Text\",\"Latin Modern Roman\",Georgia,\"DejaVu Serif\",serif";

    private final Findings run;
    private final List<Chart> charts;
    private final List<String> lines;
    private final Svg svg = new Svg();

    private Picture(Findings run) {
        this.run = run;
        this.charts = charts(run);
        this.lines = run.equations().stream()
                .limit(LINES)
                .map(e -> Verdict.pretty(e.text()))
                .toList();
    }

    /** The picture of a run folder as an SVG file that stands alone, for light and dark pages. */
    public static String of(Path folder) {
        return of(Findings.read(new Folder(folder)));
    }

    static String of(Findings run) {
        return new Picture(run).draw();
    }

    private String draw() {
        Legend legend =
                Legend.of(charts.stream().flatMap(c -> c.marks().stream()).toList(), WIDTH - 2 * MARGIN);
        int words = 58 + lines.size() * LINE;
        int top = words + legend.height() + 6;
        Drawing.page(svg, WIDTH, top + HEIGHT + 10, run.title(), Verdict.of(run).sentence());
        Drawing.text(svg, caption(), "tick", MARGIN, 34, 15);
        for (int i = 0; i < lines.size(); i++) equation(lines.get(i), 34 + (i + 1) * LINE);
        legend.draw(svg, MARGIN, words);
        int wide = (WIDTH - MARGIN) / Math.max(1, charts.size());
        for (int i = 0; i < charts.size(); i++) {
            Drawing.inside(charts.get(i).sized(wide - 12, HEIGHT), svg, MARGIN - 4 + i * wide, top);
        }
        svg.close();
        return svg.text();
    }

    private void equation(String words, int y) {
        svg.tag("text").set("class", "text").set("x", MARGIN).set("y", y).set("font-family", SERIF);
        svg.set("font-size", Math.max(11, Math.min(25, 1900 / Math.max(1, words.length()))))
                .leaf(words);
    }

    private String caption() {
        if (!run.own().isEmpty()) return run.title();
        double r2 = run.summary().get("test_r2").number();
        String title = run.title() + ": found from data";
        return Double.isNaN(r2) ? title : title + ", " + Verdict.scored(r2) + " on unseen data";
    }

    /** The first chart that the study asks for, one from the middle, and the last. */
    private static List<Chart> own(Findings run) {
        List<Chart> all = run.own().stream()
                .flatMap(section -> section.blocks().stream())
                .flatMap(block -> block instanceof Page.Gallery gallery ? gallery.panels().stream() : Stream.empty())
                .map(Panel::chart)
                .toList();
        return all.size() < 3 ? all : List.of(all.get(0), all.get(all.size() / 2), all.get(all.size() - 1));
    }

    /** The first state over time beside a phase portrait; one chart for one state; predictions and front for a regression. */
    private static List<Chart> charts(Findings run) {
        if (!run.own().isEmpty()) return own(run);
        List<Panel> panels = new ArrayList<>();
        if (run.isRegression()) {
            panels.addAll(PredictionCharts.of(run.prediction(), String.join(", ", run.states())));
            panels.addAll(FrontCharts.of(run.front()));
        } else {
            new TimeCharts(run).featured().stream().limit(1).forEach(panels::add);
            List<Panel> phases = new PhaseCharts(run).panels();
            if (!phases.isEmpty()) panels.add(phases.get(Math.min(1, phases.size() - 1)));
        }
        return panels.stream().limit(2).map(Panel::chart).toList();
    }
}
