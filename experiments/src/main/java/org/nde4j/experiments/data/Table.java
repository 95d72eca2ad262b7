package org.nde4j.experiments.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.nde4j.experiments.config.Nearest;

/**
 * A table of named columns, as read from a delimited text file.
 *
 * <p>Comma, semicolon or tab; a header; quotes; lines that begin with {@code #} are comments; spaces around cells do
 * not count; an empty cell, {@code NaN} or {@code NA} is missing. Missing numbers read as NaN.
 */
public final class Table {

    private static final Set<String> MISSING = Set.of("", "nan", "na", "n/a", "null");
    private static final Set<String> INFINITE = Set.of("inf", "infinity", "-inf", "-infinity", "+inf", "+infinity");

    private final String source;
    private final List<String> names;
    private final List<Row> rows;

    /** A row: its cells, one a name, and the line of the file at which it begins, counted from 1. */
    record Row(List<String> cells, long line) {}

    Table(String source, List<String> names, List<Row> rows) {
        this.source = source;
        this.names = List.copyOf(names);
        this.rows = List.copyOf(rows);
    }

    /**
     * The table in a file.
     *
     * @throws BadData if the file is not there, is no such table, or has no rows
     * @throws IOException if reading fails
     */
    public static Table read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BadData(file + (Files.exists(file) ? " is not a file" : " does not exist") + "; check the path");
        }
        return parse(file.toString(), Files.readAllBytes(file));
    }

    /**
     * The table in these bytes.
     *
     * @param source the name of the file, for messages
     * @param bytes its content
     * @throws BadData if this is no such table, or has no rows
     */
    public static Table parse(String source, byte[] bytes) {
        return new TableReader(source).read(bytes);
    }

    /** The name of the file, for messages. */
    public String source() {
        return source;
    }

    /** The names of the columns, distinct. */
    public List<String> names() {
        return names;
    }

    /** The number of rows, the header not counted. */
    public int rows() {
        return rows.size();
    }

    /** The line of the file, counted from 1, at which a row begins. */
    public long line(int row) {
        return rows.get(row).line();
    }

    /** The text of a cell, without the spaces around it. */
    public String text(int row, String column) {
        return rows.get(row).cells().get(index(column));
    }

    /** Whether a cell holds nothing: it is empty, NaN or NA. */
    public boolean missing(int row, String column) {
        return missing(text(row, column));
    }

    /**
     * The numbers in a column, NaN where they are missing.
     *
     * @throws BadData if there is no such column, or a cell holds text or an infinite number
     */
    public double[] numbers(String column) {
        return IntStream.range(0, rows())
                .mapToDouble(row -> number(row, column))
                .toArray();
    }

    /** Whether most of the cells that are not missing are numbers. */
    public boolean mostlyNumbers(String column) {
        int numbers = 0;
        int present = 0;
        for (int row = 0; row < rows(); row++) {
            String text = text(row, column);
            present += missing(text) ? 0 : 1;
            numbers += Decimal.matches(text) || hasComma(text) || INFINITE.contains(lower(text)) ? 1 : 0;
        }
        return 2 * numbers > present;
    }

    /** Whether no cell of a column holds anything. */
    public boolean empty(String column) {
        return IntStream.range(0, rows()).allMatch(row -> missing(row, column));
    }

    /** Where a cell is: {@code "data.csv, line 7, column 'x'"}. */
    public String place(int row, String column) {
        return "%s, line %d, column '%s'".formatted(source, line(row), column);
    }

    /**
     * The position of a column.
     *
     * @throws BadData if there is none of this name
     */
    public int index(String column) {
        int index = names.indexOf(column);
        if (index < 0) {
            throw new BadData("%s has no column '%s'%s".formatted(source, column, Nearest.advice(column, names)));
        }
        return index;
    }

    private double number(int row, String column) {
        String text = text(row, column);
        if (missing(text)) {
            return Double.NaN;
        }
        if (!Decimal.matches(text)) {
            throw new BadData(
                    "%s: expected a number, found '%s'; %s".formatted(place(row, column), cut(text), cure(text)));
        }
        double number = Double.parseDouble(text);
        if (Double.isInfinite(number)) {
            throw new BadData(
                    "%s: %s is too large for a double; %s".formatted(place(row, column), cut(text), cure("")));
        }
        return number;
    }

    private static String cure(String text) {
        if (INFINITE.contains(lower(text))) {
            return "only finite numbers can be used; leave the cell empty if the value is missing";
        }
        if (hasComma(text)) {
            return "write decimals with a point, as in " + text.replaceFirst(",", ".");
        }
        return "correct it, or leave the cell empty (or write NaN) if the value is missing";
    }

    /** Whether a text would be a number, were its comma a point. */
    private static boolean hasComma(String text) {
        return text.indexOf(',') >= 0 && Decimal.matches(text.replaceFirst(",", "."));
    }

    private static boolean missing(String text) {
        return text.length() <= 4 && MISSING.contains(lower(text));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    @Override
    public String toString() {
        return "%s: %d rows of %s".formatted(source, rows(), Arrays.toString(names.toArray()));
    }
}
