package org.nde4j.experiments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The rows of a CSV file (RFC 4180), by column name. A column that is not there reads as empty text and NaN.
 *
 * @param head the column names
 * @param rows the cells, row by row
 */
record Sheet(List<String> head, List<List<String>> rows) {
    static final Sheet EMPTY = new Sheet(List.of(), List.of());

    /** Reads a whole file; short rows are filled up with empty cells. */
    static Sheet parse(String csv) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == ',') {
                end(cell, line);
            } else if (!quoted && c == '\n') {
                end(cell, line);
                end(line, lines);
                line = new ArrayList<>();
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        if (cell.length() > 0 || !line.isEmpty()) {
            end(cell, line);
            end(line, lines);
        }
        return lines.isEmpty() ? EMPTY : new Sheet(lines.get(0), lines.subList(1, lines.size()));
    }

    private static void end(StringBuilder cell, List<String> line) {
        line.add(cell.toString());
        cell.setLength(0);
    }

    private static void end(List<String> line, List<List<String>> lines) {
        boolean blank = line.size() == 1 && line.get(0).isEmpty();
        if (!blank) lines.add(line);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    boolean has(String column) {
        return head.contains(column);
    }

    String[] texts(String column) {
        int at = head.indexOf(column);
        return rows.stream().map(r -> cell(r, at)).toArray(String[]::new);
    }

    double[] numbers(String column) {
        int at = head.indexOf(column);
        return rows.stream().mapToDouble(r -> number(cell(r, at))).toArray();
    }

    /** The rows with this cell in that column. */
    Sheet where(String column, String wanted) {
        return where(column, wanted::equals);
    }

    Sheet where(String column, Predicate<String> wanted) {
        int at = head.indexOf(column);
        return new Sheet(
                head, rows.stream().filter(r -> wanted.test(cell(r, at))).toList());
    }

    /** The different cells of a column in the order they appear. */
    List<String> distinct(String column) {
        int at = head.indexOf(column);
        return rows.stream().map(r -> cell(r, at)).distinct().toList();
    }

    private static String cell(List<String> row, int at) {
        return at >= 0 && at < row.size() ? row.get(at) : "";
    }

    /** A number as text, NaN for what is none. */
    static double number(String text) {
        try {
            return Double.parseDouble(text.trim());
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
