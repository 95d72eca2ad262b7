package org.nde4j.experiments.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads the value of one change, as Hydra writes values. One for each text. */
final class ValueReader {

    private static final int DEEPEST = 20;

    private final String text;
    private final Origin origin;
    private int at;
    private int depth;

    ValueReader(String text, int from) {
        this.text = text;
        this.origin = Origin.commandLine(text);
        this.at = from;
    }

    Node read() {
        Node value = value("", "");
        if (at < text.length()) {
            throw bad(
                    text.charAt(at) == ','
                            ? "a list needs brackets: key=[a, b]; a text with a comma needs quotes inside the shell's: key=\"'a, b'\""
                            : "did not expect '" + text.charAt(at) + "' at position " + (at + 1));
        }
        return value;
    }

    /** A value that ends at one of the given characters, or at the end. */
    private Node value(String ends, String what) {
        skipSpace();
        char c = at < text.length() ? text.charAt(at) : '\0';
        Node value = switch (c) {
            case '[' -> deeper(this::list);
            case '{' -> deeper(this::map);
            case '\'', '"' -> new Node.Scalar(quoted(c), true, origin);
            default -> new Node.Scalar(plain(ends), false, origin);
        };
        skipSpace();
        boolean nothing = value instanceof Node.Scalar scalar
                && !scalar.quoted()
                && scalar.text().isEmpty();
        if (nothing && !what.isEmpty()) {
            throw bad("expected " + what + " at position " + (at + 1));
        }
        return nothing ? new Node.Scalar("", true, origin) : value;
    }

    private Node deeper(Supplier<Node> part) {
        if (++depth > DEEPEST) {
            throw bad("more than " + DEEPEST + " levels of brackets");
        }
        at++;
        Node node = part.get();
        depth--;
        return node;
    }

    private Node list() {
        List<Node> items = new ArrayList<>();
        for (boolean more = !closes(']'); more; more = goesOn(']')) {
            items.add(value(",]", "an item"));
        }
        return new Node.Sequence(items, origin);
    }

    private Node map() {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (boolean more = !closes('}'); more; more = goesOn('}')) {
            String key = value(":,}", "a key") instanceof Node.Scalar scalar ? scalar.text() : null;
            if (key == null || at >= text.length() || text.charAt(at) != ':') {
                throw bad("expected key: value at position " + (at + 1));
            }
            at++;
            if (entries.put(key, value(",}", "a value")) != null) {
                throw bad("key '" + key + "' occurs twice");
            }
        }
        return new Node.Mapping(entries, origin);
    }

    private boolean closes(char bracket) {
        skipSpace();
        boolean closed = at < text.length() && text.charAt(at) == bracket;
        at += closed ? 1 : 0;
        return closed;
    }

    private boolean goesOn(char bracket) {
        if (closes(bracket)) {
            return false;
        }
        if (at >= text.length() || text.charAt(at) != ',') {
            throw bad("expected a comma or " + bracket + " at position " + (at + 1));
        }
        at++;
        return true;
    }

    private String quoted(char quote) {
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != quote; at++) {
            boolean escape =
                    text.charAt(at) == '\\' && at + 1 < text.length() && isEscapable(text.charAt(at + 1), quote);
            value.append(text.charAt(escape ? ++at : at));
        }
        if (at >= text.length()) {
            throw bad("the quote " + quote + " is not closed");
        }
        at++;
        return value.toString();
    }

    private static boolean isEscapable(char c, char quote) {
        return c == quote || c == '\\';
    }

    private String plain(String ends) {
        StringBuilder value = new StringBuilder();
        int kept = 0;
        for (; at < text.length() && !ends(text.charAt(at), ends); at++) {
            boolean escape = text.charAt(at) == '\\' && at + 1 < text.length();
            value.append(text.charAt(escape ? ++at : at));
            kept = escape || text.charAt(at) != ' ' ? value.length() : kept;
        }
        return value.substring(0, kept);
    }

    private static boolean ends(char c, String ends) {
        return c == ',' || "[]{}".indexOf(c) >= 0 || ends.indexOf(c) >= 0;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private BadConfig bad(String complaint) {
        return new BadConfig(origin + ": " + complaint);
    }
}
