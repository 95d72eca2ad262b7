package org.nde4j.experiments.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nde4j.experiments.config.Json;

/** What is known of a run, in {@code run.json}. May be shared by threads. */
public final class RunFile {

    /** Its name in the run folder. */
    public static final String NAME = "run.json";

    /** How a run stands. A run that is RUNNING but whose heartbeat is old has died and can be resumed. */
    public enum Status {
        /** It is at work. */
        RUNNING,
        /** It has done what it set out to do. */
        COMPLETED,
        /** It was asked to stop and can be resumed. */
        STOPPED,
        /** Something went wrong. */
        FAILED,
        /** It ended without reaching its goal. */
        DIVERGED
    }

    private final RunFolder folder;
    private final Map<String, Object> facts;

    private RunFile(RunFolder folder, Map<String, Object> facts) {
        this.folder = folder;
        this.facts = new LinkedHashMap<>(facts);
    }

    /** The file of a new run with these facts, its id among them, written at once. */
    public static RunFile create(RunFolder folder, Map<String, Object> facts) {
        RunFile file = new RunFile(folder, Map.of());
        file.facts.put("id", "");
        file.facts.put("status", Status.RUNNING);
        file.facts.put("start", now());
        file.facts.put("stop", null);
        file.facts.put("heartbeat", now());
        file.facts.put("exitCode", null);
        file.facts.put("message", "");
        file.facts.putAll(facts);
        file.save();
        return file;
    }

    /**
     * The file of an earlier run.
     *
     * @throws Corrupt if it cannot be understood
     */
    public static RunFile read(RunFolder folder) {
        try {
            RunFile file = new RunFile(folder, Json.object(folder.text(NAME)));
            file.status();
            return file;
        } catch (IllegalArgumentException | ClassCastException e) {
            throw new Corrupt("%s is damaged (%s); the run cannot be gone on with"
                    .formatted(folder.resolve(NAME), e.getMessage()));
        }
    }

    /** How the run stands. */
    public synchronized Status status() {
        return Status.valueOf(String.valueOf(facts.get("status")));
    }

    /** A text among the facts; empty if it is not there. Keys of inner objects follow after a dot. */
    public synchronized String text(String path) {
        Object value = facts;
        for (String key : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return value == null ? "" : value.toString();
    }

    /** A fact, or null. */
    public synchronized Object fact(String key) {
        return facts.get(key);
    }

    /** Sets a fact and saves. */
    public synchronized void set(String key, Object value) {
        facts.put(key, value);
        save();
    }

    /** Says that the run goes on, and saves. */
    public synchronized void resumed() {
        facts.put("status", Status.RUNNING);
        facts.put("stop", null);
        facts.put("exitCode", null);
        beat();
    }

    /** Says that the run is still at work, and saves. */
    public synchronized void beat() {
        facts.put("heartbeat", now());
        save();
    }

    /** Says how the run ended, and saves. */
    public synchronized void end(Status status, Exit exit, String message) {
        facts.put("status", status);
        facts.put("stop", now());
        facts.put("exitCode", exit.code());
        facts.put("message", message);
        save();
    }

    private void save() {
        folder.write(NAME, Json.pretty(facts));
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
