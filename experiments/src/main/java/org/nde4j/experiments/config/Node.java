package org.nde4j.experiments.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of a configuration as written, before it has a type. */
public sealed interface Node {

    /** Where it was written; for the value of a key, where the key is. */
    Origin origin();

    /** The same with another origin. */
    Node from(Origin origin);

    /**
     * A single value.
     *
     * @param text its text, without quotes
     * @param quoted whether it was in quotes, so that it is a text whatever it looks like
     * @param origin where it was written
     */
    record Scalar(String text, boolean quoted, Origin origin) implements Node {

        /** Whether this is the plain word {@code null}, or nothing at all. */
        public boolean isNull() {
            return !quoted && (text.isEmpty() || text.equals("null"));
        }

        @Override
        public Node from(Origin other) {
            return new Scalar(text, quoted, other);
        }
    }

    /**
     * A list.
     *
     * @param items its items
     * @param origin where it was written
     */
    record Sequence(List<Node> items, Origin origin) implements Node {

        /** Keeps its own copy of the items. */
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public Node from(Origin other) {
            return new Sequence(items, other);
        }
    }

    /**
     * Keys with values, in the order written.
     *
     * @param entries the values by key
     * @param origin where it was written
     */
    record Mapping(Map<String, Node> entries, Origin origin) implements Node {

        /** Keeps its own copy of the entries, in their order. */
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /** No keys at all. */
        public static Mapping empty(Origin origin) {
            return new Mapping(Map.of(), origin);
        }

        /** The same with a key set, at its place if it was there, else at the end. */
        public Mapping with(String key, Node value) {
            Map<String, Node> changed = new LinkedHashMap<>(entries);
            changed.put(key, value);
            return new Mapping(changed, origin);
        }

        @Override
        public Node from(Origin other) {
            return new Mapping(entries, other);
        }
    }

    /**
     * The mark that a key was dropped: its value is the default again, or nothing where nothing may be.
     *
     * @param origin who dropped it
     */
    record Dropped(Origin origin) implements Node {

        @Override
        public Node from(Origin other) {
            return new Dropped(other);
        }
    }
}
