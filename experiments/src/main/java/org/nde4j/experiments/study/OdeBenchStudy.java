package org.nde4j.experiments.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nde4j.core.train.TimeSeries;
import org.nde4j.symbolic.dynamics.DistillSettings;
import org.nde4j.symbolic.dynamics.Distillation;
import org.nde4j.symbolic.dynamics.Distilled;
import org.nde4j.symbolic.dynamics.EquationSystem;
import org.nde4j.symbolic.simplify.Canonical;

/** Five systems of ODEBench are to be found again, each from data with several levels of noise. */
final class OdeBenchStudy implements Study<OdeBenchStudy.Configuration> {
    private static final int DIGITS = 4;

    /**
     * What is measured, and how it is distilled.
     *
     * @param times how many times in [0, 10] of each of two starts
     * @param noise the levels of noise, as shares of each value
     * @param distill how equations are distilled
     */
    record Configuration(int times, List<Double> noise, DistillSettings distill) {
        static Configuration defaults() {
            return new Configuration(100, List.of(0.0, 0.01, 0.05), DistillSettings.defaults());
        }
    }

    @Override
    public String name() {
        return "odebench";
    }

    @Override
    public String summary() {
        return "find five systems of ODEBench again, from data with 0, 1 and 5 percent noise";
    }

    @Override
    public Class<Configuration> configuration() {
        return Configuration.class;
    }

    @Override
    public Conclusion run(Configuration configuration, StudyContext context) {
        Csv table = new Csv()
                .row(
                        "id",
                        "system",
                        "noise",
                        "form found",
                        "worst relative error of the field",
                        "train R2",
                        "validation R2",
                        "test R2",
                        "generalization R2",
                        "equations");
        List<String> lines = new ArrayList<>();
        int found = 0;
        for (OdeProblem problem : OdeProblem.FIVE) {
            for (double noise : configuration.noise()) {
                Row row = row(problem, noise, configuration, context);
                found += row.form() ? 1 : 0;
                table.row(row.cells());
                lines.add(row.line());
                context.log().accept(row.line());
                context.folder().write("table.csv", table.toString());
            }
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("cases", lines.size());
        facts.put("forms_found", found);
        return Conclusion.reached(String.join("\n", lines), facts);
    }

    private record Row(boolean form, List<Object> cells, String line) {}

    private static Row row(OdeProblem problem, double noise, Configuration configuration, StudyContext context) {
        TimeSeries data = problem.data(configuration.times(), noise, context.seed());
        Distilled distilled = Distillation.run(
                configuration.distill(),
                data,
                context.seed(),
                context.workers(),
                context.journal().scoped("system-" + problem.id() + "-noise-" + noise));
        EquationSystem ours = distilled.equations().system();
        EquationSystem truth = problem.truth();
        boolean form = true;
        for (int s = 0; s < ours.states().size(); s++) {
            form &= Canonical.sameForm(
                    ours.derivatives().get(s), truth.derivatives().get(s));
        }
        double error = difference(ours, truth, data);
        double general = problem.generalization(ours);
        Distilled.Scores scores = distilled.scores();
        String equations = String.join(
                "; ",
                ours.derivatives().stream().map(e -> e.rounded(DIGITS).text()).toList());
        List<Object> cells = List.of(
                problem.id(),
                problem.name(),
                noise,
                form ? "yes" : "no",
                error,
                scores.train(),
                scores.validation(),
                scores.test(),
                general,
                equations);
        return new Row(
                form,
                cells,
                "%s, noise %s: %s %s".formatted(problem.name(), noise, form ? "found" : "missed", equations));
    }

    /* The greatest difference of a derivative at the measured states, in units of its greatest value there. */
    private static double difference(EquationSystem ours, EquationSystem truth, TimeSeries data) {
        double worst = 0;
        for (int s = 0; s < truth.states().size(); s++) {
            var a = ours.derivatives().get(s).evaluator(truth.states());
            var b = truth.derivatives().get(s).evaluator(truth.states());
            double error = 0;
            double size = 0;
            for (var trajectory : data.trajectories()) {
                for (double[] y : trajectory.values()) {
                    error = Math.max(error, Math.abs(a.at(y) - b.at(y)));
                    size = Math.max(size, Math.abs(b.at(y)));
                }
            }
            worst = Math.max(worst, error / size);
        }
        return worst;
    }
}
