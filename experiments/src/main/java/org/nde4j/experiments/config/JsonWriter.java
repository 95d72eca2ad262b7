package org.nde4j.experiments.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.nde4j.core.array.Numbers;

/** Writes values as JSON. One for each text. */
final class JsonWriter {

    private static final String HEX = "0123456789abcdef";

    private final boolean pretty;
    private final StringBuilder out = new StringBuilder();
    private int level;

    JsonWriter(boolean pretty) {
        this.pretty = pretty;
    }

    String text(Object value) {
        write(value);
        return out.toString();
    }

    private void write(Object value) {
        if (value == null) {
            out.append("null");
        } else if (value instanceof Map<?, ?> map) {
            writeObject(map);
        } else if (value instanceof Collection<?> list) {
            writeArray(list);
        } else if (value instanceof double[] numbers) {
            writeArray(Arrays.stream(numbers).boxed().toList());
        } else if (value instanceof Optional<?> optional) {
            write(optional.orElse(null));
        } else if (value instanceof Double || value instanceof Float) {
            writeNumber(((Number) value).doubleValue());
        } else if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof CharSequence || value instanceof Enum<?>) {
            quote(value.toString(), out);
        } else {
            throw new IllegalArgumentException("JSON has no " + value.getClass().getName()
                    + "; give maps, collections, texts, numbers or booleans");
        }
    }

    private void writeNumber(double number) {
        out.append(Double.isFinite(number) ? Numbers.text(number) : "null");
    }

    private void writeObject(Map<?, ?> map) {
        open('{');
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            separate(first, pretty);
            quote(entry.getKey().toString(), out);
            out.append(": ");
            write(entry.getValue());
            first = false;
        }
        close('}', !first && pretty);
    }

    private void writeArray(Collection<?> list) {
        boolean tall = pretty && list.stream().anyMatch(v -> v instanceof Map || v instanceof Collection);
        open('[');
        boolean first = true;
        for (Object value : list) {
            separate(first, tall);
            write(value);
            first = false;
        }
        close(']', !first && tall);
    }

    private void open(char bracket) {
        out.append(bracket);
        level++;
    }

    private void separate(boolean first, boolean tall) {
        out.append(first ? "" : tall ? "," : ", ");
        if (tall) {
            newLine();
        }
    }

    private void close(char bracket, boolean tall) {
        level--;
        if (tall) {
            newLine();
        }
        out.append(bracket);
    }

    private void newLine() {
        out.append('\n').append("  ".repeat(level));
    }

    static void quote(String text, StringBuilder out) {
        out.append('"');
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c < ' ' || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029 || Character.isSurrogate(c)) {
                out.append("\\u")
                        .append(hex(c, 12))
                        .append(hex(c, 8))
                        .append(hex(c, 4))
                        .append(hex(c, 0));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static char hex(char c, int shift) {
        return HEX.charAt(c >> shift & 15);
    }
}
