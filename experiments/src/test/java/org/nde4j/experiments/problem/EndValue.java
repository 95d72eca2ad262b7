package org.nde4j.experiments.problem;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.nde4j.core.equation.Partitioned;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.methods.Family;
import org.nde4j.core.solve.methods.Methods;

/**
 * A problem that a method should solve.
 *
 * @param problem the problem
 * @param method the method
 * @param tolerance relative
 */
record EndValue(TestProblem problem, Method method, double tolerance) {
    private static final int ATTEMPTS = 200_000;
    /*
     * The bound is for good methods; all others are allowed five times as much at the tolerance that suits their order. Errors
     * of methods of low order, or low order of their stages, fall more slowly than the tolerance, so at another one it is ten
     * times; 8 is the most that was seen.
     */
    private static final double ALLOWED = 5;
    private static final double ALLOWED_ELSEWHERE = 10;

    private static final List<Exclusion> EXCLUSIONS = List.of(
            new Exclusion(
                    ".*",
                    "Fehlberg2",
                    "goes on with the formula whose error it estimates, so its error falls with the tolerance to the 2/3"),
            new Exclusion(
                    "ring-modulator",
                    "ImplicitEuler|Trapezoid|TrBdf2|Sdirk2|Sil3|Rosenbrock23|Rodas4P?|Kvaerno.|KenCarp.|Bdf|RadauIIA5|Auto.*",
                    "swings a thousand times, fast beside slow: more than 200,000 steps, or errors that add up to more"),
            new Exclusion(
                    "hires|oregonator|brusselator-2d",
                    "ImplicitEuler",
                    "is of order 1, so its error falls with the root of the tolerance"),
            new Exclusion(
                    "e5-1e13",
                    "ImplicitEuler|Trapezoid",
                    "falls below zero by less than the tolerance, where the equation runs away"),
            new Exclusion(
                    "transistor-amplifier",
                    "Bdf|RadauIIA9",
                    "iterates without convergence on the exponentials of the transistors, however short the step"),
            new Exclusion(
                    ".*",
                    "ImplicitEuler",
                    1e-4,
                    "is of order 1, so its error falls with the root of the tolerance, up to 14 times the bound"),
            new Exclusion(
                    "brusselator-2d",
                    "KenCarp5",
                    1e-6,
                    "loses order where the source is switched on, 21 times the bound"),
            new Exclusion("rober-1e11", "GaussLegendre6|Trapezoid", "does not damp what is infinitely stiff"),
            new Exclusion("chemical-akzo|transistor-amplifier", "GaussLegendre6", "refuses mass matrices"));

    /** What the method is meant for. */
    static Predicate<TestProblem> meant(Methods.Entry entry) {
        return switch (entry.family()) {
            case EXPLICIT, MULTISTEP -> p -> !p.stiff();
            case STIFF, SPLIT -> TestProblem::stiff;
            case AUTOMATIC -> p -> true;
            case STABILIZED -> p -> p.name().matches("heat.*|brusselator-.d");
            case SYMPLECTIC -> p -> p.field() instanceof Partitioned halves && halves.isSecondOrder();
            case REVERSIBLE -> p -> false;
        };
    }

    /**
     * The methods that control their errors, but for the reversible ones: what makes their steps reversible keeps errors of a
     * damped equation from being damped, so they are for short times and are tested there.
     */
    static Stream<Methods.Entry> methods() {
        return Methods.all().stream().filter(e -> e.method().estimatesError() && e.family() != Family.REVERSIBLE);
    }

    /** All that a method is meant for, at one tolerance that suits its order. */
    static List<EndValue> of(Methods.Entry entry, Predicate<TestProblem> wanted) {
        return TestProblems.all().stream()
                .filter(meant(entry))
                .filter(wanted)
                .map(p ->
                        new EndValue(p, entry.method(), tolerance(entry.method().order())))
                .toList();
    }

    private static double tolerance(int order) {
        return order <= 3 ? 1e-4 : 1e-6;
    }

    /** All that a method is meant for, at another tolerance. */
    static List<EndValue> elsewhere(Methods.Entry entry, Predicate<TestProblem> wanted) {
        double other = entry.method().order() >= 5 ? 1e-8 : 1e-5;
        return of(entry, wanted).stream()
                .map(v -> new EndValue(v.problem, v.method, other))
                .toList();
    }

    /** Why it is not expected to end well; empty if it is. */
    Optional<Exclusion> exclusion() {
        return EXCLUSIONS.stream().filter(e -> e.covers(this)).findFirst();
    }

    static List<Exclusion> exclusions() {
        return EXCLUSIONS;
    }

    /** What is wrong; empty if nothing is. */
    Optional<String> fault() {
        try {
            return fault(Trial.of(problem, method, tolerance, ATTEMPTS).run());
        } catch (IllegalArgumentException refused) {
            return Optional.of(this + ": " + refused.getMessage());
        }
    }

    private Optional<String> fault(Trial.Result result) {
        if (!result.reached()) {
            return Optional.of(this + ": " + result.failure());
        }
        double error = problem.error(result.end());
        double allowed = tolerance == tolerance(method.order()) ? ALLOWED : ALLOWED_ELSEWHERE;
        double bound = allowed * problem.bound(tolerance);
        return error <= bound ? Optional.empty() : Optional.of(this + " is off by " + error + ", more than " + bound);
    }

    @Override
    public String toString() {
        return problem.name() + " by " + method.name() + " at " + tolerance;
    }
}
