package org.nde4j.experiments.config;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML 1.2 to nodes that know their lines. A text is at most 1 MB, 50 levels deep and 100,000 nodes large (aliases
 * counted each time); tags and duplicate keys are refused.
 */
public final class Yaml {

    private static final int LARGEST = 1 << 20;
    static final int DEEPEST = 50;

    private Yaml() {}

    /**
     * The node in a text; an empty mapping if the text holds nothing.
     *
     * @param text the text
     * @param source the name of the file, for messages
     * @throws BadConfig if it is not such YAML, with line and column
     */
    public static Node read(String text, String source) {
        if (text.length() > LARGEST) {
            throw new BadConfig(
                    "%s has %d characters; a configuration has at most %d".formatted(source, text.length(), LARGEST));
        }
        LoadSettings settings = LoadSettings.builder().setLabel(source).build();
        try {
            checkDepth(new Parse(settings).parseString(text), source);
            return new Compose(settings)
                    .composeString(text)
                    .map(root -> new YamlNodes(source).node(root))
                    .orElseGet(() -> Node.Mapping.empty(Origin.file(source, 1, 1)));
        } catch (MarkedYamlEngineException e) {
            throw new BadConfig(place(source, e.getProblemMark().or(e::getContextMark)) + e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw new BadConfig(source + ": " + e.getMessage(), e);
        }
    }

    /** Looks before it is composed, because composing deep nesting overflows the stack. */
    private static void checkDepth(Iterable<Event> events, String source) {
        int depth = 0;
        for (Event event : events) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                throw new BadConfig("%s: more than %d levels; a configuration has fewer".formatted(source, DEEPEST));
            }
        }
    }

    private static String place(String source, Optional<Mark> mark) {
        return mark.map(m -> Origin.file(source, m.getLine() + 1, m.getColumn() + 1)
                                .toString())
                        .orElse(source) + ": this is not YAML: ";
    }
}
