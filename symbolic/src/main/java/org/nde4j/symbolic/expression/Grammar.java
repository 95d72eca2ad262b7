package org.nde4j.symbolic.expression;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The language of formulas.
 *
 * <pre>
 * sum     = product { ("+" | "-") product }
 * product = sign { ("*" | "/") sign }
 * sign    = ("-" | "+") sign | power
 * power   = atom [ ("^" | "**") sign ]                  right associative: a^b^c = a^(b^c), and -x^2 = -(x^2)
 * atom    = number | name | function "(" sum { "," sum } ")" | "(" sum ")"
 * number  = digits [ "." digits ] [ ("e" | "E") [ "+" | "-" ] digits ]
 * name    = letter or "_", then letters, digits and "_"; anything else between backticks: `Sea level`
 * </pre>
 *
 * <p>A minus sign directly before a number that is not the base of a power belongs to the number. The names
 * {@code pi}, {@code e}, {@code Infinity} and {@code NaN} are numbers unless they are declared as variables; between
 * backticks they are variables always. Texts have at most {@value #MAX_LENGTH} characters, {@value #MAX_NODES} nodes
 * and a tree of depth {@value #MAX_DEPTH}.
 */
public final class Grammar {
    /** The longest text in characters. */
    public static final int MAX_LENGTH = 65_536;

    /** The largest number of nodes. */
    public static final int MAX_NODES = 10_000;

    /** The greatest depth of the tree, and of nested parentheses and signs. */
    public static final int MAX_DEPTH = 200;

    static final Grammar OPEN = new Grammar(null);

    private static final Map<String, Double> NUMBERS =
            Map.of("pi", Math.PI, "e", Math.E, "Infinity", Double.POSITIVE_INFINITY, "NaN", Double.NaN);

    private final Set<String> declared;

    private Grammar(Set<String> declared) {
        this.declared = declared;
    }

    static Grammar over(Collection<String> variables) {
        return new Grammar(new TreeSet<>(variables));
    }

    Expression parse(String text) {
        return new Parser(text, this).parse();
    }

    /** What an unquoted name that is no function call stands for, if anything. */
    Optional<Expression> meaning(String name) {
        if (declared != null && declared.contains(name)) {
            return Optional.of(new Variable(name));
        }
        if (NUMBERS.containsKey(name)) {
            return Optional.of(new Constant(NUMBERS.get(name)));
        }
        boolean free = declared == null && !isFunction(name);
        return free ? Optional.of(new Variable(name)) : Optional.empty();
    }

    boolean allows(String variable) {
        return declared == null || declared.contains(variable);
    }

    /** The names that may stand for a value, sorted. */
    Set<String> values() {
        Set<String> names = new TreeSet<>(NUMBERS.keySet());
        names.addAll(declared == null ? Set.of() : declared);
        return names;
    }

    static boolean isFunction(String name) {
        return functions().contains(name);
    }

    /** The names of all functions, in the order in which operators are declared. */
    static List<String> functions() {
        return Stream.concat(
                        Stream.of(UnaryOperator.values()).map(UnaryOperator::text),
                        Stream.of(BinaryOperator.values())
                                .filter(op -> !op.infix())
                                .map(BinaryOperator::text))
                .toList();
    }

    static boolean startsName(int c) {
        return Character.isLetter(c) || c == '_';
    }

    static boolean continuesName(int c) {
        return startsName(c) || Character.isDigit(c);
    }

    static String quotedIfNeeded(String name) {
        boolean plain = startsName(name.codePointAt(0))
                && name.codePoints().allMatch(Grammar::continuesName)
                && !NUMBERS.containsKey(name)
                && !isFunction(name);
        return plain ? name : "`" + name + "`";
    }
}
