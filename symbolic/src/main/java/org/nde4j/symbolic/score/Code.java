package org.nde4j.symbolic.score;

import java.util.Arrays;
import java.util.List;
import org.nde4j.symbolic.expression.Expression;

/**
 * An expression in postfix form: every operand stands before its operator. Immutable; two codes are equal if their
 * tokens and the bits of their constants are.
 *
 * <p>Positions count tokens from 0; the root is the last one. The subtree that ends at position {@code p} covers the
 * positions from {@link #start start(p)} to {@code p}. Constants are kept apart, in the order in which they appear.
 */
public final class Code {
    private final int[] tokens;
    private final double[] constants;

    Code(int[] tokens, double[] constants) {
        this.tokens = tokens;
        this.constants = constants;
    }

    /**
     * The code of these tokens and constants.
     *
     * @throws IllegalArgumentException if they do not make exactly one expression
     */
    public static Code of(int[] tokens, double[] constants) {
        int depth = 0;
        int used = 0;
        for (int token : tokens) {
            int arity = Token.arity(token);
            if (depth < arity) {
                throw malformed(tokens, constants);
            }
            depth += 1 - arity;
            used += Token.isConstant(token) ? 1 : 0;
        }
        if (depth != 1 || used != constants.length) {
            throw malformed(tokens, constants);
        }
        return new Code(tokens.clone(), constants.clone());
    }

    private static IllegalArgumentException malformed(int[] tokens, double[] constants) {
        return new IllegalArgumentException("The tokens " + Arrays.toString(tokens) + " with " + constants.length
                + " constants are not one postfix expression; put the operands before each operator and give one"
                + " number for each constant.");
    }

    /**
     * The code of an expression.
     *
     * @param variables the names of the variables in the order of their indices
     * @throws IllegalArgumentException if the expression has a variable that is not among them
     */
    public static Code of(Expression expression, List<String> variables) {
        return Translation.code(expression, variables);
    }

    /** The expression it stands for, with these names for the variables. */
    public Expression expression(List<String> variables) {
        return Translation.expression(this, variables);
    }

    /** A single constant. */
    public static Code number(double value) {
        return new Code(new int[] {Token.CONSTANT}, new double[] {value});
    }

    /** A single variable. */
    public static Code variable(int index) {
        return new Code(new int[] {Token.variable(index)}, new double[0]);
    }

    /** The number of tokens, which is the number of nodes of the tree. */
    public int size() {
        return tokens.length;
    }

    /** The token at a position. */
    public int token(int position) {
        return tokens[position];
    }

    /** The number of constants. */
    public int constantCount() {
        return constants.length;
    }

    /** A constant by its place in the order of appearance. */
    public double constant(int index) {
        return constants[index];
    }

    /** A copy of the constants in the order of appearance. */
    public double[] constants() {
        return constants.clone();
    }

    /** The same tree with other constants. */
    public Code with(double[] replacement) {
        if (replacement.length != constants.length) {
            throw new IllegalArgumentException("The expression has " + constants.length + " constants, but "
                    + replacement.length + " were given; give one for each.");
        }
        return new Code(tokens, replacement.clone());
    }

    /** The same tree with another token of the same arity at a position; constants stay constants. */
    public Code with(int position, int token) {
        int[] changed = tokens.clone();
        changed[position] = token;
        return of(changed, constants);
    }

    /** The first position of the subtree that ends at {@code position}. */
    public int start(int position) {
        int p = position;
        for (int wanted = 1; wanted > 0; p--) {
            wanted += Token.arity(tokens[p]) - 1;
        }
        return p + 1;
    }

    /** The number of levels: 1 for a leaf. */
    public int depth() {
        int[] depth = new int[tokens.length];
        int top = 0;
        for (int token : tokens) {
            switch (Token.arity(token)) {
                case 0 -> depth[top++] = 1;
                case 1 -> depth[top - 1]++;
                default -> {
                    top--;
                    depth[top - 1] = 1 + Math.max(depth[top - 1], depth[top]);
                }
            }
        }
        return depth[0];
    }

    /** The subtree that ends at {@code position}. */
    public Code subtree(int position) {
        return new Splice().append(this, start(position), position + 1).code();
    }

    /** The code with the subtree that ends at {@code position} replaced. */
    public Code replace(int position, Code subtree) {
        return new Splice()
                .append(this, 0, start(position))
                .append(subtree)
                .append(this, position + 1, size())
                .code();
    }

    /** How many constants stand before a position. */
    int constantsBefore(int position) {
        int count = 0;
        for (int p = 0; p < position; p++) {
            count += Token.isConstant(tokens[p]) ? 1 : 0;
        }
        return count;
    }

    int[] tokens() {
        return tokens;
    }

    double[] values() {
        return constants;
    }

    /** The same function with every subtree that has no variable replaced by its value. */
    public Code folded() {
        return new Splice().append(this).folded();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Code code
                && Arrays.equals(tokens, code.tokens)
                && Arrays.equals(constants, code.constants);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(tokens) + Arrays.hashCode(constants);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (int token : tokens) {
            text.append(text.isEmpty() ? "" : " ");
            if (Token.isConstant(token)) {
                text.append(constants[next++]);
            } else {
                text.append(
                        Token.isVariable(token)
                                ? "x" + Token.index(token)
                                : Token.operator(token).text());
            }
        }
        return text.toString();
    }
}
