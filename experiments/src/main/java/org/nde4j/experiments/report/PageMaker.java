package org.nde4j.experiments.report;

import java.util.ArrayList;
import java.util.List;
import org.nde4j.experiments.report.Page.Block;
import org.nde4j.experiments.report.Page.Gallery;
import org.nde4j.experiments.report.Page.Section;

/** Arranges findings on a page; what a run does not have gets no section. */
final class PageMaker {
    private final Findings run;
    private final TimeCharts time;
    private final List<Section> sections = new ArrayList<>();

    PageMaker(Findings run) {
        this.run = run;
        this.time = new TimeCharts(run);
    }

    Page page() {
        Verdict verdict = Verdict.of(run);
        sections.addAll(run.own());
        model();
        section("phase", "Phase portrait", phaseLead(), gallery("", new PhaseCharts(run).panels()));
        section(
                "prediction",
                "Observed and predicted",
                "Points on the diagonal are predicted exactly.",
                gallery("", PredictionCharts.of(run.prediction(), target())));
        section("comparison", "Compared with a simpler method", Comparison.sentence(run), Comparison.table(run));
        section(
                "front",
                "Accuracy against complexity",
                "Each point is the most accurate expression of its size.",
                gallery("", FrontCharts.of(run.front())),
                Tables.front(run.front()));
        section(
                "systems",
                "Systems compared",
                "Whole systems of equations, solved and scored together.",
                Tables.systems(run.systems()));
        section("training", "Training", "", gallery("", TrainingCharts.of(run.metrics())));
        section(
                "again",
                "Doing it again",
                "",
                Tables.rerun(run),
                Tables.settings(run),
                Tables.summary(run),
                Tables.versions(run));
        return new Page(
                run.title(),
                kicker(),
                verdict.sentence(),
                verdict.weak(),
                Tables.facts(run),
                run.warnings(),
                run.equations(),
                Tables.constants(run.equations()),
                List.copyOf(sections),
                Assets.load());
    }

    private String kicker() {
        if (!run.own().isEmpty()) return "Study";
        return run.isRegression() ? "Symbolic regression" : "From data to differential equations";
    }

    private String target() {
        return run.states().isEmpty() ? "" : run.states().get(0);
    }

    private void model() {
        if (run.isRegression()) return;
        List<Panel> featured = time.featured();
        int shown = run.states().isEmpty()
                ? 0
                : featured.size() / Math.min(12, run.states().size());
        String lead = time.trajectories() > shown ? shown + " of " + time.trajectories() + " trajectories." : "";
        section("model", "Data and model", lead, gallery("", featured), gallery("More trajectories", time.others()));
    }

    private String phaseLead() {
        int n = run.states().size();
        return n > 4 ? "Pairs of the first four of " + n + " states." : "";
    }

    private static Block gallery(String summary, List<Panel> panels) {
        return panels.isEmpty() ? null : new Gallery(summary, panels);
    }

    /** Adds a section of the blocks that are not null, if there are any. */
    private void section(String id, String title, String lead, Block... blocks) {
        List<Block> there = new ArrayList<>();
        for (Block b : blocks) if (b != null) there.add(b);
        if (!there.isEmpty()) sections.add(new Section(id, title, lead, List.copyOf(there)));
    }
}
