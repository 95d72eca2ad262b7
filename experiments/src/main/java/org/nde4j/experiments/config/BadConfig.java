package org.nde4j.experiments.config;

/** A configuration, an option or an argument that cannot be used as given. The message says where, what and how to mend it. */
public final class BadConfig extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param message where, what, and what to do
     */
    public BadConfig(String message) {
        super(message);
    }

    /**
     * A refusal with its cause.
     *
     * @param message where, what, and what to do
     * @param cause what was thrown
     */
    public BadConfig(String message, Throwable cause) {
        super(message, cause);
    }
}
