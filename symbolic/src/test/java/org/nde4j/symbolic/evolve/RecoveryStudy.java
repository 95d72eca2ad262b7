package org.nde4j.symbolic.evolve;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nde4j.core.work.Journal;
import org.nde4j.core.work.Workers;
import org.nde4j.symbolic.front.Choice;
import org.nde4j.symbolic.front.Point;
import org.nde4j.symbolic.score.Dataset;

/** How often and how fast laws are found; prints rates and seconds. Takes minutes. */
@Tag("slow")
class RecoveryStudy {
    private static final int SEEDS = 5;

    static List<Arguments> laws() {
        List<Arguments> cases = new ArrayList<>();
        for (Problem problem : Problem.LAWS) {
            cases.add(Arguments.of(problem, 0.0, 300));
            cases.add(Arguments.of(problem, 1e-3, 1000));
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("laws")
    void law_is_found_for_most_seeds(Problem problem, double noise, int rows) {
        List<Double> seconds = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        int found = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            long start = System.nanoTime();
            Search search = Search.of(EvolutionSettings.defaults()
                    .withOperators(problem.operators())
                    .withSeed(seed));
            Point best =
                    run(search, problem.sample(rows, noise, 100 + seed)).front().choose(Choice.BEST);
            seconds.add((System.nanoTime() - start) * 1e-9);
            sizes.add(best.complexity());
            // Constants from 1,000 points with noise 1e-3 leave 1e-6 times their number over 1,000.
            found += problem.error(best.expression()) < Math.max(1e-20, 0.05 * noise * noise) ? 1 : 0;
        }
        print(problem.law() + " noise " + noise, found, seconds, " complexity " + sizes);
        assertTrue(found >= SEEDS - 1, problem + " was found for " + found + " of " + SEEDS + " seeds");
    }

    private static SearchResult run(Search search, Dataset data) {
        try (Workers workers = Workers.of(2)) {
            return search.run(data, workers, Journal.inMemory());
        }
    }

    private static void print(String name, int found, List<Double> seconds, String more) {
        List<Double> sorted = new ArrayList<>(seconds);
        Collections.sort(sorted);
        System.out.printf(
                "%-50s %d of %d, median %.1f s, most %.1f s%s%n",
                name, found, sorted.size(), sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1), more);
    }

    static List<Arguments> classics() {
        return List.of(
                Arguments.of("nguyen5", sample(62, 20, 1, -1, 1, x -> Math.sin(x[0] * x[0]) * Math.cos(x[0]) - 1)),
                Arguments.of("keijzer6", harmonic()),
                Arguments.of(
                        "feynman I.6.2",
                        sample(
                                63,
                                200,
                                2,
                                1,
                                3,
                                x -> Math.exp(-x[0] * x[0] / (x[1] * x[1]) / 2) / (Math.sqrt(2 * Math.PI) * x[1]))));
    }

    /** Rows of uniform numbers from {@link SplittableRandom}, row by row. */
    private static Dataset sample(
            long seed, int rows, int variables, double low, double high, ToDoubleFunction<double[]> law) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[variables][rows];
        double[] target = new double[rows];
        for (int row = 0; row < rows; row++) {
            double[] x = new double[variables];
            for (int v = 0; v < variables; v++) {
                x[v] = low + (high - low) * random.nextDouble();
                columns[v][row] = x[v];
            }
            target[row] = law.applyAsDouble(x);
        }
        return Dataset.of(List.of("x", "y").subList(0, variables), columns, target);
    }

    private static Dataset harmonic() {
        double[] x = new double[50];
        double[] sums = new double[50];
        for (int i = 0; i < 50; i++) {
            x[i] = i + 1;
            sums[i] = (i == 0 ? 0 : sums[i - 1]) + 1 / x[i];
        }
        return Dataset.of(List.of("x"), new double[][] {x}, sums);
    }

    /** The normalized error goes below 1e-8, the bar of the published comparisons. */
    @ParameterizedTest
    @MethodSource("classics")
    void classic_is_fitted_to_eight_digits(String name, Dataset data) {
        List<Double> seconds = new ArrayList<>();
        List<String> forms = new ArrayList<>();
        int found = 0;
        for (int seed = 0; seed < 3; seed++) {
            long start = System.nanoTime();
            Search search = Search.of(EvolutionSettings.defaults()
                            .withOperators(Problem.ALL)
                            .withSeed(seed)
                            .withStop(new EvolutionSettings.Stop(200, 1e-8, 0)))
                    .until(progress -> progress.leastLoss() <= 1e-8 * progress.baseline());
            SearchResult result = run(search, data);
            seconds.add((System.nanoTime() - start) * 1e-9);
            Point best = result.front().choose(Choice.ACCURACY);
            found += best.loss() <= 1e-8 * result.baseline() ? 1 : 0;
            forms.add(best.expression().rounded(4).text());
        }
        print(name, found, seconds, " " + forms);
        assertTrue(found >= 2, name + " was fitted for " + found + " of 3 seeds");
    }
}
