package org.nde4j.core.train;

/** Ranges of the settings of training. */
final class Checks {
    private Checks() {}

    static void unit(String what, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(what + " is " + value + "; it must be at least 0 and less than 1");
        }
    }

    static void notNegative(String what, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " is " + value + "; it must be finite and not negative");
        }
    }

    static void positive(String what, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " is " + value + "; it must be finite and positive");
        }
    }
}
