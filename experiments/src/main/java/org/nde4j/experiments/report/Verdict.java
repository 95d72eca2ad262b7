package org.nde4j.experiments.report;

import java.util.List;

/** One sentence on what came out, from the best evidence there is: unseen data, else validation, else training. */
record Verdict(String sentence, boolean weak) {
    private static final double GOOD = 0.8;
    private static final int SHORT = 90;

    static Verdict of(Findings run) {
        if (!run.own().isEmpty()) return own(run);
        if (run.equations().isEmpty()) return new Verdict("No equations were found in this folder.", true);
        for (Evidence e : Evidence.values()) {
            double r2 = run.summary().get(e.key).number();
            if (!Double.isNaN(r2)) return judged(run, e, r2);
        }
        return new Verdict(found(run.equations()) + ".", false);
    }

    /* A study with sections of its own says itself what came out. */
    private static Verdict own(Findings run) {
        boolean reached = run.run().get("status").text().equals("COMPLETED");
        return reached
                ? new Verdict(run.run().get("message").text(), false)
                : new Verdict("The study did not reach its goal.", true);
    }

    private static Verdict judged(Findings run, Evidence e, double r2) {
        String it = run.equations().size() == 1 ? "it " + e.verb + "s " : "they " + e.verb + " ";
        String found = found(run.equations());
        if (r2 >= GOOD) return new Verdict(found + "; " + it + e.what + " with " + scored(r2) + ".", false);
        String worth = r2 > 0 ? "only moderately" : "no better than the mean does";
        return new Verdict(found + "; but " + it + e.what + " " + worth + ", " + scored(r2) + ".", true);
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

    /** A coefficient of determination with its name. */
    static String scored(double r2) {
        String number = rounded(r2);
        return number.startsWith(">") ? "R² " + number : "R² = " + number;
    }

    /** A coefficient of determination: never rounded up to 1. */
    static String rounded(double r2) {
        if (r2 < 1 && r2 >= 0.99999) return "> 0.99999";
        if (r2 < 1 && r2 >= 0.9995) return Digits.of(Math.floor(r2 * 1e5) / 1e5, 5);
        return Digits.of(r2, 3);
    }

    private enum Evidence {
        TEST("test_r2", "predict", "unseen data"),
        VALIDATION("validation_r2", "predict", "the validation data"),
        TRAIN("train_r2", "fit", "the training data");

        final String key;
        final String verb;
        final String what;

        Evidence(String key, String verb, String what) {
            this.key = key;
            this.verb = verb;
            this.what = what;
        }
    }
}
