package org.nde4j.experiments.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Map;
import org.nde4j.experiments.config.Json;

/**
 * Where a command prints.
 *
 * @param out results
 * @param err everything else
 * @param live whether a person watches, so that a line may be drawn over
 * @param color whether colors may be used
 */
record Terminal(PrintStream out, PrintStream err, boolean live, boolean color) {

    static Terminal system(Map<String, String> environment) {
        boolean live = watched() && !"dumb".equals(environment.get("TERM"));
        boolean color = live && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(System.out, System.err, live, color);
    }

    /** Nobody watches: plain lines, no colors. */
    static Terminal plain(PrintStream out, PrintStream err) {
        return new Terminal(out, err, false, false);
    }

    void print(Answer answer, boolean json) {
        if (json) {
            out.println(Json.line(answer.json()));
        } else {
            (answer.exit().code() == 0 ? out : err).println(answer.text());
        }
        out.flush();
    }

    /** From Java 22 on there may be a console without a terminal, and a method that tells. */
    private static boolean watched() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
