package org.nde4j.experiments.data;

/** Data that cannot be used as it is. The message says in which file, line and column, what was found and what to do. */
public final class BadData extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param message where, what, and what to do
     */
    public BadData(String message) {
        super(message);
    }
}
