package org.nde4j.experiments.system;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nde4j.symbolic.expression.Expression;

/**
 * The earlier states in formulas: {@code delay(x, tau)} is what x was tau before. Each becomes a variable with a name of
 * its own before the formula is read.
 */
final class Delayed {

    private static final String WORD = "delay";

    private final Map<String, Lookup> lookups = new LinkedHashMap<>();

    /**
     * An earlier state.
     *
     * @param name the variable that it becomes
     * @param state what the text between parenthesis and comma says
     * @param delay what the text after the comma says
     */
    record Lookup(String name, String state, String delay) {}

    /** All that were found so far. */
    List<Lookup> lookups() {
        return List.copyOf(lookups.values());
    }

    /**
     * A formula with variables in the place of earlier states.
     *
     * @throws IllegalArgumentException if something is wrong with one of them
     */
    String replaced(String formula) {
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (int at = 0; at < formula.length(); at++) {
            at = formula.charAt(at) == '`' ? closing(formula, at) : at;
            int open = opening(formula, at);
            if (open > 0) {
                int close = matching(formula, open);
                text.append(formula, done, at).append(variable(formula.substring(open + 1, close)));
                done = close + 1;
                at = close;
            }
        }
        return text.append(formula.substring(done)).toString();
    }

    /** Where the parenthesis of a delay opens whose word begins here; -1 if none does. */
    private static int opening(String formula, int at) {
        boolean whole = at == 0 || !Character.isLetterOrDigit(formula.charAt(at - 1)) && formula.charAt(at - 1) != '_';
        if (!whole || !formula.startsWith(WORD, at)) {
            return -1;
        }
        int open = at + WORD.length();
        while (open < formula.length() && Character.isWhitespace(formula.charAt(open))) {
            open++;
        }
        return open < formula.length() && formula.charAt(open) == '(' ? open : -1;
    }

    private static int closing(String formula, int quote) {
        int end = formula.indexOf('`', quote + 1);
        return end < 0 ? formula.length() - 1 : end;
    }

    private static int matching(String formula, int open) {
        int depth = 0;
        for (int at = open; at < formula.length(); at++) {
            char c = formula.charAt(at);
            at = c == '`' ? closing(formula, at) : at;
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        throw new IllegalArgumentException("the parenthesis of 'delay(' is never closed in \"" + formula + "\"");
    }

    private String variable(String inside) {
        List<String> parts = parts(inside);
        if (parts.size() != 2 || parts.get(0).isEmpty() || parts.get(1).isEmpty()) {
            throw new IllegalArgumentException(
                    "'delay(" + inside + ")' needs a state and how long ago, as in delay(x, 0.5)");
        }
        if (!replaced(inside).equals(inside)) {
            throw new IllegalArgumentException("'delay(" + inside
                    + ")' holds another delay; give how long ago by states, parameters and the time t");
        }
        String plain = "delay(" + parts.get(0) + ", " + parts.get(1) + ")";
        Lookup lookup = lookups.computeIfAbsent(
                plain,
                p -> new Lookup(
                        p.length() > 200 || p.contains("`") ? "delay " + lookups.size() : p,
                        parts.get(0).replace("`", ""),
                        parts.get(1)));
        return Expression.variable(lookup.name()).text();
    }

    /** The parts between commas that are in no parentheses. */
    private static List<String> parts(String inside) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int at = 0; at < inside.length(); at++) {
            char c = inside.charAt(at);
            at = c == '`' ? closing(inside, at) : at;
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(plain(inside.substring(from, at)));
                from = at + 1;
            }
        }
        parts.add(plain(inside.substring(from)));
        return parts;
    }

    private static String plain(String part) {
        return part.strip().replaceAll("\\s+", " ");
    }
}
