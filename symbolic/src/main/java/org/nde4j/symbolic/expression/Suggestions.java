package org.nde4j.symbolic.expression;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The known names nearest to one that is not known. */
final class Suggestions {
    private static final int LONGEST = 40;
    private static final int LISTED = 12;

    private Suggestions() {}

    /** The end of an error message: {@code "; did you mean ...?"}, or what there is, or nothing. */
    static String from(String name, List<String> known) {
        List<String> near = near(name, known);
        if (!near.isEmpty()) {
            return "; did you mean " + String.join(" or ", near) + "?";
        }
        boolean more = known.size() > LISTED;
        String listed = String.join(", ", more ? known.subList(0, LISTED) : known);
        return known.isEmpty() ? "" : "; known are " + listed + (more ? ", ..." : "");
    }

    private static List<String> near(String name, List<String> known) {
        if (name.length() > LONGEST) {
            return List.of();
        }
        int limit = Math.max(1, (name.length() + 1) / 3);
        return known.stream()
                .filter(candidate -> candidate.length() <= LONGEST && distance(name, candidate) <= limit)
                .sorted(Comparator.comparingInt((String candidate) -> distance(name, candidate)))
                .limit(3)
                .toList();
    }

    /** The number of characters to insert, delete or replace (Levenshtein 1966); upper and lower case are the same. */
    private static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
