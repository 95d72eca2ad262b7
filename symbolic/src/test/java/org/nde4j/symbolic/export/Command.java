package org.nde4j.symbolic.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Runs programs that may not be installed; where the environment says CI=true they must be. */
final class Command {
    private Command() {}

    static void require(Path folder, String... command) throws InterruptedException {
        if (exitCode(folder, command) != 0) {
            String missing = "not installed: \"" + String.join(" ", command) + "\" does not work";
            if ("true".equals(System.getenv("CI"))) {
                fail(missing);
            }
            abort(missing);
        }
    }

    static void run(Path folder, String... command) throws InterruptedException {
        assertEquals(0, exitCode(folder, command), () -> read(folder.resolve("log")));
    }

    /** What a program prints, which must be numbers. */
    static double[] numbers(Path folder, String... command) throws InterruptedException {
        run(folder, command);
        return Pattern.compile("\\s+")
                .splitAsStream(read(folder.resolve("log")).strip())
                .mapToDouble(Command::number)
                .toArray();
    }

    private static double number(String text) {
        String plain = text.replaceFirst("^[+-]", "");
        double value = plain.equals("nan")
                ? Double.NaN
                : plain.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(plain);
        return text.startsWith("-") ? -value : value;
    }

    private static int exitCode(Path folder, String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (IOException notThere) {
            return -1;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
