package org.nde4j.experiments.run;

import java.time.Duration;
import java.util.Optional;
import org.nde4j.core.work.Stopped;

/** The wish that a run stops at the next safe point. Anyone may ask, from any thread; the first reason counts. */
public final class StopRequest {

    private volatile String reason;
    private volatile long deadline;
    private volatile String limit;

    /** Asks for a stop. */
    public synchronized void ask(String why) {
        reason = reason == null ? why : reason;
    }

    /** Asks for a stop once this much time has passed from now. */
    public void askAfter(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
        limit = "the time limit of " + time.toSeconds() + " s";
    }

    /** Why the run should stop, if it should. */
    public Optional<String> reason() {
        if (reason == null && limit != null && System.nanoTime() - deadline >= 0) {
            ask(limit);
        }
        return Optional.ofNullable(reason);
    }

    /**
     * Returns unless a stop was asked for.
     *
     * @throws Stopped if one was
     */
    public void check() {
        reason().ifPresent(why -> {
            throw new Stopped("stopped by " + why);
        });
    }
}
