package org.nde4j.symbolic.expression;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.nde4j.core.array.Shape;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/** Writes expressions into a trace. */
final class Lowering {
    private static final int GREATEST_POWER = 64;

    private final Trace trace;
    private final Map<String, Value> variables;
    private final List<Value> constants;
    private final Value pattern;
    private Iterator<Value> left;

    Lowering(Trace trace, Map<String, Value> variables, List<Value> constants) {
        if (variables.isEmpty()) {
            throw new IllegalArgumentException("an expression takes its shape from its variables; give at least one");
        }
        this.trace = trace;
        this.variables = variables;
        this.constants = constants;
        this.pattern = variables.values().iterator().next();
    }

    Value value(Expression e) {
        int count = e.constants().length;
        if (constants != null && constants.size() != count) {
            throw new IllegalArgumentException("\"" + e.text() + "\" has " + count + " constants, but "
                    + constants.size() + " values are given; give one each, in the order of printing");
        }
        left = constants == null ? null : constants.iterator();
        return shaped(write(e));
    }

    private Value write(Expression e) {
        if (e instanceof Constant c) {
            return left == null ? trace.fill(c.value(), shape()) : shaped(left.next());
        }
        if (e instanceof Unary u) {
            return u.op().lower(trace, write(u.argument()));
        }
        return e instanceof Binary b ? binary(b) : variable(((Variable) e).name());
    }

    private Value binary(Binary e) {
        if (e.op() == BinaryOperator.POW && isWhole(e.right())) {
            Value base = write(e.left());
            if (left != null) {
                left.next();
            }
            return trace.power(base, (int) ((Constant) e.right()).value());
        }
        if (left == null && e.right() instanceof Constant c && shifts(e.op())) {
            return trace.shift(write(e.left()), e.op() == BinaryOperator.ADD ? c.value() : -c.value());
        }
        if (left == null && e.op() == BinaryOperator.MUL && e.left() instanceof Constant c) {
            return trace.scale(write(e.right()), c.value());
        }
        return e.op().lower(trace, write(e.left()), write(e.right()));
    }

    private static boolean shifts(BinaryOperator op) {
        return op == BinaryOperator.ADD || op == BinaryOperator.SUB;
    }

    private static boolean isWhole(Expression e) {
        return e instanceof Constant c && c.isInteger() && Math.abs(c.value()) <= GREATEST_POWER;
    }

    private Value variable(String name) {
        Value value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "the variable \"" + name + "\" has no value; given are " + variables.keySet());
        }
        return value;
    }

    private Value shaped(Value value) {
        return value.shape().equals(shape()) ? value : trace.like(value, pattern);
    }

    private Shape shape() {
        return pattern.shape();
    }
}
