package org.nde4j.core.network;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Dotted names: prefixes, and the one most like a misspelled one. */
final class Names {
    private Names() {}

    static String join(String prefix, String name) {
        return prefix.isEmpty() ? name : name.isEmpty() ? prefix : prefix + "." + name;
    }

    static IllegalArgumentException missing(String name, List<String> known) {
        if (known.isEmpty()) {
            return new IllegalArgumentException("there is no parameter " + name + ": there are no parameters at all");
        }
        String near = known.stream()
                .min(Comparator.comparingInt(k -> distance(name, k)))
                .orElseThrow();
        return new IllegalArgumentException("there is no parameter " + name + "; the nearest is " + near + ", all are "
                + known.stream().limit(20).collect(Collectors.joining(", ")) + (known.size() > 20 ? ", ..." : ""));
    }

    /* The least number of letters to insert, drop or change (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
