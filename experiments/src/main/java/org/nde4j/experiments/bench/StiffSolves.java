package org.nde4j.experiments.bench;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.Solution;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.SolveFailed;
import org.nde4j.core.solve.methods.Auto;
import org.nde4j.core.solve.multistep.Bdf;
import org.nde4j.core.solve.stiff.KenCarp4;
import org.nde4j.core.solve.stiff.Kvaerno3;
import org.nde4j.core.solve.stiff.Kvaerno5;
import org.nde4j.core.solve.stiff.RadauIIA5;
import org.nde4j.core.solve.stiff.Rodas4;
import org.nde4j.core.solve.stiff.Rodas5P;
import org.nde4j.core.solve.stiff.Rosenbrock23;

/**
 * W4, stiff solves to the final state: Robertson's reaction from (1, 0, 0) on [0, 1e5] with rates (0.04, 3e7, 1e4); van der
 * Pol, mu 1000, from (2, 0) on [0, 2000]; HIRES on [0, 321.8122]. Relative and absolute tolerance (1e-4, 1e-8), (1e-6, 1e-10)
 * and (1e-8, 1e-12), and all else as it comes. The error is the greatest |y - r| / (|r| + 1e-12). The first call opens the
 * bench.
 */
public final class StiffSolves implements Workload {
    private static final List<Method> METHODS = List.of(
            new Rodas5P(),
            new Rodas4(),
            new Rosenbrock23(),
            new Kvaerno5(),
            new Kvaerno3(),
            new KenCarp4(),
            new RadauIIA5(),
            new Bdf(),
            new Auto());

    @Override
    public String name() {
        return "W4";
    }

    @Override
    public void measure(Selection selection, Consumer<Row> rows) {
        for (StiffProblem problem : StiffProblem.all()) {
            for (Method method : METHODS) {
                for (StiffProblem.Level level : StiffProblem.Level.values()) {
                    if (selection.wants("nde4j:" + method.name(), problem.setting(level))) {
                        rows.accept(measured(problem, method, level, selection));
                    }
                }
            }
        }
    }

    private Row measured(StiffProblem problem, Method method, StiffProblem.Level level, Selection selection) {
        String peer = "nde4j:" + method.name();
        String setting = problem.setting(level);
        Repeated solve = problem.repeated(level.solve(method));
        try {
            Timing timing = selection.time(solve);
            Map<String, Object> checks = solve.work();
            checks.put("error", problem.error(solve.end()));
            return new Row(name(), peer, setting, timing, checks);
        } catch (SolveFailed failure) {
            return Row.failed(name(), peer, setting, failure);
        }
    }

    /**
     * A solve to do again and again.
     *
     * @param problem robertson, vdp1000 or hires
     * @param method the method
     * @param tolerance relative; the absolute one is 1e-4 times as large
     */
    public static Supplier<Solution> solve(String problem, Method method, double tolerance) {
        return StiffProblem.named(problem).repeated(Solve.with(method, PidController.of(tolerance, tolerance * 1e-4)));
    }
}
