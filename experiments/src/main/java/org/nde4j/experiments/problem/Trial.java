package org.nde4j.experiments.problem;

import org.nde4j.core.solve.Ledger;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.Outcome;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.Solution;
import org.nde4j.core.solve.Solve;

/** A test problem on a bench, solved from its start to its end as often as asked; methods start anew where it jumps. */
public final class Trial {
    private final TestProblem problem;
    private final Solve.Bench bench;
    private final Ledger ledger = new Ledger(0);

    /**
     * Opens the bench.
     *
     * @throws IllegalArgumentException if the method cannot solve equations of this kind
     */
    public Trial(TestProblem problem, Solve solve) {
        this.problem = problem;
        this.bench = solve.jumpingAt(problem.forced()).open(problem.field(), 1);
    }

    /** With the usual step control, the absolute tolerance that belongs to the relative one, and a limit of attempts. */
    public static Trial of(TestProblem problem, Method method, double tolerance, int attempts) {
        PidController steps = PidController.of(tolerance, problem.absoluteTolerance(tolerance));
        return new Trial(problem, Solve.with(method, steps).atMost(attempts));
    }

    /**
     * How it ended.
     *
     * @param end the states where it ended
     * @param work what it took
     * @param failure why the end of the problem was not reached; empty if it was
     */
    public record Result(double[] end, Solution.Statistics work, String failure) {
        /** Whether the end of the problem was reached. */
        public boolean reached() {
            return failure.isEmpty();
        }
    }

    /** Solves once. */
    public Result run() {
        Outcome outcome = bench.run(problem.from(), problem.to(), problem.start(), ledger, problem.parameterArrays());
        String failure = outcome instanceof Outcome.Failed failed ? failed.message() : "";
        Solution solution = outcome.solution();
        return new Result(solution.last(), solution.statistics(), failure);
    }
}
