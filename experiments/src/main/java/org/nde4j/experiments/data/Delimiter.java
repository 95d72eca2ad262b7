package org.nde4j.experiments.data;

import java.util.Comparator;
import java.util.stream.Stream;

/** What separates the cells of a table: the one of comma, semicolon and tab that the header has most of. */
final class Delimiter {

    private Delimiter() {}

    static char of(String text) {
        String header = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .orElse("");
        return Stream.of(',', ';', '\t')
                .max(Comparator.comparingInt((Character c) -> count(header, c)).thenComparing(c -> c == ','))
                .orElseThrow();
    }

    private static int count(String line, char delimiter) {
        boolean quoted = false;
        int count = 0;
        for (char c : line.toCharArray()) {
            quoted ^= c == '"';
            count += !quoted && c == delimiter ? 1 : 0;
        }
        return count;
    }
}
