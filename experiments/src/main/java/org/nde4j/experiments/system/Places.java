package org.nde4j.experiments.system;

import org.nde4j.experiments.config.BadConfig;
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
