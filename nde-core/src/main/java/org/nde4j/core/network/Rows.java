package org.nde4j.core.network;

import org.nde4j.core.program.Value;

/** The checks that layers share. */
final class Rows {
    private Rows() {}

    static void check(String layer, int inputs, Value x, Weights w) {
        if (x.shape().rank() != 2 || x.shape().dim(1) != inputs) {
            throw new IllegalArgumentException(
                    layer + " expects " + inputs + " inputs, got shape " + x.shape() + w.place());
        }
    }

    static void positive(String what, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(what + " is " + number + "; it must be at least 1");
        }
    }
}
