package org.nde4j.experiments.run;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Says now and then in {@code run.json} that a run is at work. */
public final class Heartbeat {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "nde-heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    private Heartbeat() {}

    /**
     * Does some work with the heart beating. A beat that fails is remarked in the log and does not end the work.
     *
     * @return what the work gives
     */
    public static <T> T during(RunFile file, Duration every, Consumer<String> log, Supplier<T> work) {
        Heartbeat heart = new Heartbeat();
        heart.timer.scheduleWithFixedDelay(
                () -> beat(file, log), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return work.get();
        } finally {
            heart.stop();
        }
    }

    private static void beat(RunFile file, Consumer<String> log) {
        try {
            file.beat();
        } catch (RuntimeException e) {
            log.accept("the heartbeat could not be written: " + Exit.message(e));
        }
    }

    /** Returns once no beat is under way any more. */
    private void stop() {
        timer.shutdown();
        boolean interrupted = false;
        while (!timer.isTerminated()) {
            try {
                timer.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
