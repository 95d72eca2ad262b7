package org.nde4j.experiments.bench;

/**
 * What to measure and for how long.
 *
 * @param only part of the peer or the setting; empty for all
 * @param warmUp seconds of processor time before a measurement
 * @param budget seconds of processor time of a measurement
 */
public record Selection(String only, double warmUp, double budget) {
    /** All settings, three seconds to warm up and two to measure. */
    public static Selection everything() {
        return new Selection("", 3, 2);
    }

    /** The same with only the rows that have the text in their peer or setting. */
    public Selection only(String text) {
        return new Selection(text, warmUp, budget);
    }

    boolean wants(String peer, String setting) {
        return peer.contains(only) || setting.contains(only);
    }

    Timing time(Runnable call) {
        return Timing.of(call, warmUp, budget);
    }
}
