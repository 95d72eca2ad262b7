package org.nde4j.experiments.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nde4j.core.solve.Solver;
import org.nde4j.core.solve.methods.Methods;
import org.nde4j.experiments.run.Exit;

/** All methods with what they can do. */
final class MethodTable {

    private static final List<String> HEAD =
            List.of("method", "order", "error estimate", "dense order", "adjoint", "family", "what it is");

    Answer answer() {
        return new Answer(Exit.DONE, text(), json());
    }

    private static String text() {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        for (Methods.Entry entry : Methods.all()) {
            rows.add(List.of(
                    entry.name(),
                    String.valueOf(entry.method().order()),
                    entry.method().estimatesError() ? "yes" : "no",
                    entry.method() instanceof Solver solver ? String.valueOf(solver.denseOrder()) : "varies",
                    entry.method() instanceof Solver ? "yes" : "no",
                    family(entry),
                    entry.text()));
        }
        List<String> lines = new ArrayList<>(Aligned.left(rows));
        lines.add("");
        lines.add("Methods without an error estimate need steps of one length, as in  step: 0.01");
        lines.add("Methods with an adjoint give gradients in mode: direct; all give them in mode: forward.");
        return String.join(System.lineSeparator(), lines);
    }

    private static Map<String, Object> json() {
        List<Map<String, Object>> methods = new ArrayList<>();
        for (Methods.Entry entry : Methods.all()) {
            Map<String, Object> method = new LinkedHashMap<>();
            method.put("name", entry.name());
            method.put("order", entry.method().order());
            method.put("error", entry.method().estimatesError());
            method.put("dense", entry.method() instanceof Solver solver ? solver.denseOrder() : null);
            method.put("adjoint", entry.method() instanceof Solver);
            method.put("family", family(entry));
            method.put("text", entry.text());
            methods.add(method);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("status", Answer.status(Exit.DONE));
        json.put("methods", methods);
        return json;
    }

    private static String family(Methods.Entry entry) {
        return entry.family().name().toLowerCase(Locale.ROOT);
    }
}
