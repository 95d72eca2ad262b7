package org.nde4j.symbolic.dynamics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.nde4j.core.array.Numbers;

/** What a reader should know before believing the equations. */
final class Warnings {
    private static final double TOGETHER = 0.995; // correlation above which two constants are one in effect

    private final Split split;
    private final TrajectoryFit.Fitted fitted;
    private final List<Candidate> systems;
    private final Candidate baseline;
    private final Distilled.Scores scores;
    private final List<String> warnings = new ArrayList<>();

    Warnings(
            Split split,
            TrajectoryFit.Fitted fitted,
            List<Candidate> systems,
            Candidate baseline,
            Distilled.Scores scores) {
        this.split = split;
        this.fitted = fitted;
        this.systems = systems;
        this.baseline = baseline;
        this.scores = scores;
    }

    List<String> all() {
        fit();
        constants();
        rivals();
        return List.copyOf(warnings);
    }

    private void fit() {
        if (!split.tests()) {
            warnings.add(
                    "Nothing was held out for a test: the data are too few. The equations were not checked on data "
                            + "they were not fitted to.");
        } else if (scores.test() <= 0.5) { // not a number where nothing varies
            warnings.add("The equations do not forecast the held-out data well (R2 = " + number(scores.test())
                    + "). Take them as a description of the fitted data only.");
        }
        if (scores.train() <= 0.8) {
            warnings.add("The equations do not follow the fitted data closely (R2 = " + number(scores.train())
                    + "). Noise may be large, a state may be missing, or the operators may be too few.");
        }
        if (scores.distillation() < 0.9) {
            warnings.add("The equations and the network disagree about the field (R2 = " + number(scores.distillation())
                    + "): the one or the other has not learned it.");
        }
    }

    private void constants() {
        int[] free = fitted.system().free();
        double[] constants = fitted.system().constants();
        Covariance covariance = Covariance.of(fitted);
        double[] errors = covariance.errors();
        for (int i = 0; i < free.length; i++) {
            double error = errors[i];
            double value = constants[free[i]];
            if (!(error < 0.5 * Math.abs(value))) {
                warnings.add("The constant " + number(value) + " is hardly determined by these data (standard error "
                        + number(error) + ").");
            }
            for (int j = 0; j < i; j++) {
                double together = covariance.correlation(i, j);
                if (Math.abs(together) > TOGETHER) {
                    warnings.add("The constants " + number(constants[free[j]]) + " and " + number(value)
                            + " cannot be told apart by these data (correlation " + number(together)
                            + "): only a combination of them is determined.");
                }
            }
        }
    }

    private void rivals() {
        Candidate chosen = systems.get(0);
        for (Candidate other : systems.subList(1, Math.min(4, systems.size()))) {
            boolean close = other.criterion() - chosen.criterion() < 4;
            boolean differs =
                    !other.system().derivatives().equals(chosen.system().derivatives())
                            && other.system().complexity() != chosen.system().complexity();
            if (close && differs) {
                warnings.add("Another system does about as well: "
                        + rounded(other.system()).toString().strip().replace("\n", "; ") + ".");
                return;
            }
        }
        if (baseline.criterion() <= chosen.criterion() + 4) {
            warnings.add("A sparse polynomial model predicts as well as the distilled equations: see the baseline.");
        }
    }

    private static EquationSystem rounded(EquationSystem system) {
        return EquationSystem.of(
                system.states(),
                system.derivatives().stream().map(e -> e.rounded(5)).toList());
    }

    private static String number(double value) {
        return Double.isFinite(value)
                ? Numbers.text(new BigDecimal(value).round(new MathContext(3)).doubleValue())
                : Numbers.text(value);
    }
}
