package org.nde4j.experiments.system;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nde4j.core.solve.Occurrence;

/**
 * What a program reads of a solution. Outputs, events and remarks have keys only where a system has such.
 *
 * @param solved the solution
 */
record SolvedJson(Solved solved) {

    Map<String, Object> object() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("status", solved.failure().isEmpty() ? "completed" : "failed");
        solved.failure().ifPresent(message -> json.put("message", message));
        Table table = solved.table();
        json.put("t", table.times());
        int states = solved.states().size();
        json.put("states", values(table, 0, states));
        if (solved.columns().size() > states) {
            json.put("outputs", values(table, states, solved.columns().size()));
        }
        if (!solved.problem().solve().events().isEmpty()) {
            json.put("events", solved.events().stream().map(this::event).toList());
        }
        solved.end().ifPresent(event -> json.put("ended", Map.of("t", event.time(), "name", event.name())));
        if (!solved.remarks().isEmpty()) {
            json.put("remarks", List.copyOf(solved.remarks()));
        }
        json.put("stats", statistics());
        json.put("gradient", solved.gradient());
        return json;
    }

    private Map<String, Object> values(Table table, int from, int to) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int c = from; c < to; c++) {
            values.put(solved.columns().get(c), table.column(c));
        }
        return values;
    }

    private Map<String, Object> event(Occurrence event) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("t", event.time());
        json.put("name", event.name());
        json.put("before", solved.named(event.before()));
        json.put("after", solved.named(event.after()));
        return json;
    }

    private Map<String, Object> statistics() {
        Map<String, Object> stats = new LinkedHashMap<>();
        stats.put("steps", solved.solution().statistics().steps());
        stats.put("rejected", solved.solution().statistics().rejected());
        stats.put("evaluations", solved.solution().statistics().evaluations());
        stats.put("seconds", solved.seconds());
        return stats;
    }
}
