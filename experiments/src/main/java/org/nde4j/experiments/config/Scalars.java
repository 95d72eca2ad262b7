package org.nde4j.experiments.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Single values: what is expected of each type, and how it is read. */
final class Scalars {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d++(\\.\\d*+)?|\\.\\d++)([eE][+-]?\\d++)?");
    private static final Map<String, Double> INFINITE = Map.of(
            ".inf",
            Double.POSITIVE_INFINITY,
            "+.inf",
            Double.POSITIVE_INFINITY,
            "-.inf",
            Double.NEGATIVE_INFINITY,
            "inf",
            Double.POSITIVE_INFINITY,
            "-inf",
            Double.NEGATIVE_INFINITY);

    private Scalars() {}

    static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + String.join(", ", words(type));
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        return type == String.class ? "a text" : type == List.class ? "a list" : "keys with values";
    }

    static String shown(Node node) {
        if (node instanceof Node.Scalar scalar) {
            String text =
                    scalar.text().length() <= 40 ? scalar.text() : scalar.text().substring(0, 40) + "...";
            return scalar.quoted() ? "the text '" + text + "'" : "'" + text + "'";
        }
        return node instanceof Node.Sequence ? "a list" : "keys with values";
    }

    static Object parse(Class<?> type, Node.Scalar scalar, String path) {
        Object value =
                type == String.class ? scalar.text() : type.isEnum() ? constant(type, scalar) : plain(type, scalar);
        if (value == null) {
            throw new BadConfig("%s: key '%s' needs %s, got %s%s"
                    .formatted(scalar.origin(), path, expected(type), shown(scalar), advice(type, scalar)));
        }
        return value;
    }

    private static String advice(Class<?> type, Node.Scalar scalar) {
        if (type.isEnum() && !Nearest.to(scalar.text(), words(type)).isEmpty()) {
            return Nearest.advice(scalar.text(), words(type));
        }
        boolean comma = NUMBER.matcher(scalar.text().replaceFirst(",", ".")).matches();
        return comma && scalar.text().contains(",") ? "; write decimals with a point" : "";
    }

    private static Object plain(Class<?> type, Node.Scalar scalar) {
        if (scalar.quoted()) {
            return null;
        }
        String text = scalar.text();
        if (type == boolean.class || type == Boolean.class) {
            return text.equals("true") || text.equals("false") ? (Object) text.equals("true") : null;
        }
        if (type == double.class || type == Double.class) {
            return real(text);
        }
        if (type == int.class || type == Integer.class) {
            Long number = whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
            return number == null ? null : (Object) number.intValue();
        }
        if (type == long.class || type == Long.class) {
            return whole(text, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        throw new IllegalStateException("a configuration cannot hold a " + type.getName());
    }

    private static Double real(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return INFINITE.get(text.toLowerCase(Locale.ROOT));
        }
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? number : null;
    }

    private static Long whole(String text, long least, long most) {
        if (!NUMBER.matcher(text).matches()) {
            return null;
        }
        try {
            long number = new BigDecimal(text).longValueExact();
            return number >= least && number <= most ? number : null;
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private static Object constant(Class<?> type, Node.Scalar scalar) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> bare(((Enum<?>) constant).name()).equals(bare(scalar.text())))
                .findFirst()
                .orElse(null);
    }

    private static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    private static List<String> words(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(c -> Unbinder.word((Enum<?>) c))
                .toList();
    }
}
