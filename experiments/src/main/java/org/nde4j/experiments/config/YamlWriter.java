package org.nde4j.experiments.config;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes nodes as YAML, one key a line, lists in brackets. */
record YamlWriter(boolean origins) {

    private static final Pattern WORD = Pattern.compile("[A-Za-z_][\\w./-]*+( [\\w./-]++)*");
    private static final Pattern SPECIAL =
            Pattern.compile("true|false|null|yes|no|on|off|y|n|nan|inf", Pattern.CASE_INSENSITIVE);

    /** Numbers and single words, which mean the same when read again; anything else is a text and gets quotes. */
    private static final Pattern PLAIN = Pattern.compile("[+-]?[\\w.][\\w.+-]*");

    static YamlWriter plain() {
        return new YamlWriter(false);
    }

    static YamlWriter withOrigins() {
        return new YamlWriter(true);
    }

    String text(Node.Mapping mapping) {
        StringBuilder out = new StringBuilder();
        block(mapping, "", out);
        return out.toString();
    }

    private void block(Node.Mapping mapping, String indent, StringBuilder out) {
        for (Map.Entry<String, Node> entry : mapping.entries().entrySet()) {
            out.append(indent).append(word(entry.getKey())).append(':');
            Node value = entry.getValue();
            if (value instanceof Node.Mapping inner && !inner.entries().isEmpty()) {
                out.append('\n');
                block(inner, indent + "  ", out);
            } else {
                out.append(' ')
                        .append(flow(value))
                        .append(comment(value.origin()))
                        .append('\n');
            }
        }
    }

    private String comment(Origin origin) {
        if (!origins) {
            return "";
        }
        return "  # " + (origin.kind() == Origin.Kind.FILE ? "file, line " + origin.line() : origin.label());
    }

    private static String flow(Node node) {
        if (node instanceof Node.Sequence sequence) {
            return joined(sequence.items().stream().map(YamlWriter::flow).toList(), "[", "]");
        }
        if (node instanceof Node.Mapping mapping) {
            List<String> entries = mapping.entries().entrySet().stream()
                    .map(entry -> word(entry.getKey()) + ": " + flow(entry.getValue()))
                    .toList();
            return joined(entries, "{", "}");
        }
        return node instanceof Node.Scalar scalar ? scalar(scalar) : "null";
    }

    private static String joined(List<String> parts, String open, String close) {
        return parts.stream().collect(Collectors.joining(", ", open, close));
    }

    private static String scalar(Node.Scalar scalar) {
        if (scalar.isNull()) {
            return "null";
        }
        boolean plain = !scalar.quoted() && PLAIN.matcher(scalar.text()).matches();
        return plain ? scalar.text() : word(scalar.text());
    }

    private static String word(String text) {
        if (WORD.matcher(text).matches() && !SPECIAL.matcher(text).matches()) {
            return text;
        }
        StringBuilder quoted = new StringBuilder();
        JsonWriter.quote(text, quoted);
        return quoted.toString();
    }
}
