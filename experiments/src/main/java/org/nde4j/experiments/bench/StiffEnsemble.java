package org.nde4j.experiments.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.nde4j.core.array.Array;
import org.nde4j.core.ensemble.Ensemble;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.Outcome;
import org.nde4j.core.solve.Solution;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.multistep.Bdf;
import org.nde4j.core.solve.stiff.Kvaerno5;
import org.nde4j.core.solve.stiff.Rodas5P;
import org.nde4j.core.work.Workers;
import org.nde4j.experiments.problem.TestProblem;

/**
 * W4-batch, many stiff solves: 200 of Robertson's reactions on [0, 1e5] with k1 = 0.04 (0.5 + i / 199), each with steps of its
 * own, at a relative tolerance of 1e-6 and an absolute one of 1e-10.
 */
public final class StiffEnsemble implements Workload {
    private static final int MEMBERS = 200;
    private static final List<Method> METHODS = List.of(new Rodas5P(), new Kvaerno5(), new Bdf());

    @Override
    public String name() {
        return "W4-batch";
    }

    @Override
    public void measure(Selection selection, Consumer<Row> rows) {
        String setting = "robertson N=" + MEMBERS + " rtol=1e-06";
        for (Method method : METHODS) {
            String peer = "nde4j:" + method.name() + " ensemble";
            if (selection.wants(peer, setting)) {
                Run run = new Run(StiffProblem.Level.MEDIUM.solve(method));
                Timing timing = selection.time(run);
                rows.accept(new Row(name(), peer, setting, timing, run.checks(timing)));
            }
        }
    }

    private static final class Run implements Runnable {
        private final Solve solve;
        private final TestProblem robertson = StiffProblem.named("robertson").problem();
        private List<Outcome> outcomes;

        Run(Solve solve) {
            this.solve = solve;
        }

        @Override
        public void run() {
            Array starts = robertson.starts(MEMBERS);
            try (Workers workers = Workers.of(1)) {
                outcomes = new Ensemble(solve)
                        .run(workers, robertson.field(), 0, robertson.to(), starts, i -> new double[][] {rates(i)});
            }
        }

        private double[] rates(int i) {
            double[] rates = robertson.parameters().get(0).clone();
            rates[0] *= 0.5 + i / (MEMBERS - 1.0);
            return rates;
        }

        Map<String, Object> checks(Timing timing) {
            int[] steps = outcomes.stream()
                    .map(o -> o.orThrow().statistics())
                    .mapToInt(Run::tried)
                    .toArray();
            Map<String, Object> checks = new LinkedHashMap<>();
            checks.put("us_per_system", timing.median() * 1e3 / MEMBERS);
            checks.put("steps_max", Arrays.stream(steps).max().orElseThrow());
            checks.put("steps_mean", Arrays.stream(steps).average().orElseThrow());
            return checks;
        }

        private static int tried(Solution.Statistics work) {
            return work.steps() + work.rejected();
        }
    }
}
