package org.nde4j.symbolic.score;

import java.util.Arrays;

/** Puts a {@link Code} together from pieces of others and from single tokens. */
public final class Splice {
    private int[] tokens = new int[32];
    private double[] constants = new double[8];
    private int size;
    private int count;

    /** Appends a whole code. */
    public Splice append(Code code) {
        return append(code, 0, code.size());
    }

    /** Appends the tokens at positions {@code from} (inclusive) to {@code to} (exclusive) with their constants. */
    public Splice append(Code code, int from, int to) {
        int next = code.constantsBefore(from);
        for (int p = from; p < to; p++) {
            if (Token.isConstant(code.token(p))) {
                constant(code.constant(next++));
            } else {
                token(code.token(p));
            }
        }
        return this;
    }

    /** Appends a variable or an operator. */
    public Splice token(int token) {
        if (size == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * size);
        }
        tokens[size++] = token;
        return this;
    }

    /** Appends a constant. */
    public Splice constant(double value) {
        if (count == constants.length) {
            constants = Arrays.copyOf(constants, 2 * count);
        }
        constants[count++] = value;
        return token(Token.CONSTANT);
    }

    /** The code; the pieces must make one expression. */
    public Code code() {
        return new Code(Arrays.copyOf(tokens, size), Arrays.copyOf(constants, count));
    }

    /** The code with constant subtrees replaced by their values. */
    Code folded() {
        Splice folded = new Splice();
        int next = 0;
        for (int p = 0; p < size; p++) {
            if (Token.isConstant(tokens[p])) {
                folded.constant(constants[next++]);
            } else {
                folded.token(tokens[p]).fold();
            }
        }
        return folded.code();
    }

    private void fold() {
        int operator = tokens[size - 1];
        if (Token.arity(operator) == 1 && constantAt(size - 2)) {
            constants[count - 1] = Token.unary(operator).at(constants[count - 1]);
            size--;
        } else if (Token.arity(operator) == 2 && constantAt(size - 2) && constantAt(size - 3)) {
            constants[count - 2] = Token.binary(operator).at(constants[count - 2], constants[count - 1]);
            count--;
            size -= 2;
        }
    }

    private boolean constantAt(int position) {
        return Token.isConstant(tokens[position]);
    }
}
