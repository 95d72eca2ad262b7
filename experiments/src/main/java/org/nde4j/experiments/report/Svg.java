package org.nde4j.experiments.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes SVG as text: an element is begun, gets its attributes, and is then closed, opened for content, or filled with text.
 * The bytes depend on the calls alone: coordinates are rounded to tenths with integer arithmetic, attributes stand in the
 * order given, and all text is escaped here and nowhere else.
 */
final class Svg {
    private static final double FAR = 1e5;

    private final StringBuilder out = new StringBuilder(4096);
    private final Deque<String> open = new ArrayDeque<>();
    private String begun = "";

    /** Begins an element. */
    Svg tag(String element) {
        begun = element;
        out.append('<').append(element);
        return this;
    }

    /** An attribute of the element that was begun. */
    Svg set(String name, String value) {
        out.append(' ').append(name).append("=\"").append(escape(value)).append('"');
        return this;
    }

    /** A coordinate or length of the element that was begun. */
    Svg set(String name, double value) {
        return set(name, at(value));
    }

    /** Leaves the element that was begun without content. */
    void empty() {
        out.append("/>\n");
    }

    /** Fills the element that was begun with nothing but text. */
    void leaf(String content) {
        out.append('>').append(escape(content)).append("</").append(begun).append(">\n");
    }

    /** Opens the element that was begun for others. */
    void open() {
        out.append(">\n");
        open.push(begun);
    }

    /** Closes the element opened last. */
    void close() {
        out.append("</").append(open.pop()).append(">\n");
    }

    /** A style sheet, which is not escaped. It must not contain {@code <} or {@code &}. */
    void style(String sheet) {
        if (sheet.indexOf('<') >= 0 || sheet.indexOf('&') >= 0) {
            throw new IllegalArgumentException(
                    "a style sheet with < or & would end the style element; write it without");
        }
        out.append("<style>\n").append(sheet).append("</style>\n");
    }

    /** What was written; every element must be closed. */
    String text() {
        if (!open.isEmpty()) throw new IllegalStateException("elements are still open: " + open + "; close them");
        return out.toString();
    }

    /** A coordinate, rounded to tenths; values beyond 100,000 in size are cut there, since nobody sees them. */
    static String at(double v) {
        if (Double.isNaN(v)) throw new IllegalArgumentException("a coordinate is NaN; leave such points out");
        long tenths = (long) Math.rint(Math.max(-FAR, Math.min(FAR, v)) * 10);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return size % 10 == 0 ? sign + size / 10 : sign + size / 10 + "." + size % 10;
    }

    /** Text safe in element content and in quoted attributes; characters that XML does not know become U+FFFD. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> escape(c, safe));
        return safe.toString();
    }

    private static void escape(int c, StringBuilder safe) {
        switch (c) {
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '&' -> safe.append("&amp;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            default -> safe.appendCodePoint(legal(c) ? c : 0xFFFD);
        }
    }

    /** Whether XML 1.0 allows a character. */
    static boolean legal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
