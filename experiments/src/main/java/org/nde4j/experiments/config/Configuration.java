package org.nde4j.experiments.config;

import java.util.List;

/**
 * A configuration with everything filled in.
 *
 * @param <C> the record it is bound to
 * @param value the record
 * @param resolved every key with its value, each with its origin
 */
public record Configuration<C extends Record>(C value, Node.Mapping resolved) {

    /**
     * The configuration that a file and the command line ask for. A record's defaults are what its static method
     * {@code defaults()} returns; without one, every key must be given. Components may be whole numbers, numbers,
     * booleans, texts, enums, records, and lists, maps with text keys, and optionals of those. A component of type
     * {@link Node} takes whatever is written.
     *
     * @param type the record
     * @param file what the file holds
     * @param changes what the command line changes, in order
     * @throws BadConfig if a key is unknown or missing, or a value has the wrong type or range; the message says where,
     *     and names the nearest keys
     */
    public static <C extends Record> Configuration<C> of(Class<C> type, Node file, List<String> changes) {
        if (!(file instanceof Node.Mapping tree)) {
            throw new BadConfig(file.origin() + ": expected keys with values, such as 'seed: 1'");
        }
        for (String change : changes) {
            tree = Change.of(change).apply(tree);
        }
        return new Binder(type).configuration(type, tree);
    }

    /** The configuration of all defaults. */
    public static <C extends Record> Configuration<C> ofDefaults(Class<C> type) {
        return of(type, Node.Mapping.empty(Origin.DEFAULT), List.of());
    }

    /** The configuration as YAML, every key with where its value comes from. */
    public String text() {
        return YamlWriter.withOrigins().text(resolved);
    }

    /** The configuration as YAML in one fixed form: the same for equal records, however they were written. */
    public String canonical() {
        return YamlWriter.plain().text((Node.Mapping) Unbinder.node(value));
    }
}
