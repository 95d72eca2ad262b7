package org.nde4j.experiments.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What git knows of the sources that are running. */
final class Git {

    private static final int SECONDS = 5;

    private Git() {}

    /** Commit, whether files were changed since, and a hash of the changes; nothing where there is no git. */
    static Map<String, Object> facts(Path home) {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (!Files.exists(home.resolve(".git"))) {
            return facts;
        }
        ask(home, "rev-parse", "HEAD").ifPresent(commit -> facts.put("commit", commit));
        ask(home, "status", "--porcelain").ifPresent(status -> facts.put("dirty", !status.isEmpty()));
        if (Boolean.TRUE.equals(facts.get("dirty"))) {
            ask(home, "diff", "HEAD").ifPresent(diff -> facts.put("diff", Digest.of(diff)));
        }
        return facts;
    }

    private static Optional<String> ask(Path home, String... question) {
        String[] command = new String[question.length + 3];
        command[0] = "git";
        command[1] = "-C";
        command[2] = home.toString();
        System.arraycopy(question, 0, command, 3, question.length);
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return answer(git);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> answer(Process git) {
        try {
            git.getOutputStream().close();
            String text = CompletableFuture.supplyAsync(() -> RunFolder.attempt(
                            () -> new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8)))
                    .get(SECONDS, TimeUnit.SECONDS);
            return git.waitFor(SECONDS, TimeUnit.SECONDS) && git.exitValue() == 0
                    ? Optional.of(text.strip())
                    : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException | ExecutionException | TimeoutException e) {
            return Optional.empty();
        } finally {
            git.destroy();
        }
    }
}
