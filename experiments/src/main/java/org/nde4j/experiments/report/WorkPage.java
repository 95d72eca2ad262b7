package org.nde4j.experiments.report;

import java.util.ArrayList;
import java.util.List;
import org.nde4j.experiments.report.Page.Block;
import org.nde4j.experiments.report.Page.Cell;
import org.nde4j.experiments.report.Page.Fact;
import org.nde4j.experiments.report.Page.Gallery;
import org.nde4j.experiments.report.Page.Grid;
import org.nde4j.experiments.report.Page.Row;
import org.nde4j.experiments.report.Page.Section;

/** The page of a run that compared methods by what they spend for an accuracy. */
final class WorkPage {
    private static final String WORK = "work.csv";

    private final Folder folder;
    private final WorkCharts charts;

    private WorkPage(Folder folder) {
        this.folder = folder;
        this.charts = new WorkCharts(folder.table(WORK), folder.table("seconds.csv"), folder.table("peers.csv"));
    }

    /** Whether a folder holds such a run. */
    static boolean fits(Folder folder) {
        return folder.table(WORK).has("evaluations");
    }

    static Page of(Folder folder) {
        return new WorkPage(folder).page();
    }

    private Page page() {
        List<String> problems = charts.work().distinct("problem");
        List<Section> sections = new ArrayList<>();
        Sheet equal = folder.table("seconds-at-equal-error.csv");
        if (!equal.isEmpty()) {
            sections.add(new Section(
                    "equal",
                    "Milliseconds at equal error",
                    "On the straight line, in logarithms, between the two neighboring tolerances where a method first gets "
                            + "below the error; the fastest of ours and of other libraries.",
                    List.of(grid("", equal))));
        }
        for (String problem : problems) {
            sections.add(new Section(problem, problem, "", blocks(problem)));
        }
        return new Page(
                "Work and precision",
                "Methods compared",
                "What " + charts.work().distinct("method").size() + " methods spend for an accuracy on "
                        + problems.size() + " problems.",
                false,
                List.of(
                        new Fact(Integer.toString(problems.size()), "problems"),
                        new Fact(
                                Integer.toString(
                                        charts.work().distinct("method").size()),
                                "methods"),
                        new Fact(Integer.toString(charts.work().rows().size()), "solves")),
                folder.problems(),
                List.of(),
                null,
                List.copyOf(sections),
                Assets.load());
    }

    private List<Block> blocks(String problem) {
        List<Block> blocks = new ArrayList<>(List.of(new Gallery("", charts.panels(problem))));
        Sheet all = folder.table("seconds-of-all-at-equal-error.csv").where("problem", problem);
        if (!all.isEmpty()) {
            blocks.add(grid("Milliseconds at equal error", all));
        }
        return blocks;
    }

    private static Grid grid(String summary, Sheet sheet) {
        List<Row> rows = sheet.rows().stream()
                .map(r -> new Row(false, r.stream().map(WorkPage::cell).toList()))
                .toList();
        return new Grid(summary, sheet.head(), rows);
    }

    private static Cell cell(String text) {
        double number = Sheet.number(text);
        return Double.isNaN(number) ? Cell.text(text) : Cell.number(Digits.of(number, 3));
    }
}
