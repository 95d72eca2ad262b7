package org.nde4j.experiments.bench;

import java.util.List;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.Solve;
import org.nde4j.experiments.problem.Measure;
import org.nde4j.experiments.problem.TestProblem;
import org.nde4j.experiments.problem.TestProblems;

/**
 * A problem of W4.
 *
 * @param problem what is solved, from time 0
 * @param weights of the states at the end, in the sum that is differentiated by the parameters
 */
record StiffProblem(TestProblem problem, double... weights) {
    /** Tolerances: as settings have the relative one, and both. */
    enum Level {
        ROUGH("0.0001", 1e-4, 1e-8),
        MEDIUM("1e-06", 1e-6, 1e-10),
        FINE("1e-08", 1e-8, 1e-12);

        final String text;
        final double relative;
        final double absolute;

        Level(String text, double relative, double absolute) {
            this.text = text;
            this.relative = relative;
            this.absolute = absolute;
        }

        Solve solve(Method method) {
            return Solve.with(method, PidController.of(relative, absolute));
        }
    }

    static List<StiffProblem> all() {
        return List.of(of("robertson", 1, 1e4, 1), of("vdp1000", 1, 0), of("hires", 1, 1, 1, 1, 1, 1, 1, 1));
    }

    private static StiffProblem of(String name, double... weights) {
        return new StiffProblem(TestProblems.named(name), weights);
    }

    static StiffProblem named(String name) {
        return all().stream()
                .filter(p -> p.problem().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no problem " + name + " in W4"));
    }

    String setting(Level level) {
        return problem.name() + " rtol=" + level.text;
    }

    Repeated repeated(Solve solve) {
        return new Repeated(solve, problem.field(), problem.to(), problem.start(), problem.parameterArrays());
    }

    /** The greatest error of a state relative to its size, to which 1e-12 is added. */
    double error(double[] end) {
        return Measure.STATES.of(end, problem.reference().orElseThrow().values());
    }

    /** The sum that is differentiated. */
    double sum(double[] end) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * end[i];
        }
        return sum;
    }
}
