package org.nde4j.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The command line at work in a process of its own.
 *
 * @param process the process
 * @param errors the file with what it says on standard error
 */
record Child(Process process, Path errors) {

    private static final long PATIENCE_SECONDS = 300; // many times what a run takes on a busy machine

    /** A process of the Java that runs the tests. */
    static Child start(Path folder, List<String> arguments) throws IOException {
        return start(Path.of(System.getProperty("java.home")), folder, List.of("-XX:TieredStopAtLevel=1"), arguments);
    }

    /**
     * A process.
     *
     * @param jdk the folder of the Java that runs it
     * @param folder where its standard error is kept
     * @param options for Java
     * @param arguments for the command line
     */
    static Child start(Path jdk, Path folder, List<String> options, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(jdk.resolve("bin/java").toString());
        command.add("-XX:+UseSerialGC");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Toy.class.getName()));
        command.addAll(arguments);
        Path errors = Files.createTempFile(folder, "stderr", "");
        return new Child(
                new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
    }

    /** Lets it work for a while, then kills it. */
    void killAfter(long milliseconds) throws InterruptedException {
        process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        kill();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Returns once a file is there, or the process has ended. */
    void await(Path file) throws InterruptedException {
        while (process.isAlive() && !Files.exists(file)) {
            Thread.sleep(2);
        }
    }

    /** The exit code, once it has ended. */
    int exit() throws InterruptedException {
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            kill();
        }
        assertTrue(ended, "did not end");
        return process.exitValue();
    }

    String out() throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    String err() throws IOException {
        return Files.readString(errors);
    }
}
