package org.nde4j.experiments.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Turns the nodes of the YAML library into ours, within limits. One for each text. */
final class YamlNodes {

    private static final int MOST = 100_000;

    private final String source;
    private int depth;
    private int count;

    YamlNodes(String source) {
        this.source = source;
    }

    Node node(org.snakeyaml.engine.v2.nodes.Node node) {
        checkTag(node);
        if (++count > MOST || ++depth > Yaml.DEEPEST) {
            throw new BadConfig("%s: more than %d nodes or %d levels; a configuration is smaller"
                    .formatted(origin(node), MOST, Yaml.DEEPEST));
        }
        Node ours = ours(node);
        depth--;
        return ours;
    }

    private Node ours(org.snakeyaml.engine.v2.nodes.Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping(mapping);
        }
        if (node instanceof SequenceNode sequence) {
            List<Node> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(node(item)));
            return new Node.Sequence(items, origin(node));
        }
        ScalarNode scalar = (ScalarNode) node;
        return new Node.Scalar(scalar.getValue(), !scalar.isPlain(), origin(node));
    }

    private Node mapping(MappingNode mapping) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            Origin key = origin(entry.getKeyNode());
            if (!(entry.getKeyNode() instanceof ScalarNode name)) {
                throw new BadConfig(key + ": a key must be a word");
            }
            if (entries.put(name.getValue(), node(entry.getValueNode()).from(key)) != null) {
                throw new BadConfig("%s: key '%s' occurs twice; remove one".formatted(key, name.getValue()));
            }
        }
        return new Node.Mapping(entries, origin(mapping));
    }

    private void checkTag(org.snakeyaml.engine.v2.nodes.Node node) {
        String tag = node.getTag().getValue();
        if (!tag.matches("tag:yaml\\.org,2002:(str|int|float|bool|null|map|seq)")) {
            throw new BadConfig("%s: tag '%s' is not allowed; remove it".formatted(origin(node), tag));
        }
    }

    private Origin origin(org.snakeyaml.engine.v2.nodes.Node node) {
        Mark mark = node.getStartMark().orElseThrow();
        return Origin.file(source, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
