package org.nde4j.experiments.study;

import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.Outcome;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.SaveAt;
import org.nde4j.core.solve.Solution;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.work.Codec;
import org.nde4j.core.work.Journal;
import org.nde4j.experiments.problem.TestProblem;

/**
 * An equation on a grid, solved by one method.
 *
 * @param states the states at each of the times asked for, as far as it came
 * @param steps accepted steps
 * @param rejected rejected attempts
 * @param evaluations of the right-hand side
 * @param jacobians evaluations of the Jacobian
 * @param factorizations of matrices
 * @param failure why it did not come to the end; empty if it did
 */
record GridSolve(
        double[][] states,
        long steps,
        long rejected,
        long evaluations,
        long jacobians,
        long factorizations,
        String failure) {
    private static final int ATTEMPTS = 1_000_000;
    private static final Codec<GridSolve> CODEC = Codec.record(
            GridSolve.class, Codec.MATRIX, Codec.LONG, Codec.LONG, Codec.LONG, Codec.LONG, Codec.LONG, Codec.STRING);

    /** Solves, or reads back what was solved before. */
    static GridSolve of(TestProblem problem, Method method, double tolerance, double[] times, Journal journal) {
        String name = problem.name() + "/" + method.name().replaceAll("[^A-Za-z0-9]+", "-");
        return journal.once(name, CODEC, () -> solved(problem, method, tolerance, times));
    }

    private static GridSolve solved(TestProblem problem, Method method, double tolerance, double[] times) {
        Outcome outcome = Solve.with(method, PidController.of(tolerance, problem.absoluteTolerance(tolerance)))
                .saving(SaveAt.times(times))
                .jumpingAt(problem.forced())
                .atMost(ATTEMPTS)
                .run(problem.field(), problem.from(), problem.to(), start(problem), problem.parameterArrays());
        Solution solution = outcome.solution();
        Solution.Statistics s = solution.statistics();
        return new GridSolve(
                solution.states(),
                s.steps(),
                s.rejected(),
                s.evaluations(),
                s.work().jacobians(),
                s.work().factorizations(),
                outcome instanceof Outcome.Failed failed ? failed.message() : "");
    }

    private static Array start(TestProblem problem) {
        return new Array(Shape.of(1, problem.field().size()), problem.start());
    }

    boolean reached() {
        return failure.isEmpty();
    }

    /** The states at the last of the times; those of a failed solve are not at its end. */
    double[] end() {
        return states[states.length - 1];
    }

    /** The greatest |y - r| / (1 + |r|) over the states r of a better solve at its end; NaN if this one did not get there. */
    double error(GridSolve better) {
        if (!reached()) {
            return Double.NaN;
        }
        double greatest = 0;
        for (int i = 0; i < better.end().length; i++) {
            double known = better.end()[i];
            greatest = Math.max(greatest, Math.abs(end()[i] - known) / (1 + Math.abs(known)));
        }
        return greatest;
    }
}
