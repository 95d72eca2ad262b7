package org.nde4j.experiments.config;

import java.util.Map;

/**
 * JSON to values and values to JSON.
 *
 * <p>Read: objects become maps in the order of the text, arrays lists, whole numbers {@link Long} where they fit, other
 * numbers {@link Double}, and null null; maps and lists are unmodifiable. Reading is strict: no comments, no trailing
 * commas, no duplicate keys, at most 64 levels.
 *
 * <p>Written: maps in their own order (give one with a fixed order), collections, arrays of doubles, texts, numbers,
 * booleans, enum constants as their names, empty optionals and null as null. Doubles are written as the shortest decimal
 * that reads back to the same double; NaN and infinities, which JSON does not have, as null. The same values give the
 * same bytes on every Java.
 */
public final class Json {

    private Json() {}

    /**
     * The value in a text.
     *
     * @throws IllegalArgumentException if the text is not JSON, with line and column
     */
    public static Object read(String text) {
        return new JsonReader(text).read();
    }

    /**
     * The object in a text.
     *
     * @throws IllegalArgumentException if the text is not JSON, with line and column, or not an object
     */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(String text) {
        if (read(text) instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException("expected a JSON object, which begins with {");
    }

    /** A value on one line, without a line end. */
    public static String line(Object value) {
        return new JsonWriter(false).text(value);
    }

    /** A value on as many lines as it takes, indented by two spaces, with a line end. */
    public static String pretty(Object value) {
        return new JsonWriter(true).text(value) + "\n";
    }
}
