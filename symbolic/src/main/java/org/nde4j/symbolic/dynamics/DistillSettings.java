package org.nde4j.symbolic.dynamics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nde4j.core.model.NeuralOde;
import org.nde4j.core.train.TimeSeries;
import org.nde4j.symbolic.evolve.EvolutionSettings;

/**
 * How equations are distilled from trajectories.
 *
 * @param network the neural ODE that is trained first
 * @param members how many of them, with different first weights; their spread is the error of the field
 * @param samples at how many points along the data the field is regressed
 * @param regress the symbolic regression of each state
 * @param functions more operators for a second search of each state, whose results are compared with those of the first
 * @param choice how systems are put together and compared
 * @param holdout what is held out
 * @param known for a state, terms of its derivative that are known
 * @param complete the states whose derivative is known completely
 */
public record DistillSettings(
        NeuralOde network,
        int members,
        int samples,
        EvolutionSettings regress,
        List<String> functions,
        Choice choice,
        Holdout holdout,
        Map<String, String> known,
        List<String> complete) {

    /** Checks the ranges. */
    public DistillSettings {
        atLeast(1, members, "members");
        atLeast(10, samples, "samples");
        functions = List.copyOf(functions);
        known = Map.copyOf(known);
        complete = List.copyOf(complete);
    }

    private static void atLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", got " + value);
        }
    }

    /**
     * Checks that these settings can be used for a series.
     *
     * @throws IllegalArgumentException if a known term names something that is no state, or cannot be read, or a derivative
     *     is declared complete of which nothing is known
     */
    public void check(TimeSeries series) {
        Known.of(this, series);
    }

    /**
     * How systems are compared.
     *
     * @param perState how many expressions of each state's front are combined
     * @param finalists how many systems are refined and rounded
     * @param iterations of the constants' fit, at most
     * @param window points of the windows that constants are fitted to first
     * @param trajectories how many training trajectories are looked at in the comparison, at most
     * @param degree the greatest degree of the polynomials of the baseline
     */
    public record Choice(int perState, int finalists, int iterations, int window, int trajectories, int degree) {
        /** Checks the ranges. */
        public Choice {
            atLeast(1, perState, "perState");
            atLeast(1, finalists, "finalists");
            atLeast(1, iterations, "iterations");
            atLeast(2, window, "window");
            atLeast(1, trajectories, "trajectories");
            atLeast(1, degree, "degree");
        }

        /** Eight a state, four finalists. */
        public static Choice defaults() {
            return new Choice(8, 4, 12, 8, 24, 2);
        }
    }

    /**
     * What is held out.
     *
     * @param validation the share by which systems are chosen
     * @param test the share that is not looked at before the end
     */
    public record Holdout(double validation, double test) {
        /** Checks the ranges. */
        public Holdout {
            share(validation, "validation");
            share(test, "test");
            if (validation + test > 0.8) {
                throw new IllegalArgumentException("validation and test must be at most 0.8 together, got " + validation
                        + " and " + test + "; leave something to fit");
            }
        }

        private static void share(double value, String name) {
            if (!(value >= 0 && value < 1)) {
                throw new IllegalArgumentException(name + " must be a share from 0 to below 1, got " + value);
            }
        }

        /** 15 percent each. */
        public static Holdout defaults() {
            return new Holdout(0.15, 0.15);
        }
    }

    /** The settings of the second search; null if there is none. */
    EvolutionSettings withFunctions() {
        List<String> more =
                functions.stream().filter(f -> !regress.operators().contains(f)).toList();
        List<String> all = new ArrayList<>(regress.operators());
        all.addAll(more);
        EvolutionSettings.Limits limits = regress.limits();
        List<String> nesting =
                limits.nesting().isEmpty() ? EvolutionSettings.Limits.plainNesting(all) : limits.nesting();
        return more.isEmpty()
                ? null
                : regress.withOperators(all)
                        .withLimits(new EvolutionSettings.Limits(limits.size(), limits.depth(), nesting));
    }

    /** What suits most data. */
    public static DistillSettings defaults() {
        return new DistillSettings(
                NeuralOde.defaults(),
                3,
                400,
                EvolutionSettings.defaults(),
                List.of("sin", "cos", "exp", "log"),
                Choice.defaults(),
                Holdout.defaults(),
                Map.of(),
                List.of());
    }
}
