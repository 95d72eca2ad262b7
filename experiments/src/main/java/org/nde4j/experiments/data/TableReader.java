package org.nde4j.experiments.data;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads one delimited text file. */
record TableReader(String source) {

    private static final int LONGEST_CELL = 1 << 20;

    Table read(byte[] bytes) {
        String text = decode(bytes);
        List<Table.Row> lines = records(text, Delimiter.of(text));
        if (lines.isEmpty()) {
            throw new BadData(source + " is empty; it needs a header line with column names and rows below it");
        }
        return table(lines.get(0), lines.subList(1, lines.size()));
    }

    private Table table(Table.Row header, List<Table.Row> rows) {
        if (rows.isEmpty()) {
            throw new BadData(source + " has a header but no rows; add the measurements below it");
        }
        int width = width(header, rows);
        List<String> names = header.cells().subList(0, width);
        checkNames(names, header.line());
        return new Table(
                source, names, rows.stream().map(row -> fitted(row, width)).toList());
    }

    private String decode(byte[] bytes) {
        Charset charset = charset(bytes);
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') >= 0) {
                throw new BadData(source + " holds zero bytes, so it is not a text file; export the table as CSV");
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadData(source + " is not " + charset + " text; save it as UTF-8");
        }
    }

    private static Charset charset(byte[] bytes) {
        boolean marked = bytes.length >= 2 && (bytes[0] & bytes[1] & 0xFE) == 0xFE && bytes[0] != bytes[1];
        return marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private List<Table.Row> records(String text, char delimiter) {
        List<Table.Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .commentStrategy(CommentStrategy.SKIP)
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(text)) {
            reader.forEach(line -> add(line, rows));
        } catch (CsvParseException e) {
            throw new BadData("%s cannot be read as a table: %s".formatted(source, reason(e)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static void add(CsvRecord line, List<Table.Row> rows) {
        List<String> cells = line.getFields().stream().map(String::strip).toList();
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
            rows.add(new Table.Row(cells, line.getStartingLineNumber()));
        }
    }

    private static String reason(CsvParseException e) {
        String cause = e.getCause() == null ? "" : ": " + e.getCause().getMessage();
        String reason = e.getMessage() + cause;
        return reason.contains("buffer size")
                ? reason.replaceFirst("(?s)^.*line (\\d+).*$", "the row at line $1")
                        + " has a cell of more than %d characters; is a quote not closed there?".formatted(LONGEST_CELL)
                : reason + "; check the quotes there";
    }

    /** The number of columns: that of the header, without a last nameless one that holds nothing (a trailing comma). */
    private static int width(Table.Row header, List<Table.Row> rows) {
        int last = header.cells().size() - 1;
        boolean trailing = last > 0
                && header.cells().get(last).isEmpty()
                && rows.stream()
                        .allMatch(row -> row.cells().size() <= last
                                || row.cells().get(last).isEmpty());
        return trailing ? last : last + 1;
    }

    private void checkNames(List<String> names, long line) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isEmpty()) {
                throw new BadData("%s, line %d: column %d has no name; give it one".formatted(source, line, i + 1));
            }
            if (!seen.add(name)) {
                throw new BadData(
                        "%s, line %d: two columns are named '%s'; rename one of them".formatted(source, line, name));
            }
        }
        if (names.stream().allMatch(Decimal::matches)) {
            throw new BadData(
                    "%s, line %d holds numbers where the column names should be; add a header line such as t,x,y"
                            .formatted(source, line));
        }
    }

    private Table.Row fitted(Table.Row row, int width) {
        List<String> cells = row.cells();
        boolean fits = cells.size() == width
                || cells.size() == width + 1 && cells.get(width).isEmpty();
        if (!fits) {
            throw new BadData(
                    "%s, line %d has %d cells, but the header names %d columns; add what is missing or remove what is too much"
                            .formatted(source, row.line(), cells.size(), width));
        }
        return new Table.Row(cells.subList(0, width), row.line());
    }
}
