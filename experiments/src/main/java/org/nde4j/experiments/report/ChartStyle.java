package org.nde4j.experiments.report;

/** The style sheet of charts: plain colors for light paper, and the same rules again for readers who prefer dark. */
final class ChartStyle {
    private static final String FORM = """
            .chart{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-size:12px}
            .chart path,.chart line{fill:none;stroke-linejoin:round;stroke-linecap:round}
            .chart .tick{font-variant-numeric:tabular-nums}
            .chart .name{font-weight:600}
            .chart .grid{stroke-width:1}
            .chart .faint{stroke-opacity:.55}
            .chart .axis{stroke-width:1}
            .chart .line{stroke-width:2}
            .chart .thin{stroke-width:1.2;stroke-opacity:.75}
            .chart .dash{stroke-dasharray:6 4}
            .chart .dots{stroke-dasharray:1 4.5;stroke-width:2.2}
            .chart .band{fill-opacity:.16;stroke:none}
            .chart .flow{stroke-width:1;stroke-opacity:.75}
            .chart .flow.head{stroke:none;fill-opacity:.75}
            .chart .halo{fill:none;stroke-width:2}
            .chart .hollow{stroke-width:1.4}
            .chart .solid{stroke-width:.6}
            """;

    private ChartStyle() {}

    /** The whole sheet, for one picture that stands alone or for a page full of them. */
    static String sheet() {
        return FORM + colors(Paper.LIGHT) + "@media (prefers-color-scheme:dark){\n" + colors(Paper.DARK) + "}\n";
    }

    private static String colors(Paper p) {
        StringBuilder css = new StringBuilder();
        rule(css, "paper", "fill", p.ground);
        rule(css, "text", "fill", p.text);
        rule(css, "tick", "fill", p.soft);
        rule(css, "grid", "stroke", p.grid);
        rule(css, "axis", "stroke", p.axis);
        rule(css, "validation", "fill", p.validation);
        rule(css, "test", "fill", p.test);
        for (Ink ink : Ink.values()) ink(css, ink, p);
        rule(css, "solid", "stroke", p.ground);
        rule(css, "hollow", "fill", p.ground);
        rule(css, "hollow path", "fill", p.ground);
        return css.toString();
    }

    private static void ink(StringBuilder css, Ink ink, Paper paper) {
        String color = ink.on(paper);
        rule(css, "s-" + ink.key(), "stroke", color);
        rule(css, "f-" + ink.key(), "fill", color);
    }

    private static void rule(StringBuilder css, String name, String property, String color) {
        css.append(".chart .")
                .append(name)
                .append('{')
                .append(property)
                .append(':')
                .append(color)
                .append("}\n");
    }
}
