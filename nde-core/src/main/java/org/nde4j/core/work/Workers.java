package org.nde4j.core.work;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fixed number of threads that share lists of tasks, the calling thread among them.
 *
 * <p>Results come in the order of the tasks, whatever the number of threads; as long as each task is a pure function of
 * its inputs, so is the list. A task may itself hand out tasks: whoever hands out works on them too, so nothing waits
 * for a thread that is not at work, and there is no deadlock. The threads are daemons.
 */
public final class Workers implements AutoCloseable {

    private final int threads;
    private final ExecutorService helpers;

    private Workers(int threads) {
        this.threads = threads;
        this.helpers = threads == 1 ? null : Executors.newFixedThreadPool(threads - 1, named(new AtomicInteger()));
    }

    /**
     * Workers with this many threads, the calling thread counted.
     *
     * @param threads the number of threads
     * @return the workers, to be closed
     * @throws IllegalArgumentException if there is not at least one
     */
    public static Workers of(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("workers need at least 1 thread, got " + threads);
        }
        return new Workers(threads);
    }

    /** {@return the number of threads, the calling thread counted} */
    public int threads() {
        return threads;
    }

    /**
     * The results of all tasks, in the order of the tasks.
     *
     * <p>If a task fails, the tasks not yet begun are left out, those at work are waited for, and the failure of the
     * first task that failed, in the order of the tasks, is thrown: unchecked exceptions and errors as they are, checked
     * ones as the cause of a {@link CompletionException}.
     *
     * @param <T> the type of the results
     * @param tasks the tasks; may be empty
     * @return an unmodifiable list with a result for each task
     */
    public <T> List<T> all(List<? extends Callable<? extends T>> tasks) {
        Batch<T> batch = new Batch<>(List.copyOf(tasks));
        int help = Math.min(threads, tasks.size()) - 1;
        for (int i = 0; i < help; i++) {
            helpers.execute(batch::work);
        }
        batch.work();
        return batch.results();
    }

    /** Lets the threads go once they have finished what they are at. */
    @Override
    public void close() {
        if (helpers != null) {
            helpers.shutdown();
        }
    }

    private static ThreadFactory named(AtomicInteger count) {
        return task -> {
            Thread thread = new Thread(task, "nde-worker-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
