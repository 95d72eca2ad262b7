package org.nde4j.experiments.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.nde4j.experiments.config.Json;
import org.nde4j.experiments.study.Studies;

/**
 * A command line that was typed, and what came of it.
 *
 * @param exit the exit code
 * @param out standard output
 * @param err standard error
 */
record Typed(int exit, String out, String err) {

    static Typed run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = Terminal.plain(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
        int exit = Nde.execute(Desk.of(terminal, Studies.builtIn()), arguments);
        return new Typed(exit, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** Standard output as the one object that {@code --json} promises. */
    Map<String, Object> json() {
        return Json.object(out.strip());
    }
}
