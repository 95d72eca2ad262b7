package org.nde4j.experiments.config;

import java.util.Locale;

/**
 * Where a value of a configuration comes from.
 *
 * @param kind default, file or command line
 * @param source the file, or the text on the command line; empty for a default
 * @param line the line in the file, counted from 1; 0 if there is none
 * @param column the column in the file, counted from 1; 0 if there is none
 */
public record Origin(Kind kind, String source, int line, int column) {

    /** What kind of place it is. */
    public enum Kind {
        /** The record's own defaults. */
        DEFAULT,
        /** A file. */
        FILE,
        /** An override on the command line. */
        COMMAND_LINE
    }

    /** The origin of every default. */
    public static final Origin DEFAULT = new Origin(Kind.DEFAULT, "", 0, 0);

    /** A place in a file. */
    public static Origin file(String source, int line, int column) {
        return new Origin(Kind.FILE, source, line, column);
    }

    /** An override. */
    public static Origin commandLine(String override) {
        return new Origin(Kind.COMMAND_LINE, override, 0, 0);
    }

    /** In a word or two: {@code default}, {@code file} or {@code command line}. */
    public String label() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Where to look: {@code study.yaml, line 3, column 5}. */
    @Override
    public String toString() {
        return switch (kind) {
            case DEFAULT -> "defaults";
            case FILE -> "%s, line %d, column %d".formatted(source, line, column);
            case COMMAND_LINE -> "command line, '" + source + "'";
        };
    }
}
