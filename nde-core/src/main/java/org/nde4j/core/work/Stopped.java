package org.nde4j.core.work;

/**
 * Thrown by a {@link Journal} when the work was asked to stop (a signal, a time limit). What was reached is kept, and
 * the work can be resumed. Let it pass; whoever catches it in between keeps the work from stopping.
 */
public final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A stop.
     *
     * @param reason who asked for it, in a few words
     */
    public Stopped(String reason) {
        super(reason);
    }
}
