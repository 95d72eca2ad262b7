package org.nde4j.symbolic.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nde4j.core.array.Numbers;
import org.nde4j.symbolic.expression.Binary;
import org.nde4j.symbolic.expression.BinaryOperator;
import org.nde4j.symbolic.expression.Constant;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.Precedence;
import org.nde4j.symbolic.expression.Unary;
import org.nde4j.symbolic.expression.UnaryOperator;
import org.nde4j.symbolic.expression.Variable;

/** Formulas for readers. */
record Typeset(Notation notation) implements Target {
    @Override
    public Map<String, String> names(Collection<String> variables) {
        Map<String, String> names = new LinkedHashMap<>();
        variables.forEach(v -> names.put(v, notation.variable(v)));
        return names;
    }

    @Override
    public String formula(Expression e, Map<String, String> names) {
        return notation.whole(write(e));
    }

    @Override
    public String function(String name, Map<String, String> names, Expression e) {
        String left = notation.call(notation.variable(name), List.copyOf(names.values()));
        return notation.whole(
                notation.equations(List.of(List.of(names.isEmpty() ? notation.variable(name) : left, write(e)))));
    }

    @Override
    public String system(String name, List<String> states, List<Expression> derivatives) {
        List<List<String>> sides = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            String rate = notation.rate(notation.variable(states.get(i)), notation.variable("t"));
            sides.add(List.of(rate, write(derivatives.get(i))));
        }
        return notation.whole(notation.equations(sides));
    }

    private String write(Expression e) {
        if (e instanceof Constant c) {
            return constant(c.value());
        }
        if (e instanceof Variable v) {
            return notation.variable(v.name());
        }
        return e instanceof Unary u ? unary(u) : binary((Binary) e);
    }

    private String constant(double value) {
        if (!Double.isFinite(value)) {
            return notation.special(value);
        }
        BigDecimal size = new BigDecimal(Numbers.text(Math.abs(value))).stripTrailingZeros();
        int exponent = exponent(size);
        String digits = isLong(size) ? size.movePointLeft(exponent).toPlainString() : size.toPlainString();
        String number = notation.number(digits, isLong(size) ? exponent : 0);
        return isNegative(value) ? notation.negative(number) : number;
    }

    private static int exponent(BigDecimal size) {
        return size.precision() - size.scale() - 1;
    }

    /** Whether a number is written with a power of ten: below 0.01 and from a million. */
    private static boolean isLong(BigDecimal size) {
        return size.signum() != 0 && (exponent(size) < -2 || exponent(size) > 5);
    }

    private String unary(Unary e) {
        return switch (e.op()) {
            case NEG -> notation.negative(write(e.argument(), isSum(e.argument()) || isSigned(e.argument())));
            case SQRT -> notation.root(write(e.argument()));
            case ABS -> notation.magnitude(write(e.argument()));
            case EXP -> notation.power(notation.variable("e"), write(e.argument()));
            default ->
                e.op().expanded(e.argument())
                        .map(this::write)
                        .orElseGet(() -> notation.call(notation.function(e.op().text()), List.of(write(e.argument()))));
        };
    }

    private String binary(Binary e) {
        return switch (e.op()) {
            case ADD, SUB ->
                notation.sum(
                        write(e.left()),
                        e.op().text(),
                        write(e.right(), isSigned(e.right()) || e.op() == BinaryOperator.SUB && isSum(e.right())));
            case MUL -> product(e.left(), e.right());
            case DIV -> notation.fraction(write(e.left()), write(e.right()));
            case POW ->
                notation.power(
                        write(e.left(), precedence(e.left()) != Precedence.ATOM || isLong(e.left())), write(e.right()));
            case MIN, MAX ->
                notation.call(notation.function(e.op().text()), List.of(write(e.left()), write(e.right())));
        };
    }

    private String product(Expression left, Expression right) {
        boolean digits = startsWithNumber(right);
        return notation.product(write(left, isSum(left)), write(right, isSum(right) || isSigned(right)), digits);
    }

    private String write(Expression e, boolean parentheses) {
        return parentheses ? notation.parentheses(write(e)) : write(e);
    }

    private static boolean isNegative(double value) {
        return value < 0 || 1 / value < 0;
    }

    private static boolean isSum(Expression e) {
        return precedence(e) == Precedence.SUM;
    }

    /** Whether its printed form starts with a minus sign. */
    private static boolean isSigned(Expression e) {
        if (e instanceof Binary b && (b.op() == BinaryOperator.MUL || precedence(e) == Precedence.SUM)) {
            return isSigned(b.left()) && !(b.op() == BinaryOperator.MUL && isSum(b.left()));
        }
        return precedence(e) == Precedence.SIGN;
    }

    private static boolean startsWithNumber(Expression e) {
        if (e instanceof Binary b) {
            boolean first =
                    b.op() == BinaryOperator.MUL || b.op() == BinaryOperator.POW && b.left() instanceof Constant;
            return first && startsWithNumber(b.left());
        }
        if (e instanceof Unary u) {
            return u.op().expanded(u.argument()).map(Typeset::startsWithNumber).orElse(false);
        }
        return e instanceof Constant;
    }

    /** Whether it is a number that is written with a power of ten. */
    private static boolean isLong(Expression e) {
        return e instanceof Constant c
                && Double.isFinite(c.value())
                && isLong(new BigDecimal(Numbers.text(Math.abs(c.value()))).stripTrailingZeros());
    }

    private static Precedence precedence(Expression e) {
        if (e instanceof Constant c) {
            return isNegative(c.value()) ? Precedence.SIGN : Precedence.ATOM;
        }
        if (e instanceof Binary b) {
            return b.op().precedence();
        }
        if (e instanceof Unary u) {
            boolean exponential = u.op() == UnaryOperator.EXP;
            Precedence own = exponential ? Precedence.POWER : u.op().precedence();
            return u.op().expanded(u.argument()).map(Typeset::precedence).orElse(own);
        }
        return Precedence.ATOM;
    }
}
