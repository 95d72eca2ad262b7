package org.nde4j.experiments.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of text with columns of one width. */
final class Aligned {

    private static final String GAP = "  ";

    private Aligned() {}

    /** Every column to the right, for numbers. */
    static List<String> right(List<List<String>> rows) {
        return lines(rows, true);
    }

    /** Every column to the left, for words. */
    static List<String> left(List<List<String>> rows) {
        return lines(rows, false);
    }

    private static List<String> lines(List<List<String>> rows, boolean right) {
        int[] widths = new int[rows.get(0).size()];
        rows.forEach(row -> {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], row.get(c).length());
            }
        });
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < widths.length; c++) {
                String space = " ".repeat(widths[c] - row.get(c).length());
                line.append(GAP).append(right ? space + row.get(c) : row.get(c) + space);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
