package org.nde4j.experiments.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.nde4j.core.equation.Field;
import org.nde4j.core.solve.Ledger;
import org.nde4j.core.solve.Solution;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.SolveFailed;

/** One solve from time 0, again and again. The first opens the bench, so it takes what a user waits for. */
final class Repeated implements Supplier<Solution>, Runnable {
    private final Supplier<Solve.Bench> open;
    private final double end;
    private final double[] start;
    private final double[][] parameters;
    private final Ledger ledger = new Ledger(0);
    private Solve.Bench bench;
    private Solution last;

    Repeated(Solve solve, Field field, double end, double[] start, double[]... parameters) {
        this.open = () -> solve.open(field, 1);
        this.end = end;
        this.start = start;
        this.parameters = parameters;
    }

    /**
     * Solves.
     *
     * @throws SolveFailed if the end is not reached
     */
    @Override
    public Solution get() {
        return with(parameters);
    }

    /** The same with other values of the parameters. */
    Solution with(double[]... values) {
        if (bench == null) {
            bench = open.get();
        }
        last = bench.run(0, end, start, ledger, values).orThrow();
        return last;
    }

    @Override
    public void run() {
        get();
    }

    /** The work of the last solve by the names of other libraries. */
    Map<String, Object> work() {
        Solution.Statistics statistics = last.statistics();
        Map<String, Object> checks = new LinkedHashMap<>();
        checks.put("steps", statistics.steps() + statistics.rejected());
        checks.put("accepted", statistics.steps());
        checks.put("nfe", statistics.evaluations());
        checks.put("njev", statistics.work().jacobians());
        checks.put("nlu", statistics.work().factorizations());
        return checks;
    }

    /** The end of the last solve. */
    double[] end() {
        return last.last();
    }
}
