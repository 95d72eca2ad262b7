package org.nde4j.experiments.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The names that someone may have meant by a name that does not exist. */
public final class Nearest {

    private static final int AT_MOST = 3;

    private Nearest() {}

    /**
     * Up to three of the known names, nearest first: those that a few insertions, deletions, replacements and swaps of
     * neighbors lead to. Case, hyphens and underscores count little, and a name without its leading path is near to the
     * same name with it.
     *
     * @param name the name given
     * @param known the names there are; among equally near ones, the earlier comes first
     */
    public static List<String> to(String name, Collection<String> known) {
        return known.stream()
                .distinct()
                .filter(candidate -> distance(name, candidate) <= reach(name))
                .sorted(Comparator.comparingDouble(candidate -> distance(name, candidate)))
                .limit(AT_MOST)
                .toList();
    }

    /** The end of an error message: {@code "; did you mean a, b or c?"}, or the known names when none is near. */
    public static String advice(String name, Collection<String> known) {
        List<String> nearest = to(name, known);
        if (!nearest.isEmpty()) {
            return "; did you mean " + orList(nearest) + "?";
        }
        return known.isEmpty()
                ? ""
                : "; known are " + String.join(", ", known.stream().limit(20).toList());
    }

    private static String orList(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }

    private static double reach(String name) {
        return Math.max(2, name.length() / 3.0);
    }

    private static double distance(String name, String candidate) {
        double whole = spelled(name, candidate);
        String given = last(name);
        String found = last(candidate);
        boolean moved = given.length() != name.length() || found.length() != candidate.length();
        return moved ? Math.min(whole, 1.5 + spelled(given, found)) : whole;
    }

    private static double spelled(String a, String b) {
        return edits(plain(a), plain(b)) + 0.01 * edits(a, b);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** Edit distance with swaps of neighbors (optimal string alignment). */
    static int edits(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : cheapest(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cheapest(int[][] d, String a, String b, int i, int j) {
        int replace = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
