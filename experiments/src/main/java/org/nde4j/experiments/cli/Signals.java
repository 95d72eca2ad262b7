package org.nde4j.experiments.cli;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.nde4j.experiments.run.StopRequest;

/**
 * Turns SIGTERM and Ctrl-C into a wish to stop. If the work ends within the grace, the process ends with its exit code
 * (75 when it can be resumed), else as the signal would have ended it (143 or 130).
 */
final class Signals {

    private static final long GRACE_SECONDS = 30;

    private final StopRequest stop;
    private final PrintStream err;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean busy;
    private volatile int code;

    Signals(StopRequest stop, PrintStream err) {
        this.stop = stop;
        this.err = err;
        Runtime.getRuntime().addShutdownHook(new Thread(this::shutDown, "nde-signals"));
    }

    /** From now on there is something that takes a moment to stop. */
    void working() {
        busy = true;
    }

    /** Ends the process. */
    void exit(int exitCode) {
        code = exitCode;
        ended.countDown();
        System.exit(exitCode);
    }

    private void shutDown() {
        if (!busy || ended.getCount() == 0) {
            return;
        }
        stop.ask("a signal");
        err.println("stopping at the next safe point (at most " + GRACE_SECONDS + " s)");
        try {
            if (ended.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
