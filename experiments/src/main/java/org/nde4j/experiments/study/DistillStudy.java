package org.nde4j.experiments.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nde4j.experiments.config.BadConfig;
import org.nde4j.experiments.data.Measurements;
import org.nde4j.experiments.data.Table;
import org.nde4j.symbolic.dynamics.Distillation;
import org.nde4j.symbolic.dynamics.Distilled;

/** From measured trajectories to equations that were checked on data nobody fitted. */
final class DistillStudy implements Study<DistillConfiguration> {
    @Override
    public String name() {
        return "distill";
    }

    @Override
    public String summary() {
        return "find the differential equations behind measured trajectories";
    }

    @Override
    public Class<DistillConfiguration> configuration() {
        return DistillConfiguration.class;
    }

    @Override
    public boolean needsData() {
        return true;
    }

    @Override
    public void check(DistillConfiguration configuration, Table table) {
        Measurements measured = configuration.data().read(table);
        try {
            configuration.settings().check(measured.series());
        } catch (IllegalArgumentException e) {
            throw new BadConfig("what is known cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public Conclusion run(DistillConfiguration configuration, StudyContext context) {
        Measurements measured = configuration.data().read(context.table());
        measured.warnings().forEach(context.log());
        Distilled found = Distillation.run(
                configuration.settings(), measured.series(), context.seed(), context.workers(), context.journal());
        List<String> warnings = new ArrayList<>(measured.warnings());
        warnings.addAll(found.warnings());
        EquationSheet sheet = new EquationSheet(measured.series().timeName(), found, warnings);
        new DistillFiles(context.folder(), found, sheet).write();
        return conclude(found, sheet, warnings);
    }

    private static Conclusion conclude(Distilled found, EquationSheet sheet, List<String> warnings) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("equations", sheet.brief());
        facts.put("train_r2", found.scores().train());
        facts.put("test_r2", found.scores().test());
        facts.put("warnings", warnings);
        StringBuilder text = new StringBuilder("\n");
        sheet.lines().forEach(line -> text.append("  ").append(line).append('\n'));
        text.append("\n  held-out data: ").append(share(found.scores().test()));
        text.append("   fitted data: ").append(share(found.scores().train())).append('\n');
        warnings.forEach(w -> text.append("  note: ").append(w).append('\n'));
        return Double.isFinite(found.scores().train())
                ? Conclusion.reached(text.toString(), facts)
                : Conclusion.missed(
                        "no system of equations could be followed through the data; allow other operators with "
                                + "regress.operators, or look at the data's noise",
                        facts);
    }

    private static String share(double r2) {
        return Double.isNaN(r2) ? "none" : String.format(Locale.ROOT, "R2 = %.4f", r2);
    }
}
