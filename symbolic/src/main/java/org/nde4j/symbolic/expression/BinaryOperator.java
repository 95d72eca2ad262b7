package org.nde4j.symbolic.expression;

import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.nde4j.core.kernel.Elementary;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/** A function of two arguments, with everything that is known about it. Outside its real domain it is NaN. */
public enum BinaryOperator implements Operator {
    /** The sum. */
    ADD("+", Precedence.SUM, (a, b) -> a + b, Trace::add, "1", "1", Spelling.everywhere("+")),
    /** The difference. */
    SUB("-", Precedence.SUM, (a, b) -> a - b, Trace::sub, "1", "-1", Spelling.everywhere("-")),
    /** The product. */
    MUL(
            "*",
            Precedence.PRODUCT,
            (a, b) -> a * b,
            Trace::mul,
            "b",
            "a",
            Spelling.everywhere("*").but(Language.MATLAB, ".*")),
    /** The quotient; a division by zero is infinite, or NaN for 0/0. */
    DIV(
            "/",
            Precedence.PRODUCT,
            (a, b) -> a / b,
            Trace::div,
            "1/b",
            "-a/square(b)",
            Spelling.everywhere("/").but(Language.MATLAB, "./")),
    /** The power; NaN for a negative base under an exponent that is not an integer. */
    POW(
            "^",
            Precedence.POWER,
            Elementary::pow,
            Trace::pow,
            "b*a^(b - 1)",
            "a^b*log(a)",
            Spelling.everywhere("^")
                    .but(Language.C, "pow")
                    .but(Language.JAVA, "Math.pow")
                    .but(Language.SYMPY, "**")
                    .but(Language.NUMPY, "**")
                    .but(Language.MATLAB, ".^")),
    /** The smaller of two numbers; NaN if one of them is. Its derivative is NaN where both are equal. */
    MIN(
            "min",
            Precedence.ATOM,
            Math::min,
            Trace::min,
            "0.5 - 0.5*(a - b)/abs(a - b)",
            "0.5 + 0.5*(a - b)/abs(a - b)",
            extremum("min", "np.minimum", "Min")),
    /** The greater of two numbers; NaN if one of them is. Its derivative is NaN where both are equal. */
    MAX(
            "max",
            Precedence.ATOM,
            Math::max,
            Trace::max,
            "0.5 + 0.5*(a - b)/abs(a - b)",
            "0.5 - 0.5*(a - b)/abs(a - b)",
            extremum("max", "np.maximum", "Max"));

    private final String text;
    private final Precedence precedence;
    private final DoubleBinaryOperator at;
    private final Lowering lowering;
    private final String left;
    private final String right;
    private final Spelling spelling;

    BinaryOperator(
            String text,
            Precedence precedence,
            DoubleBinaryOperator at,
            Lowering lowering,
            String left,
            String right,
            Spelling spelling) {
        this.text = text;
        this.precedence = precedence;
        this.at = at;
        this.lowering = lowering;
        this.left = left;
        this.right = right;
        this.spelling = spelling;
    }

    /** The operator of that name or infix symbol, if there is one. */
    public static Optional<BinaryOperator> named(String text) {
        for (BinaryOperator operator : values()) {
            if (operator.text.equals(text)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public int arity() {
        return 2;
    }

    @Override
    public Precedence precedence() {
        return precedence;
    }

    @Override
    public String spelling(Language language) {
        return spelling.in(language);
    }

    /** Whether it stands between its arguments instead of before them. */
    public boolean infix() {
        return precedence != Precedence.ATOM;
    }

    /** Whether the arguments may change places without changing any bit of the result. */
    public boolean commutative() {
        return this == ADD || this == MUL || this == MIN || this == MAX;
    }

    /** The value at {@code (a, b)}. */
    public double at(double a, double b) {
        return at.applyAsDouble(a, b);
    }

    /** {@code z[zo + i]} = the value at {@code (x[xo + i], y[yo + i])}, for {@code n} numbers; in place is allowed. */
    public void over(double[] x, int xo, double[] y, int yo, double[] z, int zo, int n) {
        for (int i = 0; i < n; i++) {
            z[zo + i] = at.applyAsDouble(x[xo + i], y[yo + i]);
        }
    }

    /** The partial derivative with respect to the left argument. */
    public Expression leftDerivative(Expression a, Expression b) {
        return this == POW && b instanceof Constant c ? lowered(a, c.value()) : formula(left, a, b);
    }

    /** The partial derivative with respect to the right argument. */
    public Expression rightDerivative(Expression a, Expression b) {
        return formula(right, a, b);
    }

    /** Writes itself into a trace, element by element; both values have the same shape. */
    public Value lower(Trace trace, Value a, Value b) {
        return lowering.lower(trace, a, b);
    }

    @Override
    public String toString() {
        return text;
    }

    /** {@code p*a^(p - 1)} with the exponent worked out. */
    private static Expression lowered(Expression a, double p) {
        Expression power = p == 2 ? a : a.pow(p - 1);
        return Expression.constant(p).times(power);
    }

    private static Expression formula(String text, Expression a, Expression b) {
        return Expression.parse(text).substitute(Map.of("a", a, "b", b));
    }

    private static Spelling extremum(String name, String numpy, String sympy) {
        return Spelling.function(name)
                .but(Language.NUMPY, numpy)
                .but(Language.SYMPY, sympy)
                .but(Language.C, "real_" + name)
                .but(Language.MATLAB, "real_" + name);
    }

    @FunctionalInterface
    private interface Lowering {
        Value lower(Trace trace, Value a, Value b);
    }
}
