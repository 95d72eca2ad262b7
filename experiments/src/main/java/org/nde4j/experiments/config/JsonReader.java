package org.nde4j.experiments.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one JSON text. */
final class JsonReader {

    private static final int DEEPEST = 64;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*+)(\\.\\d++)?([eE][+-]?\\d++)?");
    private static final Pattern WORD = Pattern.compile("true|false|null");

    private final String text;
    private int at;
    private int depth;

    JsonReader(String text) {
        this.text = text;
    }

    Object read() {
        Object value = value();
        skipSpace();
        if (at < text.length()) {
            throw bad("found more text after the value");
        }
        return value;
    }

    private Object value() {
        skipSpace();
        char c = peek();
        if (c == '{' || c == '[') {
            return nested(c);
        }
        return c == '"' ? string() : c == '-' || Character.isDigit(c) ? number() : word();
    }

    private Object nested(char bracket) {
        if (++depth > DEEPEST) {
            throw bad("more than " + DEEPEST + " levels of nesting");
        }
        at++;
        Object value = bracket == '{' ? object() : array();
        depth--;
        return value;
    }

    private Map<String, Object> object() {
        Map<String, Object> map = new LinkedHashMap<>();
        for (boolean more = !closes('}'); more; more = goesOn('}')) {
            skipSpace();
            int start = at;
            String key = string();
            if (map.containsKey(key)) {
                at = start;
                throw bad("key \"" + key + "\" occurs twice");
            }
            expect(':');
            map.put(key, value());
        }
        return Collections.unmodifiableMap(map);
    }

    private List<Object> array() {
        List<Object> list = new ArrayList<>();
        for (boolean more = !closes(']'); more; more = goesOn(']')) {
            list.add(value());
        }
        return Collections.unmodifiableList(list);
    }

    private boolean closes(char bracket) {
        skipSpace();
        boolean closed = peek() == bracket;
        at += closed ? 1 : 0;
        return closed;
    }

    private boolean goesOn(char bracket) {
        if (closes(bracket)) {
            return false;
        }
        if (peek() != ',') {
            throw bad("expected a comma or " + bracket);
        }
        at++;
        return true;
    }

    private String string() {
        if (peek() != '"') {
            throw bad("expected a text in double quotes");
        }
        at++;
        StringBuilder string = new StringBuilder();
        for (char c = next(); c != '"'; c = next()) {
            if (c < ' ') {
                at--;
                throw bad("a control character in a text must be escaped");
            }
            string.append(c == '\\' ? escaped() : c);
        }
        return string.toString();
    }

    private char escaped() {
        char c = next();
        int known = "\"\\/bfnrt".indexOf(c);
        if (known >= 0) {
            return "\"\\/\b\f\n\r\t".charAt(known);
        }
        if (c != 'u' || !text.substring(at, Math.min(at + 4, text.length())).matches("[0-9a-fA-F]{4}")) {
            throw bad("unknown escape");
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private Object number() {
        String digits = match(NUMBER, "expected a number");
        boolean whole = digits.chars().allMatch(c -> c == '-' || Character.isDigit(c));
        return whole && digits.length() <= 18 && !digits.equals("-0") ? (Object) Long.valueOf(digits) : finite(digits);
    }

    private Double finite(String digits) {
        double number = Double.parseDouble(digits);
        if (Double.isInfinite(number)) {
            throw bad("number " + digits + " is too large for a double");
        }
        return number;
    }

    private Object word() {
        String word = match(WORD, "expected a value");
        return word.equals("null") ? null : (Object) word.equals("true");
    }

    private String match(Pattern pattern, String complaint) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw bad(complaint);
        }
        at = matcher.end();
        return matcher.group();
    }

    private void expect(char c) {
        skipSpace();
        if (next() != c) {
            at--;
            throw bad("expected " + c);
        }
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw bad("the text ends too early");
        }
        return text.charAt(at);
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private IllegalArgumentException bad(String complaint) {
        String before = text.substring(0, Math.min(at, text.length()));
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        return new IllegalArgumentException("JSON, line %d, column %d: %s".formatted(line, column, complaint));
    }
}
