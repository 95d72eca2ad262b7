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
 * @param facts what a program reads, besides status, code and message
 */
record Answer(Exit exit, String text, Map<String, Object> facts) {

    Answer {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** The object that {@code --json} prints. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("status", status());
        json.put("code", exit.code());
        json.put("message", text);
        json.putAll(facts);
        return json;
    }

    private String status() {
        return switch (exit) {
            case DONE -> "completed";
            case STOPPED -> "stopped";
            case MISSED -> "missed";
            default -> "failed";
        };
    }
}
