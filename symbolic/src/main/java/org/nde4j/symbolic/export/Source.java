package org.nde4j.symbolic.export;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.nde4j.core.array.Numbers;
import org.nde4j.symbolic.expression.Binary;
import org.nde4j.symbolic.expression.BinaryOperator;
import org.nde4j.symbolic.expression.Constant;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.Language;
import org.nde4j.symbolic.expression.Precedence;
import org.nde4j.symbolic.expression.Unary;
import org.nde4j.symbolic.expression.UnaryOperator;
import org.nde4j.symbolic.expression.Variable;

/** A programming language. Formulas get parentheses wherever languages disagree about precedence. */
abstract sealed class Source implements Target permits SymPy, NumPy, Julia, C, JavaSource, Matlab {
    private final Language language;
    private final String comment;
    private final Set<String> reserved;
    private final Map<String, String> helpers;

    /**
     * @param comment what starts a comment that ends with the line
     * @param reserved words that cannot name a variable, separated by blanks
     * @param helpers the text of functions that the language lacks, by name
     */
    Source(Language language, String comment, String reserved, Map<String, String> helpers) {
        this.language = language;
        this.comment = comment;
        this.reserved = new TreeSet<>(List.of(reserved.split(" ")));
        this.reserved.addAll(helpers.keySet());
        for (UnaryOperator op : UnaryOperator.values()) {
            this.reserved.add(op.spelling(language));
        }
        for (BinaryOperator op : BinaryOperator.values()) {
            this.reserved.add(op.spelling(language));
        }
        this.helpers = helpers;
    }

    /** A finite constant; whole numbers come as {@code 2.0}. */
    String number(double value) {
        String text = Numbers.text(value).replace("E", "e");
        return text.matches("-?\\d+") ? text + ".0" : text;
    }

    /** NaN or an infinity. */
    abstract String special(double value);

    /** A power of two formulas that need no further parentheses. */
    abstract String power(Expression exponent, String base, String raised);

    /** A quotient or power of constants only, which some languages would work out in integers. */
    String constants(BinaryOperator op, String left, String right) {
        return left + op.spelling(language) + right;
    }

    @Override
    public Map<String, String> names(Collection<String> variables) {
        return Identifiers.of(variables, reserved);
    }

    @Override
    public String formula(Expression e, Map<String, String> names) {
        return write(e, names);
    }

    /** The text of the helpers that occur in a formula, in order of name, each followed by an empty line. */
    String helpersOf(String text) {
        StringBuilder out = new StringBuilder();
        for (String name : new TreeSet<>(helpers.keySet())) {
            if (text.contains(name + "(")) {
                out.append(helpers.get(name)).append('\n');
            }
        }
        return out.toString();
    }

    /** A comment line for every variable that has another name here; characters beyond plain ASCII become "?". */
    String renamed(Map<String, String> names, String indent) {
        StringBuilder out = new StringBuilder();
        names.forEach((variable, name) -> {
            if (!variable.equals(name)) {
                String shown =
                        variable.replaceAll("[^ -~]", "?").replace('\\', '/').replace("*/", "* /");
                out.append(indent)
                        .append(comment)
                        .append(' ')
                        .append(name)
                        .append(" is \"")
                        .append(shown)
                        .append("\"\n");
            }
        });
        return out.toString();
    }

    /** The names of the states and, unless a state is called t, of the time; not the words for the arguments. */
    Map<String, String> namesOf(List<String> states, String... words) {
        Set<String> taken = new TreeSet<>(reserved);
        taken.addAll(List.of(words));
        taken.add("t");
        Map<String, String> names = Identifiers.of(states, taken);
        names.putIfAbsent("t", "t");
        return names;
    }

    List<String> written(List<Expression> expressions, Map<String, String> names) {
        return expressions.stream().map(e -> write(e, names)).toList();
    }

    String write(Expression e, Map<String, String> names) {
        if (e instanceof Constant c) {
            return Double.isFinite(c.value()) ? number(c.value()) : special(c.value());
        }
        if (e instanceof Variable v) {
            return names.get(v.name());
        }
        return e instanceof Unary u ? unary(u, names) : binary((Binary) e, names);
    }

    private String unary(Unary e, Map<String, String> names) {
        if (e.op() == UnaryOperator.NEG) {
            return "-" + write(e.argument(), names, Precedence.POWER);
        }
        return e.op().expanded(e.argument())
                .map(expanded -> write(expanded, names))
                .orElseGet(() -> e.op().spelling(language) + "(" + write(e.argument(), names) + ")");
    }

    private String binary(Binary e, Map<String, String> names) {
        BinaryOperator op = e.op();
        if (op == BinaryOperator.POW) {
            return power(e, names);
        }
        if (!op.infix()) {
            return op.spelling(language) + "(" + write(e.left(), names) + ", " + write(e.right(), names) + ")";
        }
        String left = write(e.left(), names, op.precedence());
        String right = write(e.right(), names, op.precedence().tighter());
        if (op == BinaryOperator.DIV && e.variables().isEmpty()) {
            return constants(op, left, right);
        }
        boolean sum = op.precedence() == Precedence.SUM;
        return left + (sum ? " " + op.spelling(language) + " " : op.spelling(language)) + right;
    }

    private String power(Binary e, Map<String, String> names) {
        boolean number = e.right() instanceof Constant c
                && c.isInteger()
                && !e.left().variables().isEmpty();
        String exponent = number ? whole((Constant) e.right()) : write(e.right(), names, Precedence.ATOM);
        String base = write(e.left(), names, Precedence.ATOM);
        return e.variables().isEmpty()
                ? constants(BinaryOperator.POW, base, exponent)
                : power(e.right(), base, exponent);
    }

    private String whole(Constant exponent) {
        String text =
                Math.abs(exponent.value()) < 1e9 ? Long.toString((long) exponent.value()) : number(exponent.value());
        return exponent.value() < 0 ? "(" + text + ")" : text;
    }

    private String write(Expression e, Map<String, String> names, Precedence least) {
        String text = write(e, names);
        return precedence(e).compareTo(least) < 0 ? "(" + text + ")" : text;
    }

    private Precedence precedence(Expression e) {
        if (e instanceof Constant c) {
            return c.value() < 0 || 1 / c.value() < 0 ? Precedence.SIGN : Precedence.ATOM;
        }
        if (e instanceof Unary u) {
            return u.op().expanded(u.argument()).map(this::precedence).orElse(u.op().precedence());
        }
        return e instanceof Binary b ? b.op().precedence() : Precedence.ATOM;
    }
}
