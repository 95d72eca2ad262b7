package org.nde4j.core.work;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;

/**
 * A list of tasks that threads take one by one, in order. Since a task is begun only after all before it, the first
 * failure in the order of the tasks is the same for any number of threads.
 */
final class Batch<T> {

    private final List<? extends Callable<? extends T>> tasks;
    private final List<T> results;
    private final Throwable[] failures;
    private int next;
    private int running;
    private boolean failed;

    Batch(List<? extends Callable<? extends T>> tasks) {
        this.tasks = tasks;
        this.results = new ArrayList<>(Collections.nCopies(tasks.size(), null));
        this.failures = new Throwable[tasks.size()];
    }

    /** Works on tasks until none is left to begin. */
    void work() {
        for (int task = begin(); task >= 0; task = begin()) {
            try {
                finish(task, tasks.get(task).call(), null);
            } catch (Throwable failure) {
                finish(task, null, failure);
            }
        }
    }

    /** The results, once no task is at work any more. */
    synchronized List<T> results() {
        awaitOthers();
        for (Throwable failure : failures) {
            if (failure != null) {
                throw unchecked(failure);
            }
        }
        return Collections.unmodifiableList(results);
    }

    private synchronized int begin() {
        if (failed || next == tasks.size()) {
            return -1;
        }
        running++;
        return next++;
    }

    private synchronized void finish(int task, T result, Throwable failure) {
        results.set(task, result);
        failures[task] = failure;
        failed |= failure != null;
        running--;
        notifyAll();
    }

    private void awaitOthers() {
        boolean interrupted = false;
        while (running > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException exception ? exception : new CompletionException(failure);
    }
}
