package org.nde4j.experiments.study;

import java.time.Duration;
import org.nde4j.core.work.Journal;
import org.nde4j.core.work.Stopped;
import org.nde4j.core.work.Workers;
import org.nde4j.experiments.run.Exit;
import org.nde4j.experiments.run.FileJournal;
import org.nde4j.experiments.run.Heartbeat;
import org.nde4j.experiments.run.Manifest;
import org.nde4j.experiments.run.RunFile;
import org.nde4j.experiments.run.RunFile.Status;
import org.nde4j.experiments.run.RunFolder;
import org.nde4j.experiments.run.RunLog;

/** One study at work in one folder, from the first step to the manifest. */
final class Execution<C extends Record> {

    private static final Duration BEAT = Duration.ofSeconds(10);

    private final Session session;
    private final Prepared<C> prepared;
    private final RunFolder folder;
    private final RunFile file;
    private final RunLog log;

    Execution(Session session, Prepared<C> prepared, RunFolder folder, RunFile file) {
        this.session = session;
        this.prepared = prepared;
        this.folder = folder;
        this.file = file;
        this.log = new RunLog(folder);
    }

    /** Runs with the checkpoints kept under this key. */
    Conclusion run(String key) {
        session.begun().accept(folder.path());
        log.accept("%s, seed %d, %d threads".formatted(prepared.study().name(), prepared.seed(), session.threads()));
        try {
            Conclusion conclusion = Heartbeat.during(file, BEAT, log, () -> study(key));
            finish(conclusion);
            return conclusion;
        } catch (Throwable failure) {
            end(failure);
            throw failure;
        }
    }

    private Conclusion study(String key) {
        try (Workers workers = Workers.of(session.threads())) {
            StudyContext context =
                    new StudyContext(folder, journal(key), workers, prepared.seed(), prepared.table(), log);
            return prepared.study().run(prepared.configuration().value(), context);
        }
    }

    private Journal journal(String key) {
        return new FileJournal(
                session.disk(),
                folder.resolve("checkpoints"),
                key,
                session.keepEvery(),
                session.stop(),
                session.progress(),
                log);
    }

    private void finish(Conclusion conclusion) {
        file.set("facts", conclusion.facts());
        boolean reached = conclusion.reached();
        file.end(reached ? Status.COMPLETED : Status.DIVERGED, reached ? Exit.DONE : Exit.MISSED, conclusion.message());
        session.finish().accept(folder.path());
        Manifest.write(folder);
        log.accept(reached ? "done" : "ended without reaching the goal: " + conclusion.message());
    }

    /** Notes a failure as well as the disk lets us. */
    private void end(Throwable failure) {
        boolean stopped = failure instanceof Stopped;
        if (stopped) {
            log.accept(failure.getMessage());
        } else {
            log.failure(failure);
        }
        try {
            file.end(stopped ? Status.STOPPED : Status.FAILED, Exit.of(failure), Exit.message(failure));
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
