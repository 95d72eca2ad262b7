package org.nde4j.symbolic.expression;

import org.nde4j.core.array.Numbers;

/** Prints expressions so that the grammar reads the same tree back. */
final class Printer {
    private final StringBuilder out = new StringBuilder();

    static String print(Expression e) {
        Printer printer = new Printer();
        printer.write(e);
        return printer.out.toString();
    }

    /** How tightly the printed form of an expression binds. */
    static Precedence precedence(Expression e) {
        if (e instanceof Constant c) {
            return c.value() < 0 || 1 / c.value() < 0 ? Precedence.SIGN : Precedence.ATOM;
        }
        if (e instanceof Unary u) {
            return u.op().precedence();
        }
        return e instanceof Binary b ? b.op().precedence() : Precedence.ATOM;
    }

    private void write(Expression e) {
        if (e instanceof Constant c) {
            out.append(Numbers.text(c.value()));
        } else if (e instanceof Variable v) {
            out.append(Grammar.quotedIfNeeded(v.name()));
        } else if (e instanceof Unary u) {
            unary(u);
        } else if (e instanceof Binary b) {
            binary(b);
        }
    }

    private void unary(Unary e) {
        if (e.op() != UnaryOperator.NEG) {
            out.append(e.op().text()).append('(');
            write(e.argument());
            out.append(')');
        } else {
            out.append('-');
            Expression u = e.argument();
            write(u, u instanceof Constant || precedence(u).compareTo(Precedence.POWER) < 0);
        }
    }

    private void binary(Binary e) {
        BinaryOperator op = e.op();
        if (!op.infix()) {
            out.append(op.text()).append('(');
            write(e.left());
            out.append(", ");
            write(e.right());
            out.append(')');
            return;
        }
        boolean power = op == BinaryOperator.POW;
        Precedence least = power ? Precedence.ATOM : op.precedence();
        write(e.left(), precedence(e.left()).compareTo(least) < 0);
        out.append(op.precedence() == Precedence.SUM ? " " + op.text() + " " : op.text());
        Precedence leastRight = power ? Precedence.SIGN : op.precedence().tighter();
        write(e.right(), precedence(e.right()).compareTo(leastRight) < 0);
    }

    private void write(Expression e, boolean parentheses) {
        if (parentheses) {
            out.append('(');
        }
        write(e);
        if (parentheses) {
            out.append(')');
        }
    }
}
