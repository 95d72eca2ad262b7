package org.nde4j.experiments.study;

import org.nde4j.core.array.Numbers;

/** A table of comma-separated values as text, by RFC 4180: numbers to the bit, an empty cell for NaN. */
final class Csv {
    private final StringBuilder text = new StringBuilder();

    /** Adds a row of numbers and texts. */
    Csv row(Object... cells) {
        return row(java.util.List.of(cells));
    }

    /** Adds a row of numbers and texts. */
    Csv row(Iterable<?> cells) {
        String comma = "";
        for (Object cell : cells) {
            text.append(comma).append(cell instanceof Double d ? number(d) : quoted(String.valueOf(cell)));
            comma = ",";
        }
        text.append('\n');
        return this;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Numbers.text(value);
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
