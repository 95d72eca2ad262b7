package org.nde4j.experiments.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nde4j.core.array.Array;
import org.nde4j.core.random.Stream;
import org.nde4j.core.random.Streams;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.SaveAt;
import org.nde4j.core.solve.Solution;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.explicit.Tsit5;
import org.nde4j.core.train.TimeSeries;
import org.nde4j.core.train.Trajectory;
import org.nde4j.symbolic.dynamics.DistillSettings;
import org.nde4j.symbolic.dynamics.Distillation;
import org.nde4j.symbolic.dynamics.Distilled;
import org.nde4j.symbolic.dynamics.EquationSystem;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.simplify.Canonical;

/**
 * The example of P. Kidger, <em>On Neural Differential Equations</em>, 2021, section 6.1: x' = y/(1+y), y' = -x/(1+x) is
 * to be found again from trajectories that start anywhere in [-0.6, 1]^2.
 */
final class ThesisStudy implements Study<ThesisStudy.Configuration> {
    private static final List<String> STATES = List.of("x", "y");
    private static final List<Expression> TRUTH =
            List.of(Expression.parse("y/(1 + y)", STATES), Expression.parse("-x/(1 + x)", STATES));

    /**
     * What is generated, and how it is distilled.
     *
     * @param trajectories how many trajectories
     * @param times how many times in [0, 10] each
     * @param distill how equations are distilled
     */
    record Configuration(int trajectories, int times, DistillSettings distill) {
        static Configuration defaults() {
            return new Configuration(256, 100, DistillSettings.defaults());
        }
    }

    @Override
    public String name() {
        return "thesis";
    }

    @Override
    public String summary() {
        return "find x' = y/(1+y), y' = -x/(1+x) again from 256 trajectories";
    }

    @Override
    public Class<Configuration> configuration() {
        return Configuration.class;
    }

    @Override
    public Conclusion run(Configuration configuration, StudyContext context) {
        TimeSeries series = generate(configuration, context.seed());
        Distilled found =
                Distillation.run(configuration.distill(), series, context.seed(), context.workers(), context.journal());
        EquationSheet sheet = new EquationSheet(series.timeName(), found, found.warnings());
        new DistillFiles(context.folder(), found, sheet).write();
        EquationSystem system = found.equations().system();
        boolean form = true;
        double worst = 0;
        for (int s = 0; s < STATES.size(); s++) {
            Expression e = system.derivatives().get(s);
            form &= Canonical.sameForm(e, TRUTH.get(s));
            worst = Math.max(worst, difference(e, TRUTH.get(s)));
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("equations", sheet.brief());
        facts.put("form_found", form);
        facts.put("greatest_field_error", worst);
        facts.put("train_r2", found.scores().train());
        facts.put("test_r2", found.scores().test());
        String text = String.join("\n", sheet.lines());
        return form && worst < 0.01
                ? Conclusion.reached(text, facts)
                : Conclusion.missed(text + "\nthis is not the form that the data came from", facts);
    }

    /* The greatest relative difference over the square that the data fill. */
    private static double difference(Expression found, Expression truth) {
        var ours = found.evaluator(STATES);
        var theirs = truth.evaluator(STATES);
        double worst = 0;
        double size = 0;
        for (double x = -0.5; x <= 1; x += 0.125) {
            for (double y = -0.5; y <= 1; y += 0.125) {
                double[] at = {x, y};
                worst = Math.max(worst, Math.abs(ours.at(at) - theirs.at(at)));
                size = Math.max(size, Math.abs(theirs.at(at)));
            }
        }
        return worst / size;
    }

    private static TimeSeries generate(Configuration c, long seed) {
        Stream random = Streams.of(seed).stream("thesis data");
        double[][] starts = new double[c.trajectories()][STATES.size()];
        for (double[] start : starts) {
            random.fillUniform(start, 0, start.length, -0.6, 1);
        }
        double[] times = new double[c.times()];
        for (int i = 0; i < times.length; i++) {
            times[i] = 10.0 * i / (times.length - 1);
        }
        EquationSystem truth = EquationSystem.of(STATES, TRUTH);
        Solution solution = Solve.with(new Tsit5(), PidController.of(1e-9, 1e-9))
                .saving(SaveAt.times(times))
                .run(truth.field(), 0, 10, Array.matrix(starts), truth.parameters())
                .orThrow();
        List<Trajectory> trajectories = new ArrayList<>();
        for (int k = 0; k < starts.length; k++) {
            double[][] values = new double[times.length][];
            for (int i = 0; i < times.length; i++) {
                values[i] = new double[] {solution.states()[i][2 * k], solution.states()[i][2 * k + 1]};
            }
            trajectories.add(new Trajectory(Integer.toString(k), times, values));
        }
        return new TimeSeries("t", STATES, trajectories);
    }
}
