package org.nde4j.symbolic.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A name such as {@code x_1}, {@code x1} or {@code k_cat}, cut into what stands on the line and what below it. */
record Subscripted(String base, String subscript) {
    private static final Pattern INDEXED = Pattern.compile("(\\p{L}+?)_?(\\d+)|(\\p{L}+)_([\\p{L}\\d]+)");

    static Subscripted of(String name) {
        Matcher parts = INDEXED.matcher(name);
        if (!parts.matches()) {
            return new Subscripted(name, "");
        }
        boolean number = parts.group(1) != null;
        return number
                ? new Subscripted(parts.group(1), parts.group(2))
                : new Subscripted(parts.group(3), parts.group(4));
    }
}
