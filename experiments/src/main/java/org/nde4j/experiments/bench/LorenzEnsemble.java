package org.nde4j.experiments.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.nde4j.core.equation.Field;
import org.nde4j.core.solve.ConstantSteps;
import org.nde4j.core.solve.Ledger;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.Solver;
import org.nde4j.core.solve.StepController;
import org.nde4j.core.solve.explicit.Rk4;
import org.nde4j.core.solve.explicit.Tsit5;

/**
 * W3e, many at once: 10,000 Lorenz systems with rho_i = 21 i / 9999, from (1, 0, 0), on [0, 1], in 1000 steps. The rho of a
 * trajectory is a fourth state that does not change. The error is the greatest of members 0, 2500, 5000, 7500 and 9999 against a solve
 * with tolerance 1e-13.
 */
public final class LorenzEnsemble implements Workload {
    private static final int MEMBERS = 10_000;
    private static final int[] CHECKED = {0, 2500, 5000, 7500, 9999};

    private static final Field LORENZ = PlainProblem.states(
            4,
            (t, y) -> List.of(
                    t.scale(t.sub(y[1], y[0]), 10),
                    t.sub(t.mul(y[0], t.sub(y[3], y[2])), y[1]),
                    t.sub(t.mul(y[0], y[1]), t.scale(y[2], 8.0 / 3)),
                    t.fill(0, y[3].shape())));

    @Override
    public String name() {
        return "W3e";
    }

    @Override
    public void measure(Selection selection, Consumer<Row> rows) {
        for (Solver solver : List.of(new Rk4(), new Tsit5())) {
            String peer = "nde4j:" + solver.name() + "_fixed";
            String setting = "lorenz N=10000 1000 steps";
            if (selection.wants(peer, setting)) {
                Solve.Bench bench = Solve.with(solver, new ConstantSteps(1e-3)).open(LORENZ, MEMBERS);
                Map<String, Object> checks = new LinkedHashMap<>();
                checks.put("error", error(run(bench, members(null)), members(CHECKED)));
                Timing timing = selection.time(() -> run(bench, members(null)));
                checks.put("ns_per_traj_step", timing.median() * 1e6 / (MEMBERS * 1000.0));
                rows.accept(new Row(name(), peer, setting, timing, checks));
            }
        }
    }

    private static double[] run(Solve.Bench bench, double[] start) {
        return bench.run(0, 1, start, new Ledger(0)).orThrow().last();
    }

    /* The start of all members, or of some. */
    private static double[] members(int[] chosen) {
        int n = chosen == null ? MEMBERS : chosen.length;
        double[] all = new double[4 * n];
        for (int i = 0; i < n; i++) {
            all[4 * i] = 1;
            all[4 * i + 3] = 21.0 * (chosen == null ? i : chosen[i]) / (MEMBERS - 1);
        }
        return all;
    }

    private static double error(double[] ends, double[] starts) {
        StepController tight = PidController.of(1e-13, 1e-13);
        double[] exact = run(Solve.with(new Tsit5(), tight).open(LORENZ, CHECKED.length), starts);
        double error = 0;
        for (int i = 0; i < exact.length; i++) {
            error = Math.max(error, Math.abs(ends[4 * CHECKED[i / 4] + i % 4] - exact[i]));
        }
        return error;
    }
}
