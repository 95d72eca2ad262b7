package org.nde4j.experiments.config;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A change of a configuration from the command line: {@code a.b=c} sets, {@code +a.b=c} adds what was not there,
 * {@code ~a.b} drops. Values are as in Hydra: numbers, words, texts in quotes, {@code [1, 2]} and {@code {a: 1}}.
 *
 * @param action what is done
 * @param path the keys from the outermost to the innermost
 * @param value the value; for a drop, the mark of it
 */
public record Change(Action action, List<String> path, Node value) {

    private static final Pattern FORM = Pattern.compile("(\\+\\+|\\+|~)?([^=]*)(?:=(.*))?", Pattern.DOTALL);
    private static final Pattern PATH = Pattern.compile("[\\w-]+(\\.[\\w-]+)*");

    /** What a change does. */
    public enum Action {
        /** Gives a key a value, whether it had one or not. */
        SET,
        /** Gives a key a value that it did not have. */
        ADD,
        /** Takes its value from a key. */
        DROP
    }

    /** Keeps its own copy of the path. */
    public Change {
        path = List.copyOf(path);
    }

    /**
     * The change that a text asks for.
     *
     * @throws BadConfig if the text is no such change
     */
    public static Change of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || !PATH.matcher(form.group(2)).matches()) {
            throw bad(text, "expected key.path=value, +key.path=value or ~key.path");
        }
        Action action = action(form.group(1));
        List<String> path = List.of(form.group(2).split("\\."));
        if (action == Action.DROP) {
            return new Change(action, path, new Node.Dropped(Origin.commandLine(text)));
        }
        if (form.group(3) == null) {
            throw bad(text, "expected a value after '" + form.group(2) + "='");
        }
        return new Change(action, path, new ValueReader(text, form.start(3)).read());
    }

    /**
     * The configuration with this change made.
     *
     * @throws BadConfig if something is to be added that is there, or a key is asked of what has none
     */
    public Node.Mapping apply(Node.Mapping tree) {
        return within(tree, path);
    }

    private Node.Mapping within(Node.Mapping tree, List<String> rest) {
        String key = rest.get(0);
        Node present = tree.entries().get(key);
        if (rest.size() > 1) {
            return tree.with(key, within(mapping(present, key), rest.subList(1, rest.size())));
        }
        if (action == Action.ADD && present != null) {
            throw bad(
                    value.origin().source(), "key '" + String.join(".", path) + "' is there already; leave out the +");
        }
        boolean merges = present instanceof Node.Mapping && value instanceof Node.Mapping;
        return tree.with(key, merges ? merged((Node.Mapping) present, (Node.Mapping) value) : value);
    }

    private Node.Mapping mapping(Node present, String key) {
        if (present instanceof Node.Mapping mapping) {
            return mapping;
        }
        boolean nothing = present == null || present instanceof Node.Dropped;
        if (nothing || present instanceof Node.Scalar scalar && scalar.isNull()) {
            return Node.Mapping.empty(value.origin());
        }
        throw bad(value.origin().source(), "'" + key + "' is a value without keys");
    }

    /** The first with all keys of the second set, key by key where both have keys. */
    static Node.Mapping merged(Node.Mapping under, Node.Mapping over) {
        Node.Mapping result = under;
        for (var entry : over.entries().entrySet()) {
            Node present = under.entries().get(entry.getKey());
            boolean both = present instanceof Node.Mapping && entry.getValue() instanceof Node.Mapping;
            Node value = both ? merged((Node.Mapping) present, (Node.Mapping) entry.getValue()) : entry.getValue();
            result = result.with(entry.getKey(), value);
        }
        return result;
    }

    private static Action action(String sign) {
        return sign == null || sign.equals("++") ? Action.SET : sign.equals("+") ? Action.ADD : Action.DROP;
    }

    private static BadConfig bad(String text, String complaint) {
        return new BadConfig("command line, '%s': %s".formatted(text, complaint));
    }
}
