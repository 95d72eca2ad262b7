package org.nde4j.experiments.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nde4j.core.array.Numbers;

/** A forgiving view of a JSON value: what is absent or of another kind reads as empty, so that a page can leave it out. */
record Doc(Object value) {
    static final Doc NOTHING = new Doc(null);

    Doc get(String key) {
        return value instanceof Map<?, ?> map ? new Doc(map.get(key)) : NOTHING;
    }

    /** The items of an array; an object or a single value is no list. */
    List<Doc> items() {
        if (!(value instanceof List<?> list)) return List.of();
        List<Doc> items = new ArrayList<>();
        for (Object item : list) items.add(new Doc(item));
        return items;
    }

    boolean isPresent() {
        return value != null;
    }

    /** A number, or NaN. */
    double number() {
        return value instanceof Number n ? n.doubleValue() : Double.NaN;
    }

    /** A string as it is, a number or truth value as text, anything else as nothing. */
    String text() {
        if (value instanceof String s) return Folder.legal(s);
        if (value instanceof Number n) return plain(n);
        return value instanceof Boolean b ? b.toString() : "";
    }

    private static String plain(Number n) {
        return n instanceof Double d ? Numbers.text(d) : n.toString();
    }

    List<String> texts() {
        return items().stream().map(Doc::text).filter(s -> !s.isEmpty()).toList();
    }

    /** Every leaf with its dotted path, in the order of the file. */
    Map<String, String> leaves() {
        Map<String, String> leaves = new LinkedHashMap<>();
        leaves("", leaves);
        return leaves;
    }

    private void leaves(String path, Map<String, String> into) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((k, v) -> new Doc(v).leaves(below(path, Folder.legal(k.toString())), into));
        } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            for (int i = 0; i < list.size(); i++) new Doc(list.get(i)).leaves(below(path, Integer.toString(i)), into);
        } else if (value instanceof List<?>) {
            into.put(path, String.join(", ", texts()));
        } else if (!text().isEmpty()) {
            into.put(path, text());
        }
    }

    private static String below(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
