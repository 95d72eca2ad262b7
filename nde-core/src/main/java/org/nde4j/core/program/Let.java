package org.nde4j.core.program;

/**
 * One line of a program: {@code result = op}.
 *
 * @param result the value that is bound
 * @param op the operation and its operands
 */
public record Let(Value result, Op op) {
    @Override
    public String toString() {
        return result + " " + result.shape() + " = " + op.text();
    }
}
