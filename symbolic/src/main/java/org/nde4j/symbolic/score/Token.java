package org.nde4j.symbolic.score;

import org.nde4j.symbolic.expression.BinaryOperator;
import org.nde4j.symbolic.expression.Operator;
import org.nde4j.symbolic.expression.UnaryOperator;

/** The alphabet of a {@link Code}: one {@code int} says constant, variable, or operator, and which. */
public final class Token {
    /** Stands for the next constant in the list of constants. */
    public static final int CONSTANT = 0;

    private static final int VARIABLE = 1 << 16;
    private static final int UNARY = 2 << 16;
    private static final int BINARY = 3 << 16;
    private static final int INDEX = 0xffff;
    private static final UnaryOperator[] UNARIES = UnaryOperator.values();
    private static final BinaryOperator[] BINARIES = BinaryOperator.values();

    private Token() {}

    /** The variable of that index, counted from 0. */
    public static int variable(int index) {
        return VARIABLE | index;
    }

    /** The token of an operator. */
    public static int of(Operator operator) {
        return operator instanceof UnaryOperator unary
                ? UNARY | unary.ordinal()
                : BINARY | ((BinaryOperator) operator).ordinal();
    }

    /** True for a constant. */
    public static boolean isConstant(int token) {
        return token == CONSTANT;
    }

    /** True for a variable. */
    public static boolean isVariable(int token) {
        return token >> 16 == 1;
    }

    /** How many operands precede it: 0, 1 or 2. */
    public static int arity(int token) {
        return Math.max(0, (token >> 16) - 1);
    }

    /** The index of a variable. */
    public static int index(int token) {
        return token & INDEX;
    }

    /** The operator of a token with one operand. */
    public static UnaryOperator unary(int token) {
        return UNARIES[token & INDEX];
    }

    /** The operator of a token with two operands. */
    public static BinaryOperator binary(int token) {
        return BINARIES[token & INDEX];
    }

    /** The operator of a token with operands. */
    public static Operator operator(int token) {
        return arity(token) == 1 ? unary(token) : binary(token);
    }
}
