package org.nde4j.experiments.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nde4j.experiments.config.Json;

/** The files of a run, read without trust: what is missing reads as empty, what is broken is noted and reads as empty. */
final class Folder {
    private static final long LIMIT = 64L << 20;

    private final Path root;
    private final List<String> problems = new ArrayList<>();

    Folder(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    /** What could not be read, one sentence each. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** The text of a file, empty where there is none. */
    String text(String name) {
        Path file = root.resolve(name);
        if (!Files.isRegularFile(file)) return "";
        try {
            return Files.size(file) > LIMIT ? tooLarge(name) : legal(decoded(file));
        } catch (IOException e) {
            problems.add(name + " could not be read (" + e.getMessage() + "), so the page leaves it out.");
            return "";
        }
    }

    private static String decoded(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private String tooLarge(String name) {
        problems.add(name + " is larger than 64 MiB, so the page leaves it out.");
        return "";
    }

    Sheet table(String name) {
        return Sheet.parse(text(name));
    }

    Doc doc(String name) {
        String json = text(name);
        if (json.isBlank()) return Doc.NOTHING;
        try {
            return new Doc(Json.read(json));
        } catch (IllegalArgumentException e) {
            problems.add(name + " is not valid JSON (" + e.getMessage() + "), so the page leaves it out.");
            return Doc.NOTHING;
        }
    }

    /** The text with U+FFFD in place of characters that neither XML nor HTML allow. */
    static String legal(String text) {
        return text.codePoints().allMatch(Svg::legal) ? text : replaced(text);
    }

    private static String replaced(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> safe.appendCodePoint(Svg.legal(c) ? c : 0xFFFD));
        return safe.toString();
    }
}
