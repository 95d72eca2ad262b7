package org.nde4j.experiments.run;

/** A run folder that cannot be gone on with: a file in it is damaged, or belongs to another configuration, code or data. */
public final class Corrupt extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param message which file, what is wrong with it, and what to do
     */
    public Corrupt(String message) {
        super(message);
    }
}
