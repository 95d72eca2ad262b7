package org.nde4j.experiments.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.nde4j.core.work.Codec;
import org.nde4j.core.work.Journal;
import org.nde4j.core.work.Stopped;

/**
 * A journal in a folder. Values are kept as they are computed and states of loops every few seconds, in files that tell
 * whether they are whole; after a kill, the work goes on from them to the same bits.
 *
 * <p>A name may be used once in a run; a second use, which would read back the value of the first, is refused. Failures
 * of the disk are thrown as {@link UncheckedIOException}, and leave what was kept before.
 */
public final class FileJournal implements Journal {

    private final Checkpoints checkpoints;
    private final long interval;
    private final StopRequest stop;
    private final Progress progress;
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    /**
     * A journal in a folder.
     *
     * @param disk the disk
     * @param folder where the checkpoints go; made if it is not there
     * @param key what the run depends on: a hash of configuration, code and data; what was kept under another is passed
     *     over
     * @param every how often the state of a loop is kept
     * @param stop who may ask the run to stop
     * @param progress who is told how far the work is
     * @param log where remarks go, one line each
     */
    public FileJournal(
            Disk disk,
            Path folder,
            String key,
            Duration every,
            StopRequest stop,
            Progress progress,
            Consumer<String> log) {
        this.checkpoints = RunFolder.attempt(() -> new Checkpoints(disk, folder, key, log));
        this.interval = every.toNanos();
        this.stop = stop;
        this.progress = progress;
    }

    @Override
    public <T> T once(String name, Codec<T> codec, Supplier<T> compute) {
        return named(name, () -> {
            Optional<Checkpoints.Kept<T>> kept = checkpoints.last(name, codec);
            if (kept.isPresent()) {
                return kept.get().value();
            }
            stop.check();
            T value = compute.get();
            checkpoints.keep(name, 0, codec, value);
            return value;
        });
    }

    @Override
    public <S> S loop(String name, Codec<S> codec, S start, Predicate<S> done, UnaryOperator<S> step) {
        return named(name, () -> {
            Optional<Checkpoints.Kept<S>> kept = checkpoints.last(name, codec);
            S from = kept.isPresent() ? kept.get().value() : start;
            long sequence = kept.isPresent() ? kept.get().sequence() + 1 : 0;
            return new Loop<>(name, codec, done, step, sequence).from(from);
        });
    }

    @Override
    public void progress(String stage, long done, long total, String message) {
        progress.at(stage, done, total, message);
        stop.check();
    }

    @Override
    public void checkpoint() {
        stop.check();
    }

    private <T> T named(String name, RunFolder.Operation<T> work) {
        if (!names.add(name)) {
            throw new IllegalStateException(
                    "the name '%s' is used twice in this run; give each piece of work its own, or scope the journal"
                            .formatted(name));
        }
        return RunFolder.attempt(work);
    }

    /** One loop at work. */
    private final class Loop<S> {

        private final String name;
        private final Codec<S> codec;
        private final Predicate<S> done;
        private final UnaryOperator<S> step;
        private long sequence;
        private long keptAt = System.nanoTime();
        private boolean kept = true;

        Loop(String name, Codec<S> codec, Predicate<S> done, UnaryOperator<S> step, long sequence) {
            this.name = name;
            this.codec = codec;
            this.done = done;
            this.step = step;
            this.sequence = sequence;
        }

        S from(S start) throws IOException {
            S state = start;
            try {
                while (!done.test(state)) {
                    stop.check();
                    state = step.apply(state);
                    kept = false;
                    keepIfDue(state);
                }
            } catch (Stopped e) {
                keep(state);
                throw e;
            }
            keep(state);
            return state;
        }

        private void keepIfDue(S state) throws IOException {
            if (System.nanoTime() - keptAt >= interval) {
                keep(state);
            }
        }

        private void keep(S state) throws IOException {
            if (!kept) {
                checkpoints.keep(name, sequence++, codec, state);
                keptAt = System.nanoTime();
                kept = true;
            }
        }
    }
}
