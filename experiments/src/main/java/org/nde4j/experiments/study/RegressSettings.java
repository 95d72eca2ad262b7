package org.nde4j.experiments.study;

import java.util.HashSet;
import java.util.List;
import org.nde4j.symbolic.dynamics.DistillSettings.Holdout;
import org.nde4j.symbolic.evolve.EvolutionSettings;
import org.nde4j.symbolic.front.Choice;

/**
 * The configuration of a regression.
 *
 * @param target the column to explain
 * @param features the columns to explain it by; if there are none, all others that hold numbers
 * @param holdout the shares of the rows that the expression is chosen by, and that are not looked at before the end
 * @param search the search for expressions; its seed adds to the seed of the run
 * @param choice which expression is taken, by the loss on the validation rows
 */
public record RegressSettings(
        String target, List<String> features, Holdout holdout, EvolutionSettings search, Choice choice) {

    /** Checks names and shares. */
    public RegressSettings {
        features = List.copyOf(features);
        if (new HashSet<>(features).size() < features.size()) {
            throw new IllegalArgumentException("features names a column twice: " + String.join(", ", features));
        }
        if (features.contains(target)) {
            throw new IllegalArgumentException(
                    "features names the target '" + target + "', which cannot explain itself; leave it out");
        }
        if (!(holdout.validation() >= 0 && holdout.test() >= 0 && holdout.validation() + holdout.test() <= 0.8)) {
            throw new IllegalArgumentException("holdout has shares of " + holdout.validation() + " and "
                    + holdout.test() + "; they must not be negative, and at most 0.8 together");
        }
    }

    /** No target yet; every other column, arithmetic, 15 percent held out for the choice and 15 to the end. */
    public static RegressSettings defaults() {
        return new RegressSettings("", List.of(), Holdout.defaults(), EvolutionSettings.defaults(), Choice.BEST);
    }
}
