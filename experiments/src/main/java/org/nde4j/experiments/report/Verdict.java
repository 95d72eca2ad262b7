package org.nde4j.experiments.report;

import java.util.List;

/** One sentence on what came out, from the best evidence there is: unseen data, else validation, else training. */
record Verdict(String sentence, boolean weak) {
    private static final double GOOD = 0.8;
    private static final int SHORT = 90;

    static Verdict of(Findings run) {
        if (run.equations().isEmpty()) return new Verdict("No equations were found in this folder.", true);
        String found = found(run.equations());
        for (Evidence e : Evidence.values()) {
            double r2 = run.summary().get(e.key).number();
            if (!Double.isNaN(r2)) return judged(found, e, r2);
        }
        return new Verdict(found + ".", false);
    }

    private static Verdict judged(String found, Evidence e, double r2) {
        if (r2 >= GOOD) return new Verdict(found + "; " + e.words + " with R² = " + rounded(r2) + ".", false);
        String worth = r2 > 0 ? "only moderately" : "no better than the mean";
        return new Verdict(found + "; but it " + e.words + " " + worth + ", R² = " + rounded(r2) + ".", true);
    }

    private static String found(List<Equation> equations) {
        String all = String.join(" and ", equations.stream().map(Equation::text).toList());
        if (all.length() <= SHORT) return "Found: " + pretty(all);
        return "Found equations for "
                + String.join(", ", equations.stream().map(Equation::left).toList());
    }

    /** Typographic signs in place of those of a keyboard. */
    static String pretty(String formula) {
        return formula.replace("**", "^").replace(" * ", "·").replace('*', '·').replace(" - ", " − ");
    }

    /** A coefficient of determination: never rounded up to 1. */
    static String rounded(double r2) {
        if (r2 < 1 && r2 >= 0.9995) return r2 >= 0.999995 ? "0.99999…" : Digits.of(Math.floor(r2 * 1e5) / 1e5, 5);
        return Digits.of(r2, 3);
    }

    private enum Evidence {
        TEST("test_r2", "predicts unseen data"),
        VALIDATION("validation_r2", "predicts the validation data"),
        TRAIN("train_r2", "fits the training data");

        final String key;
        final String words;

        Evidence(String key, String words) {
            this.key = key;
            this.words = words;
        }
    }
}
