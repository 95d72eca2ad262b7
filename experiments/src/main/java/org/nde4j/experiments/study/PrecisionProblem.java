package org.nde4j.experiments.study;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.Solve;
import org.nde4j.experiments.problem.Measure;
import org.nde4j.experiments.problem.TestProblem;
import org.nde4j.experiments.problem.TestProblems;
import org.nde4j.experiments.problem.Trial;

/**
 * A problem that methods are compared on, with tolerances and errors as other libraries were measured with, where they were.
 *
 * @param problem what is solved
 * @param absolute the absolute tolerance that belongs to a relative tolerance of 1
 * @param error of an end
 */
record PrecisionProblem(TestProblem problem, double absolute, ToDoubleFunction<double[]> error) {
    private static final List<String> EUCLIDEAN = List.of("lorenz", "lotka", "arenstorf", "pleiades");
    private static final List<String> STATES = List.of("robertson", "vdp1000", "hires");

    static PrecisionProblem named(String name) {
        TestProblem problem = TestProblems.named(name);
        if (EUCLIDEAN.contains(name)) {
            return new PrecisionProblem(problem, 1, measured(problem, Measure.EUCLIDEAN));
        }
        return STATES.contains(name)
                ? new PrecisionProblem(problem, 1e-4, measured(problem, Measure.STATES))
                : new PrecisionProblem(problem, problem.scale(), problem::error);
    }

    private static ToDoubleFunction<double[]> measured(TestProblem problem, Measure measure) {
        double[] known = problem.reference().orElseThrow().values();
        return end -> measure.of(end, known);
    }

    Trial trial(Method method, double tolerance, int attempts) {
        PidController steps = PidController.of(tolerance, tolerance * absolute);
        return new Trial(problem, Solve.with(method, steps).atMost(attempts));
    }
}
