package org.nde4j.symbolic.export;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Turns names of variables into identifiers. */
final class Identifiers {
    private static final int LONGEST = 60;

    private Identifiers() {}

    static Map<String, String> of(Collection<String> variables, Set<String> reserved) {
        Map<String, String> identifiers = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>(reserved);
        variables.stream().filter(v -> v.equals(plain(v))).forEach(v -> claim(v, v, reserved, taken, identifiers));
        variables.stream()
                .filter(v -> !v.equals(plain(v)))
                .forEach(v -> claim(v, plain(v), reserved, taken, identifiers));
        Map<String, String> ordered = new LinkedHashMap<>();
        variables.forEach(v -> ordered.put(v, identifiers.get(v)));
        return ordered;
    }

    private static void claim(
            String variable, String wanted, Set<String> reserved, Set<String> taken, Map<String, String> identifiers) {
        String base = reserved.contains(wanted) ? wanted + "_" : wanted;
        String free = base;
        for (int n = 2; !taken.add(free); n++) {
            free = base + "_" + n;
        }
        identifiers.put(variable, free);
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        name.codePoints().forEach(c -> plain.append(Greek.spelled(c)));
        String ascii = Normalizer.normalize(plain, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String words = ascii.replaceAll("[^A-Za-z0-9_]+", "_");
        String trimmed = words.equals(name) ? words : words.replaceAll("^_+|_+$", "");
        String started = trimmed.matches("[A-Za-z].*") ? trimmed : "v" + trimmed.toLowerCase(Locale.ROOT);
        return started.length() > LONGEST ? started.substring(0, LONGEST) : started;
    }
}
