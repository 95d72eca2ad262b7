package org.nde4j.experiments.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.nde4j.core.adjoint.DifferentiableSolve;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Sensitivity;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.SolveFailed;
import org.nde4j.core.solve.Solver;
import org.nde4j.core.solve.stiff.KenCarp4;
import org.nde4j.core.solve.stiff.Kvaerno3;
import org.nde4j.core.solve.stiff.Kvaerno5;
import org.nde4j.core.solve.stiff.RadauIIA5;
import org.nde4j.core.solve.stiff.Rodas4;
import org.nde4j.core.solve.stiff.Rodas5P;
import org.nde4j.experiments.problem.TestProblem;

/**
 * W4-grad, gradients of stiff solves: the problems of W4, solved and differentiated. What is differentiated is a weighted sum
 * of the states at the end, with the weights (1, 1e4, 1) for Robertson's reaction, (1, 0) for van der Pol and ones for HIRES,
 * by the three rates, by mu and by six rates. The error is that of all derivatives times their parameters, relative, in the
 * Euclidean norm, {@code grad_err} against central differences of order 4 over steps of 1e-4 of the parameter, solved at a
 * tolerance of 1e-12, and {@code grad_err_sensitivity} against the sensitivity equations, solved at 1e-10: the differences
 * themselves are off by 1e-7 for Robertson's reaction and by 5e-5 for HIRES.
 */
public final class StiffGradients implements Workload {
    private static final List<Solver> METHODS =
            List.of(new Rodas5P(), new Rodas4(), new Kvaerno5(), new Kvaerno3(), new KenCarp4(), new RadauIIA5());

    @Override
    public String name() {
        return "W4-grad";
    }

    @Override
    public void measure(Selection selection, Consumer<Row> rows) {
        for (StiffProblem problem : StiffProblem.all()) {
            Expected expected = null;
            for (Solver method : METHODS) {
                for (StiffProblem.Level level : StiffProblem.Level.values()) {
                    if (selection.wants(peer(method), problem.setting(level))) {
                        expected = expected == null ? Expected.of(problem) : expected;
                        rows.accept(measured(problem, method, level, expected, selection));
                    }
                }
            }
        }
    }

    private static String peer(Solver method) {
        return "nde4j:" + method.name() + "+DifferentiableSolve";
    }

    private Row measured(
            StiffProblem problem, Solver method, StiffProblem.Level level, Expected expected, Selection selection) {
        String setting = problem.setting(level);
        Gradient gradient = new Gradient(problem, level.solve(method));
        try {
            Timing timing = selection.time(gradient);
            Map<String, Object> checks = new LinkedHashMap<>();
            checks.put("accepted", gradient.steps);
            checks.put("grad_err", error(problem, gradient.last, expected.differences));
            checks.put("grad_err_sensitivity", error(problem, gradient.last, expected.sensitivities));
            checks.put("grad", Arrays.stream(gradient.last).boxed().toList());
            return new Row(name(), peer(method), setting, timing, checks);
        } catch (SolveFailed failure) {
            return Row.failed(name(), peer(method), setting, failure);
        }
    }

    /** The same gradient in two other ways. */
    private record Expected(double[] differences, double[] sensitivities) {
        static Expected of(StiffProblem problem) {
            return new Expected(StiffGradients.differences(problem), StiffGradients.sensitivities(problem));
        }
    }

    /** The gradient of a problem's sum by the parameters. */
    static double[] gradient(StiffProblem problem, Solve solve) {
        Gradient gradient = new Gradient(problem, solve);
        gradient.run();
        return gradient.last;
    }

    private static final class Gradient implements Runnable {
        private final StiffProblem problem;
        private final Solve solve;
        private DifferentiableSolve opened;
        private double[] last;
        private int steps;

        Gradient(StiffProblem problem, Solve solve) {
            this.problem = problem;
            this.solve = solve;
        }

        @Override
        public void run() {
            if (opened == null) {
                opened = DifferentiableSolve.of(
                        solve,
                        problem.problem().field(),
                        1,
                        0,
                        problem.problem().to());
            }
            double[] parameters = problem.problem().parameters().get(0);
            DifferentiableSolve.Result result =
                    opened.at(new double[][] {problem.problem().start(), parameters});
            steps = result.ledger().steps();
            last = result.pull(new double[][] {problem.weights()})[1];
        }
    }

    /** Central differences of order 4. */
    static double[] differences(StiffProblem problem) {
        double[] parameters = problem.problem().parameters().get(0);
        double[] all = new double[parameters.length];
        Repeated solve = problem.repeated(
                Solve.with(new Rodas5P(), PidController.of(1e-12, 1e-18)).atMost(10_000_000));
        double[] weights = {1, -8, 8, -1};
        for (int i = 0; i < all.length; i++) {
            double h = 1e-4 * parameters[i];
            for (int k = 0; k < 4; k++) {
                double[] moved = parameters.clone();
                moved[i] += (k < 2 ? k - 2 : k - 1) * h;
                all[i] += weights[k] * problem.sum(solve.with(moved).last());
            }
            all[i] /= 12 * h;
        }
        return all;
    }

    /** By the sensitivity equations, along parameters that change by their own size. */
    static double[] sensitivities(StiffProblem problem) {
        TestProblem p = problem.problem();
        double[] parameters = p.parameters().get(0);
        int n = p.start().length;
        List<List<double[]>> directions = IntStream.range(0, parameters.length)
                .mapToObj(i -> {
                    double[] direction = new double[parameters.length];
                    direction[i] = parameters[i];
                    return List.of(direction);
                })
                .toList();
        double[] start = Arrays.copyOf(p.start(), n * (1 + parameters.length));
        Solve solve = Solve.with(new Rodas5P(), PidController.of(1e-10, 1e-16)).atMost(10_000_000);
        Array starts = new Array(Shape.of(1, start.length), start);
        double[] end = solve.run(new Sensitivity(p.field(), directions), 0, p.to(), starts, parameters)
                .orThrow()
                .last();
        double[] all = new double[parameters.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = problem.sum(Arrays.copyOfRange(end, n * (1 + i), n * (2 + i))) / parameters[i];
        }
        return all;
    }

    /** The error of a gradient. */
    static double error(StiffProblem problem, double[] gradient, double[] expected) {
        double[] parameters = problem.problem().parameters().get(0);
        double off = 0;
        double size = 0;
        for (int i = 0; i < expected.length; i++) {
            double difference = (gradient[i] - expected[i]) * parameters[i];
            off += difference * difference;
            size += expected[i] * parameters[i] * expected[i] * parameters[i];
        }
        return Math.sqrt(off / size);
    }
}
