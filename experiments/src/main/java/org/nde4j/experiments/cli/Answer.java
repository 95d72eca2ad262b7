package org.nde4j.experiments.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nde4j.experiments.run.Exit;

/**
 * What a command answers.
 *
 * @param exit how it ended
 * @param text what a person reads
 * @param json what a program reads: the object that {@code --json} prints
 */
record Answer(Exit exit, String text, Map<String, Object> json) {

    Answer {
        json = Collections.unmodifiableMap(new LinkedHashMap<>(json));
    }

    /** An answer of which a program reads status, code, message and some facts. */
    static Answer of(Exit exit, String text, Map<String, Object> facts) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("status", status(exit));
        json.put("code", exit.code());
        json.put("message", text);
        json.putAll(facts);
        return new Answer(exit, text, json);
    }

    /** The end in a word: completed, stopped, missed or failed. */
    static String status(Exit exit) {
        return switch (exit) {
            case DONE -> "completed";
            case STOPPED -> "stopped";
            case MISSED -> "missed";
            default -> "failed";
        };
    }
}
