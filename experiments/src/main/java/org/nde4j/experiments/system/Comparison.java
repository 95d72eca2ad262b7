package org.nde4j.experiments.system;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nde4j.core.solve.Trigger;

/**
 * Two formulas that are compared, such as {@code x < 1}.
 *
 * @param left what stands before the sign
 * @param sign one of {@code < <= > >= = ==}
 * @param right what stands behind
 */
record Comparison(String left, String sign, String right) {

    private static final Pattern FORM = Pattern.compile("([^<>=]+)(<=?|>=?|==?)([^<>=]+)");

    /** Whether a text has a sign of comparison in it. */
    static boolean isOne(String text) {
        return text.matches("(?s).*[<>=].*");
    }

    /** The comparison in a text; empty if it is none, or more than one. */
    static Optional<Comparison> of(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new Comparison(
                        form.group(1).strip(), form.group(2), form.group(3).strip()))
                : Optional.empty();
    }

    /** How left minus right crosses zero where the comparison begins to hold. */
    Trigger.Direction direction() {
        return switch (sign.charAt(0)) {
            case '<' -> Trigger.Direction.FALLING;
            case '>' -> Trigger.Direction.RISING;
            default -> Trigger.Direction.EITHER;
        };
    }

    /** Whether it holds for the value of left minus right. */
    boolean holds(double difference) {
        return switch (sign) {
            case "<" -> difference < 0;
            case "<=" -> difference <= 0;
            case ">" -> difference > 0;
            case ">=" -> difference >= 0;
            default -> difference == 0;
        };
    }
}
