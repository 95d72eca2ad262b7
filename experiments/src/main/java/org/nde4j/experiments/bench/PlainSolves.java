package org.nde4j.experiments.bench;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.nde4j.core.solve.Solution;
import org.nde4j.core.solve.Solver;
import org.nde4j.core.solve.explicit.Dopri5;
import org.nde4j.core.solve.explicit.Tsit5;

/**
 * W3, plain solves that are not stiff: Lorenz on [0, 10], van der Pol (mu 1) on [0, 20], Lotka-Volterra on [0, 15], one
 * period of the Arenstorf orbit, the Pleiades on [0, 3]; relative and absolute tolerance 1e-3, 1e-6, 1e-9 and 1e-12. A call is one
 * solve to the final state; the error is relative, in the Euclidean norm.
 */
public final class PlainSolves implements Workload {
    private static final String[] TOLERANCES = {"0.001", "1e-06", "1e-09", "1e-12"};

    @Override
    public String name() {
        return "W3";
    }

    @Override
    public void measure(Selection selection, Consumer<Row> rows) {
        for (PlainProblem problem : PlainProblem.all()) {
            for (Solver solver : List.of(new Tsit5(), new Dopri5())) {
                for (String tolerance : TOLERANCES) {
                    String setting = problem.name() + " tol=" + tolerance;
                    if (selection.wants("nde4j:" + solver.name(), setting)) {
                        rows.accept(measured(problem, solver, tolerance, setting, selection));
                    }
                }
            }
        }
    }

    private Row measured(PlainProblem problem, Solver solver, String tolerance, String setting, Selection selection) {
        Repeated solve = problem.repeated(solver, Double.parseDouble(tolerance));
        double error = problem.error(solve.get().last());
        Timing timing = selection.time(solve);
        Map<String, Object> checks = solve.work();
        checks.put("error", error);
        return new Row(name(), "nde4j:" + solver.name(), setting, timing, checks);
    }

    /**
     * A solve to do again and again.
     *
     * @param problem lorenz, vdp1, lotka, arenstorf or pleiades
     * @param solver the method
     * @param tolerance relative and absolute
     */
    public static Supplier<Solution> solve(String problem, Solver solver, double tolerance) {
        PlainProblem found = PlainProblem.all().stream()
                .filter(p -> p.name().equals(problem))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no problem " + problem + " in W3"));
        return found.repeated(solver, tolerance);
    }
}
