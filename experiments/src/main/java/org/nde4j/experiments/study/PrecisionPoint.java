package org.nde4j.experiments.study;

import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.Stepper;
import org.nde4j.core.solve.explicit.ExplicitRungeKutta;
import org.nde4j.core.solve.methods.Auto;
import org.nde4j.core.solve.multistep.Adams;
import org.nde4j.core.solve.multistep.Bdf;
import org.nde4j.core.solve.stiff.DiagonallyImplicitRungeKutta;
import org.nde4j.core.solve.stiff.RosenbrockMethod;
import org.nde4j.core.work.Codec;
import org.nde4j.experiments.bench.Timing;
import org.nde4j.experiments.problem.Trial;

/**
 * One solve: what it took and how far off it ended.
 *
 * @param problem which problem
 * @param kind of the method
 * @param method which method
 * @param tolerance relative
 * @param steps accepted
 * @param rejected attempts
 * @param evaluations of f
 * @param jacobians evaluated
 * @param factorizations of matrices
 * @param error at the end; NaN if that was not reached
 * @param failure why the end was not reached; empty if it was
 * @param first the first call, which opens the bench, in milliseconds
 * @param milliseconds median of processor time; NaN if the end was not reached
 * @param runs how many were measured
 */
record PrecisionPoint(
        String problem,
        String kind,
        String method,
        double tolerance,
        int steps,
        int rejected,
        long evaluations,
        long jacobians,
        long factorizations,
        double error,
        String failure,
        double first,
        double milliseconds,
        int runs) {
    static final Codec<PrecisionPoint> CODEC = Codec.record(
            PrecisionPoint.class,
            Codec.STRING,
            Codec.STRING,
            Codec.STRING,
            Codec.DOUBLE,
            Codec.INT,
            Codec.INT,
            Codec.LONG,
            Codec.LONG,
            Codec.LONG,
            Codec.DOUBLE,
            Codec.STRING,
            Codec.DOUBLE,
            Codec.DOUBLE,
            Codec.INT);

    /** Solves, and measures it if it reaches the end. */
    static PrecisionPoint of(
            PrecisionProblem problem, Method method, double tolerance, WorkPrecisionStudy.Configuration settings) {
        long start = System.nanoTime();
        Trial trial = problem.trial(method, tolerance, settings.attempts());
        Trial.Result result = trial.run();
        double first = (System.nanoTime() - start) * 1e-6;
        boolean reached = result.reached();
        Timing timing = reached ? Timing.of(trial::run, settings.warmUp(), settings.budget()) : null;
        Stepper.Work work = result.work().work();
        return new PrecisionPoint(
                problem.problem().name(),
                kind(method),
                name(method),
                tolerance,
                result.work().steps(),
                result.work().rejected(),
                work.evaluations(),
                work.jacobians(),
                work.factorizations(),
                reached ? problem.error().applyAsDouble(result.end()) : Double.NaN,
                result.failure(),
                first,
                reached ? timing.cpu() : Double.NaN,
                reached ? timing.runs() : 0);
    }

    /** What a method is called in tables and beside its line. */
    static String name(Method method) {
        return method instanceof Auto ? "Auto" : method.name();
    }

    private static String kind(Method method) {
        if (method instanceof Auto) {
            return "automatic";
        }
        if (method instanceof ExplicitRungeKutta) {
            return method.order() <= 5 ? "explicit, order to 5" : "explicit, order 6 and more";
        }
        if (method instanceof Bdf || method instanceof Adams) {
            return "multistep";
        }
        if (method instanceof RosenbrockMethod) {
            return "Rosenbrock";
        }
        return method instanceof DiagonallyImplicitRungeKutta ? "diagonally implicit" : "fully implicit";
    }
}
