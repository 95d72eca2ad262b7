package org.nde4j.experiments.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A run in one picture, for the first screen of a README: measurements and model on the left, the equations on the right. */
public final class Picture {
    private static final int WIDTH = 960;
    private static final int CHART = 600;
    private static final int LINE = 46;

    private Picture() {}

    /** The picture of a run folder as an SVG file that stands alone, for light and dark pages. */
    public static String of(Path folder) {
        return of(Findings.read(new Folder(folder)));
    }

    static String of(Findings run) {
        Chart chart = chart(run);
        List<String> lines = lines(run);
        int high = Math.max(chart.height() + 70, 120 + lines.size() * LINE);
        Svg svg = new Svg()
                .open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "class",
                        "chart",
                        "viewBox",
                        "0 0 " + WIDTH + " " + high,
                        "width",
                        Integer.toString(WIDTH),
                        "height",
                        Integer.toString(high),
                        "role",
                        "img");
        svg.line().leaf("title", run.title()).leaf("desc", Verdict.of(run).sentence());
        svg.style(ChartStyle.sheet());
        svg.empty("rect", "class", "paper", "width", "100%", "height", "100%", "rx", "10");
        svg.open("g", "transform", "translate(20 50)").line();
        new Drawing(chart).body(svg);
        svg.close();
        Legend.of(chart.marks(), CHART).draw(svg, 24, 28);
        equations(svg, lines, run, high);
        return svg.close().text();
    }

    private static void equations(Svg svg, List<String> lines, Findings run, int high) {
        int top = (high - lines.size() * LINE) / 2 + 10;
        svg.leaf("text", "found", "class", "tick", "x", "656", "y", Integer.toString(top - 30), "font-size", "14");
        for (int i = 0; i < lines.size(); i++) {
            svg.leaf(
                    "text",
                    lines.get(i),
                    "class",
                    "text",
                    "x",
                    "656",
                    "y",
                    Integer.toString(top + i * LINE),
                    "font-size",
                    size(lines.get(i)),
                    "font-family",
                    "Cambria,\"Latin Modern Math\",\"STIX Two Text\",Georgia,serif");
        }
        svg.leaf(
                "text",
                remark(run),
                "class",
                "tick",
                "x",
                "656",
                "y",
                Integer.toString(top + lines.size() * LINE),
                "font-size",
                "14");
    }

    /** Long equations are set smaller, as far as they can be read. */
    private static String size(String line) {
        return Integer.toString(Math.max(9, Math.min(21, 540 / Math.max(1, line.length()))));
    }

    private static List<String> lines(Findings run) {
        List<String> lines = new ArrayList<>();
        for (Equation e : run.equations()) {
            if (lines.size() < 6) lines.add(Verdict.pretty(e.text()));
        }
        return lines;
    }

    private static String remark(Findings run) {
        double r2 = run.summary().get("test_r2").number();
        return Double.isNaN(r2) ? "" : "R² = " + Verdict.rounded(r2) + " on unseen data";
    }

    /** All states of the first trajectory over time; for a regression, the predictions. */
    private static Chart chart(Findings run) {
        List<Panel> panels = run.isRegression()
                ? PredictionCharts.of(run.prediction(), run.states().get(0))
                : new TimeCharts(run).featured();
        Chart chart = panels.isEmpty()
                ? Chart.of("picture", run.title())
                : panels.get(0).chart();
        return chart.sized(CHART, 330);
    }
}
