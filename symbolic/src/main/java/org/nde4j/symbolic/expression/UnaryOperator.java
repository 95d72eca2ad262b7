package org.nde4j.symbolic.expression;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import org.nde4j.core.kernel.Elementary;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.UnaryFunction;
import org.nde4j.core.program.Value;

/**
 * A function of one argument, with everything that is known about it. Outside its real domain a function is NaN; no
 * operator is "protected", that is, quietly replaced by another one where it is undefined.
 */
public enum UnaryOperator implements Operator {
    /** The opposite, {@code -u}. */
    NEG("neg", u -> -u, each(u -> -u), Trace::neg, "-1", Spelling.everywhere("-")),
    /** The sine of an angle in radians. */
    SIN("sin", Elementary::sin, Elementary::sin, Trace::sin, "cos(u)", Spelling.function("sin")),
    /** The cosine of an angle in radians. */
    COS("cos", Elementary::cos, Elementary::cos, Trace::cos, "-sin(u)", Spelling.function("cos")),
    /** The tangent of an angle in radians. */
    TAN("tan", Elementary::tan, Elementary::tan, Trace::tan, "1 + square(tan(u))", Spelling.function("tan")),
    /** The exponential function. */
    EXP("exp", Elementary::exp, Elementary::exp, Trace::exp, "exp(u)", Spelling.function("exp")),
    /** The natural logarithm; NaN below zero, negative infinity at zero. */
    LOG(
            "log",
            Elementary::log,
            Elementary::log,
            Trace::log,
            "1/u",
            Spelling.function("log").partial()),
    /** The square root; NaN below zero. */
    SQRT(
            "sqrt",
            Math::sqrt,
            each(Math::sqrt),
            Trace::sqrt,
            "0.5/sqrt(u)",
            Spelling.function("sqrt").partial()),
    /** The hyperbolic tangent. */
    TANH("tanh", Elementary::tanh, Elementary::tanh, Trace::tanh, "1 - square(tanh(u))", Spelling.function("tanh")),
    /** The absolute value; its derivative at zero is NaN. */
    ABS("abs", Math::abs, each(Math::abs), Trace::abs, "u/abs(u)", Spelling.absolute()),
    /** The second power, {@code u * u}. */
    SQUARE("square", u -> u * u, each(u -> u * u), (t, v) -> t.power(v, 2), "2*u", "u^2"),
    /** The third power, {@code u * u * u}. */
    CUBE("cube", u -> u * u * u, each(u -> u * u * u), (t, v) -> t.power(v, 3), "3*square(u)", "u^3"),
    /** The reciprocal, {@code 1 / u}. */
    INV("inv", u -> 1 / u, each(u -> 1 / u), (t, v) -> t.power(v, -1), "-1/square(u)", "1/u"),
    /** The logistic function, {@code 1 / (1 + exp(-u))}. */
    SIGMOID(
            "sigmoid",
            Elementary::sigmoid,
            Elementary::sigmoid,
            Trace::sigmoid,
            "sigmoid(u)*(1 - sigmoid(u))",
            "1/(1 + exp(-u))"),
    /** The inverse sine, in [-pi/2, pi/2]; NaN outside [-1, 1]. */
    ASIN(
            "asin",
            Elementary::asin,
            Elementary::asin,
            (t, v) -> t.map(UnaryFunction.ASIN, v),
            "1/sqrt(1 - square(u))",
            Spelling.arc("sin").partial()),
    /** The inverse cosine, in [0, pi]; NaN outside [-1, 1]. */
    ACOS(
            "acos",
            Elementary::acos,
            Elementary::acos,
            (t, v) -> t.map(UnaryFunction.ACOS, v),
            "-1/sqrt(1 - square(u))",
            Spelling.arc("cos").partial()),
    /** The inverse tangent, in [-pi/2, pi/2]. */
    ATAN(
            "atan",
            Elementary::atan,
            Elementary::atan,
            (t, v) -> t.map(UnaryFunction.ATAN, v),
            "1/(1 + square(u))",
            Spelling.arc("tan")),
    /** The hyperbolic sine. */
    SINH(
            "sinh",
            Elementary::sinh,
            Elementary::sinh,
            (t, v) -> t.map(UnaryFunction.SINH, v),
            "cosh(u)",
            Spelling.function("sinh")),
    /** The hyperbolic cosine. */
    COSH(
            "cosh",
            Elementary::cosh,
            Elementary::cosh,
            (t, v) -> t.map(UnaryFunction.COSH, v),
            "sinh(u)",
            Spelling.function("cosh"));

    private final String text;
    private final DoubleUnaryOperator at;
    private final Loop over;
    private final BiFunction<Trace, Value, Value> lowering;
    private final String derivative;
    private final Spelling spelling;
    private final String expansion;

    UnaryOperator(
            String text,
            DoubleUnaryOperator at,
            Loop over,
            BiFunction<Trace, Value, Value> lowering,
            String derivative,
            Spelling spelling) {
        this(text, at, over, lowering, derivative, spelling, null);
    }

    UnaryOperator(
            String text,
            DoubleUnaryOperator at,
            Loop over,
            BiFunction<Trace, Value, Value> lowering,
            String derivative,
            String expansion) {
        this(text, at, over, lowering, derivative, Spelling.everywhere(text), expansion);
    }

    UnaryOperator(
            String text,
            DoubleUnaryOperator at,
            Loop over,
            BiFunction<Trace, Value, Value> lowering,
            String derivative,
            Spelling spelling,
            String expansion) {
        this.text = text;
        this.at = at;
        this.over = over;
        this.lowering = lowering;
        this.derivative = derivative;
        this.spelling = spelling;
        this.expansion = expansion;
    }

    /** The operator of that name, if there is one. */
    public static Optional<UnaryOperator> named(String text) {
        for (UnaryOperator operator : values()) {
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
        return 1;
    }

    @Override
    public Precedence precedence() {
        return this == NEG ? Precedence.SIGN : Precedence.ATOM;
    }

    @Override
    public String spelling(Language language) {
        return spelling.in(language);
    }

    /** The value at {@code u}. */
    public double at(double u) {
        return at.applyAsDouble(u);
    }

    /** The values of {@code n} numbers from {@code x[xo]} into {@code y} from {@code yo}; {@code y} may be {@code x}. */
    public void over(double[] x, int xo, double[] y, int yo, int n) {
        over.run(x, xo, y, yo, n);
    }

    /** The derivative with respect to the argument, taken at {@code u}. */
    public Expression derivative(Expression u) {
        return formula(derivative, u);
    }

    /** The same function in arithmetic and {@code exp}, if it is one of those that most languages do not have. */
    public Optional<Expression> expanded(Expression u) {
        return Optional.ofNullable(expansion).map(text -> formula(text, u));
    }

    /** Writes itself into a trace, element by element. */
    public Value lower(Trace trace, Value u) {
        return lowering.apply(trace, u);
    }

    @Override
    public String toString() {
        return text;
    }

    private static Expression formula(String text, Expression u) {
        return Expression.parse(text).substitute(Map.of("u", u));
    }

    private static Loop each(DoubleUnaryOperator f) {
        return (x, xo, y, yo, n) -> {
            for (int i = 0; i < n; i++) {
                y[yo + i] = f.applyAsDouble(x[xo + i]);
            }
        };
    }

    @FunctionalInterface
    private interface Loop {
        void run(double[] x, int xo, double[] y, int yo, int n);
    }
}
