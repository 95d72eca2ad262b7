package org.nde4j.symbolic.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * A formula: numbers, variables and operators in a tree. Immutable; two expressions are equal if they are the same
 * tree, so {@code a + b} differs from {@code b + a}.
 *
 * <p>All methods walk the tree recursively: a tree should not be deeper than a few thousand levels.
 */
public sealed interface Expression permits Constant, Variable, Unary, Binary {
    /**
     * Reads a formula such as {@code -x^2 + 3*sin(`Sea level`)}. See {@link Grammar} for what is understood.
     *
     * @throws ParseException with the position and advice if it is not a formula or passes the limits
     */
    static Expression parse(String text) {
        return Grammar.OPEN.parse(text);
    }

    /**
     * Reads a formula over the given variables only; any other name is an error, and {@code e} or {@code pi} are
     * variables if they are among these.
     *
     * @throws ParseException with the position and advice if it is not a formula, passes the limits or uses other names
     */
    static Expression parse(String text, Collection<String> variables) {
        return Grammar.over(variables).parse(text);
    }

    /** A number. */
    static Constant constant(double value) {
        return new Constant(value);
    }

    /** A variable. */
    static Variable variable(String name) {
        return new Variable(name);
    }

    /** The direct parts: none, one or two. */
    List<Expression> arguments();

    /** The same node over other arguments, as many as it has. */
    Expression with(List<Expression> arguments);

    /** {@code this + other}. */
    default Expression plus(Expression other) {
        return new Binary(BinaryOperator.ADD, this, other);
    }

    /** {@code this - other}. */
    default Expression minus(Expression other) {
        return new Binary(BinaryOperator.SUB, this, other);
    }

    /** {@code this * other}. */
    default Expression times(Expression other) {
        return new Binary(BinaryOperator.MUL, this, other);
    }

    /** {@code this / other}. */
    default Expression div(Expression other) {
        return new Binary(BinaryOperator.DIV, this, other);
    }

    /** {@code this ^ exponent}. */
    default Expression pow(Expression exponent) {
        return new Binary(BinaryOperator.POW, this, exponent);
    }

    /** {@code this ^ exponent}. */
    default Expression pow(double exponent) {
        return pow(new Constant(exponent));
    }

    /** {@code square(this)}. */
    default Expression squared() {
        return apply(UnaryOperator.SQUARE);
    }

    /** {@code -this}. */
    default Expression negated() {
        return apply(UnaryOperator.NEG);
    }

    /** A function of this expression. */
    default Expression apply(UnaryOperator op) {
        return new Unary(op, this);
    }

    /** The formula with as few parentheses as possible; {@link #parse(String)} gives back an equal expression. */
    default String text() {
        return Printer.print(this);
    }

    /**
     * The value for given variables, a missing one being an error. For many points use {@link #evaluator(List)}.
     *
     * @throws IllegalArgumentException if a variable has no value
     */
    default double evaluate(Map<String, Double> variables) {
        List<String> names = List.copyOf(variables.keySet());
        return evaluator(names).at(names.stream().mapToDouble(variables::get).toArray());
    }

    /**
     * Opens an evaluator; it belongs to one thread.
     *
     * @param variables the order in which values will be given; more names than needed are allowed
     * @throws IllegalArgumentException if a variable of this expression is not among them
     */
    default Evaluator evaluator(List<String> variables) {
        return new Evaluator(this, variables);
    }

    /** The names of all variables, sorted. */
    default SortedSet<String> variables() {
        SortedSet<String> names = new TreeSet<>();
        for (Expression leaf : leaves()) {
            if (leaf instanceof Variable variable) {
                names.add(variable.name());
            }
        }
        return names;
    }

    /** The values of all constants in the order in which they are printed. */
    default double[] constants() {
        return leaves().stream()
                .filter(Constant.class::isInstance)
                .mapToDouble(leaf -> ((Constant) leaf).value())
                .toArray();
    }

    /**
     * The same expression with other constants, in the order of {@link #constants()}.
     *
     * @throws IllegalArgumentException if there are not as many values as constants
     */
    default Expression withConstants(double[] values) {
        int count = constants().length;
        if (values.length != count) {
            throw new IllegalArgumentException("\"" + text() + "\" has " + count + " constants, not " + values.length);
        }
        int[] next = {0};
        return map(node -> node instanceof Constant ? new Constant(values[next[0]++]) : node);
    }

    /** The numbers and variables from left to right. */
    default List<Expression> leaves() {
        List<Expression> leaves = new ArrayList<>();
        collectLeaves(this, leaves);
        return leaves;
    }

    /** Rewrites every node, arguments before the node they belong to and from left to right. */
    default Expression map(Function<Expression, Expression> rewrite) {
        List<Expression> rewritten = new ArrayList<>(2);
        for (Expression argument : arguments()) {
            rewritten.add(argument.map(rewrite));
        }
        return rewrite.apply(with(rewritten));
    }

    /** Puts expressions in the place of variables, all at once; variables that are not named stay. */
    default Expression substitute(Map<String, ? extends Expression> replacements) {
        return map(node ->
                node instanceof Variable v && replacements.containsKey(v.name()) ? replacements.get(v.name()) : node);
    }

    /** The same expression with all constants rounded to so many significant decimal digits. */
    default Expression rounded(int digits) {
        return map(node -> node instanceof Constant c && Double.isFinite(c.value())
                ? new Constant(
                        new BigDecimal(c.value()).round(new MathContext(digits)).doubleValue())
                : node);
    }

    /** The number of nodes. */
    default int complexity() {
        return complexity(Complexity.NODES);
    }

    /** The complexity under other weights. */
    default int complexity(Complexity complexity) {
        return complexity.of(this);
    }

    /** The number of nodes on the longest way from the root to a leaf; a leaf has depth 1. */
    default int depth() {
        int deepest = 0;
        for (Expression argument : arguments()) {
            deepest = Math.max(deepest, argument.depth());
        }
        return deepest + 1;
    }

    /** Whether the variable occurs in it. */
    default boolean dependsOn(String variable) {
        return this instanceof Variable v
                ? v.name().equals(variable)
                : arguments().stream().anyMatch(a -> a.dependsOn(variable));
    }

    /**
     * The partial derivative. Parts that do not contain the variable count as constant, so the derivative may be finite
     * where the expression itself is not; only factors of one and minus one are simplified.
     */
    default Expression derivative(String variable) {
        return ChainRule.derivative(this, variable);
    }

    /**
     * Writes itself into a trace. The whole exponent of a power belongs to the form: it becomes
     * {@link Trace#power(Value, int)} and its value in {@code constants} is not read.
     *
     * @param variables the values of the variables, at least one and all of one shape
     * @param constants one value for each of {@link #constants()}, either single numbers or of the shape of the
     *     variables; null to write the constants themselves as literals
     * @return a value of the shape of the variables
     * @throws IllegalArgumentException if a variable has no value, or the number of constants is wrong
     */
    default Value lower(Trace trace, Map<String, Value> variables, List<Value> constants) {
        return new Lowering(trace, variables, constants).value(this);
    }

    private static void collectLeaves(Expression node, List<Expression> leaves) {
        if (node.arguments().isEmpty()) {
            leaves.add(node);
        }
        for (Expression argument : node.arguments()) {
            collectLeaves(argument, leaves);
        }
    }
}
