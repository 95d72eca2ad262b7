package org.nde4j.experiments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.nde4j.experiments.report.Page.Block;
import org.nde4j.experiments.report.Page.Cell;
import org.nde4j.experiments.report.Page.Gallery;
import org.nde4j.experiments.report.Page.Grid;
import org.nde4j.experiments.report.Page.Row;
import org.nde4j.experiments.report.Page.Section;

/** The sections that a study asks for itself, in {@code page.json}: charts and tables of its CSV files. */
final class OwnSections {
    private static final Ink[] INKS = {Ink.NETWORK, Ink.EQUATIONS, Ink.BASELINE, Ink.OTHER};
    private static final int SIDE = 380;
    private static final int DIGITS = 4;

    private final Folder folder;

    private OwnSections(Folder folder) {
        this.folder = folder;
    }

    static List<Section> of(Folder folder) {
        OwnSections own = new OwnSections(folder);
        List<Section> sections = new ArrayList<>();
        for (Doc section : folder.doc("page.json").get("sections").items()) {
            sections.add(own.section(section, sections.size()));
        }
        return sections;
    }

    private Section section(Doc asked, int number) {
        List<Panel> panels = asked.get("charts").items().stream()
                .flatMap(chart -> chart(chart).stream())
                .map(chart -> new Panel(chart, chart.title()))
                .toList();
        List<Block> blocks = new ArrayList<>();
        if (!panels.isEmpty()) blocks.add(new Gallery("", panels));
        Sheet table = file(asked.get("table").text());
        if (!table.isEmpty()) blocks.add(table(table));
        return new Section(
                "own-" + number, asked.get("title").text(), asked.get("lead").text(), List.copyOf(blocks));
    }

    /** A file below the folder of the run, by a plain name. */
    private Sheet file(String name) {
        return name.matches("[A-Za-z0-9_-]+\\.csv") ? folder.table(name) : Sheet.EMPTY;
    }

    private List<Chart> chart(Doc asked) {
        String name = asked.get("file").text();
        Sheet sheet = file(name);
        if (sheet.isEmpty()) return List.of();
        Chart chart = Chart.of(name.replace(".csv", ""), asked.get("title").text());
        Axis x = Axis.of(asked.get("x").text());
        return List.of(
                asked.get("kind").text().equals("map") ? map(chart, x, asked, sheet) : lines(chart, x, asked, sheet));
    }

    private static Chart map(Chart chart, Axis x, Doc asked, Sheet sheet) {
        String upward = asked.get("y").text();
        double[] across =
                sheet.head().stream().skip(1).mapToDouble(Sheet::number).toArray();
        double[] values = sheet.rows().stream()
                .flatMap(row -> row.stream().skip(1).limit(across.length))
                .mapToDouble(Sheet::number)
                .toArray();
        Span range = new Extent(false)
                .add(asked.get("low").number(), asked.get("high").number())
                .span();
        String label =
                asked.get("value").text() + " from " + Digits.of(range.low(), 3) + " to " + Digits.of(range.high(), 3);
        double[] up = sheet.numbers(upward);
        if (values.length != across.length * up.length) return chart;
        return chart.x(x)
                .y(Axis.of(upward))
                .with(new Mark.Heat(label, across, up, values, range))
                .sized(SIDE, SIDE + Drawing.HIGHER);
    }

    private static Chart lines(Chart chart, Axis x, Doc asked, Sheet sheet) {
        boolean log = asked.get("log").text().equals("true");
        List<String> columns = asked.get("y").texts();
        Axis y = Axis.of(columns.isEmpty() ? "" : columns.get(0));
        Chart drawn = chart.x(log ? x.log() : x).y(log ? y.log() : y).sized(SIDE, SIDE + Drawing.HIGHER);
        double[] places = sheet.numbers(x.label());
        for (int i = 0; i < columns.size(); i++) {
            double[] values = sheet.numbers(columns.get(i));
            Mark.Stroke stroke = i == 0 ? Mark.Stroke.SOLID : Mark.Stroke.DASHED;
            Ink ink = INKS[i % INKS.length];
            drawn = drawn.with(new Mark.Line(columns.get(i), ink, stroke, places, values));
            if (i == 0) drawn = drawn.with(Mark.points("", ink, places, values));
        }
        return drawn;
    }

    /** All of a file; columns without any content are left out. */
    private static Grid table(Sheet sheet) {
        List<String> head = sheet.head().stream()
                .filter(column -> Stream.of(sheet.texts(column)).anyMatch(cell -> !cell.isEmpty()))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (List<String> cells : sheet.rows()) {
            Sheet row = new Sheet(sheet.head(), List.of(cells));
            rows.add(new Row(
                    false,
                    head.stream().map(column -> cell(row.texts(column)[0])).toList()));
        }
        return new Grid("", head, rows);
    }

    private static Cell cell(String text) {
        double number = Sheet.number(text);
        return Double.isNaN(number) ? Cell.text(text) : Cell.number(Digits.of(number, DIGITS));
    }
}
