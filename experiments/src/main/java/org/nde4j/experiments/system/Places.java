package org.nde4j.experiments.system;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.nde4j.experiments.config.BadConfig;
import org.nde4j.experiments.config.Configuration;
import org.nde4j.experiments.config.Node;
import org.nde4j.experiments.config.Origin;

/**
 * Where the values of a file stand, for messages.
 *
 * @param root the whole file
 */
record Places(Node.Mapping root) {

    /** A refusal that names where a key stands, or as much of the way to it as was written. */
    BadConfig refusal(String complaint, String... path) {
        return new BadConfig(origin(path) + ": " + complaint);
    }

    /** Whether a key was set on the command line. */
    boolean onCommandLine(String... path) {
        return origin(path).kind() == Origin.Kind.COMMAND_LINE;
    }

    /** A path that is one key longer. */
    static String[] path(String[] path, String key) {
        return Stream.concat(Stream.of(path), Stream.of(key)).toArray(String[]::new);
    }

    /**
     * What a value says that may be written in several forms.
     *
     * @param type a record with one component, which is named like the key
     * @param key the key, for messages
     * @param value what is written under it
     */
    static <C extends Record> C bound(Class<C> type, String key, Node value) {
        return Configuration.of(type, new Node.Mapping(Map.of(key, value), value.origin()), List.of())
                .value();
    }

    private Origin origin(String... path) {
        Node node = root;
        Origin last = root.origin();
        for (String key : path) {
            node = node instanceof Node.Mapping mapping ? mapping.entries().get(key) : null;
            last = node == null || node.origin().kind() == Origin.Kind.DEFAULT ? last : node.origin();
        }
        return last;
    }
}
