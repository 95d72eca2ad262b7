package org.nde4j.symbolic.simplify;

import java.util.stream.Stream;
import org.nde4j.core.kernel.Elementary;
import org.nde4j.symbolic.expression.Binary;
import org.nde4j.symbolic.expression.BinaryOperator;
import org.nde4j.symbolic.expression.Constant;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.Unary;
import org.nde4j.symbolic.expression.UnaryOperator;
import org.nde4j.symbolic.expression.Variable;

/**
 * The form of a formula: what it is but for the values of its constants.
 *
 * <p>A formula is expanded into a quotient of two polynomials, without common factors, in its variables and in its
 * functions. Two formulas have the same form if these have the same monomials above and below, whatever the
 * coefficients; so {@code x/(1.2 + x)}, {@code c*x/(d + e*x)} for numbers c, d, e, and {@code 1 - 1.2/(1.2 + x)} are
 * one form. Coefficients that cancel to nine digits count as zero; small ones do not, so {@code x + 1e-9*x^2} is
 * another form than {@code x}. Arguments of functions are compared in the same way. Whole exponents belong to the form,
 * and so does the sign of other exponents; their size, and
 * the rates of exponentials, are constants. Known identities: products and powers of exponentials,
 * {@code c^x}, {@code exp(x + c)}, tangent as sine over cosine, sine and cosine with a phase, logistic function, odd and
 * even functions, roots as powers. Not known: addition theorems of angles, sums of logarithms, hyperbolic functions as
 * exponentials, and powers of sums with fractional exponents that add up to whole ones. Domains are not compared:
 * {@code x/x} has the form of 1, and {@code log(-1)} is a constant. Where one constant occurs twice the form does not remember that.
 *
 * <p>Formulas that expand to more than some hundred terms are compared after {@link Simplifier#simplify} alone.
 */
public final class Canonical {
    private static final int GREATEST_POWER = 16;
    private static final double PHASE = 1e-9;

    private Canonical() {}

    /** Whether there are two formulas of one form but for the values of constants. */
    public static boolean sameForm(Expression a, Expression b) {
        return form(a).equals(form(b));
    }

    /** A text that is the same for all formulas of one form; meant for comparison, not for readers. */
    public static String form(Expression e) {
        Expression simple = Simplifier.simplify(e);
        try {
            return fraction(simple).form();
        } catch (Polynomial.TooLarge large) {
            return "too large: " + simple.map(Canonical::anonymous).text();
        }
    }

    private static Expression anonymous(Expression e) {
        return e instanceof Constant c && !c.isInteger() ? Expression.variable("#") : e;
    }

    private static Fraction fraction(Expression e) {
        if (e instanceof Constant c) {
            return Fraction.number(c.value());
        }
        if (e instanceof Variable v) {
            String name = "`" + v.name() + "`";
            return Fraction.of(Atom.named(name, name), 1);
        }
        return e instanceof Unary u ? unary(u) : binary((Binary) e);
    }

    private static Fraction unary(Unary e) {
        Fraction u = fraction(e.argument());
        return switch (e.op()) {
            case NEG -> u.scaled(-1);
            case SQUARE -> whole(u, 2);
            case CUBE -> whole(u, 3);
            case INV -> u.reciprocal();
            case SQRT -> fractional(u, 0.5);
            case EXP -> exponential(u);
            case SIGMOID -> Fraction.number(1).plus(exponential(u.scaled(-1))).reciprocal();
            case TAN -> wave(u, 0).times(wave(u, 1).reciprocal());
            case SIN -> wave(u, 0);
            case COS -> wave(u, 1);
            case ABS, COSH -> function(e.op().text(), u.leading() < 0 ? u.scaled(-1) : u);
            case TANH, SINH, ASIN, ATAN ->
                u.leading() < 0 ? function(e.op().text(), u.scaled(-1)).scaled(-1) : function(e.op().text(), u);
            case LOG, ACOS -> function(e.op().text(), u);
        };
    }

    private static Fraction binary(Binary e) {
        if (e.op() == BinaryOperator.POW && e.right() instanceof Constant c) {
            return power(fraction(e.left()), c);
        }
        Fraction a = fraction(e.left());
        Fraction b = fraction(e.right());
        return switch (e.op()) {
            case ADD -> a.plus(b);
            case SUB -> a.plus(b.scaled(-1));
            case MUL -> a.times(b);
            case DIV -> a.times(b.reciprocal());
            case POW ->
                a.isNumber() && a.leading() > 0
                        ? exponential(b.scaled(Elementary.log(a.leading())))
                        : function("pow", a, b);
            case MIN, MAX ->
                a.form().compareTo(b.form()) <= 0 ? function(e.op().text(), a, b) : function(e.op().text(), b, a);
        };
    }

    private static Fraction function(String name, Fraction... arguments) {
        if (Stream.of(arguments).allMatch(Fraction::isNumber)) {
            return Fraction.number(1);
        }
        StringBuilder key = new StringBuilder(name);
        StringBuilder form = new StringBuilder(name);
        for (Fraction argument : arguments) {
            key.append('(').append(argument.key()).append(')');
            form.append('(').append(argument.form()).append(')');
        }
        return Fraction.of(Atom.named(key.toString(), form.toString()), 1);
    }

    private static Fraction power(Fraction base, Constant exponent) {
        if (!exponent.isInteger()) {
            return fractional(base, exponent.value());
        }
        if (Math.abs(exponent.value()) > (base.top().isMonomial() ? 1000 : GREATEST_POWER)) {
            throw new Polynomial.TooLarge();
        }
        int n = (int) exponent.value();
        return n < 0 ? whole(base, -n).reciprocal() : whole(base, n);
    }

    private static Fraction whole(Fraction base, int n) {
        Fraction power = Fraction.number(1);
        for (int i = 0; i < n; i++) {
            power = power.times(base);
        }
        return power;
    }

    /** A power of a monomial is distributed, that of anything else is an atom under this power. */
    private static Fraction fractional(Fraction base, double p) {
        double scale = Math.abs(base.leading());
        boolean positive = base.leading() > 0;
        if (base.isNumber()) {
            double power = Elementary.pow(base.leading(), p);
            return Fraction.number(Double.isFinite(power) ? power : 1);
        }
        boolean simple = base.top().isMonomial()
                && base.top().leading().powers().values().stream()
                        .allMatch(power -> Math.abs(power) == 1 || power != Math.rint(power));
        if (base.isPolynomial() && simple && positive) {
            return Fraction.of(Polynomial.of(base.top().leading().raised(p), Elementary.pow(scale, p)));
        }
        Fraction unit = base.scaled(1 / scale);
        Atom atom = Atom.named("(" + unit.key() + ")", "(" + base.form() + ")");
        return Fraction.of(atom, p).scaled(Elementary.pow(scale, p));
    }

    /** The exponential of a sum is a product of powers, one for each monomial; that of a number is a number. */
    private static Fraction exponential(Fraction u) {
        if (!u.isPolynomial()) {
            Fraction unit = u.scaled(1 / u.leading());
            return Fraction.of(new Atom("exp(" + unit.key() + ")", "exp(" + u.form() + ")", true), u.leading());
        }
        Fraction product = Fraction.number(1);
        for (var term : u.top().terms().entrySet()) {
            Fraction monomial = Fraction.of(Polynomial.of(term.getKey(), 1));
            Atom atom = new Atom("exp(" + monomial.key() + ")", "exp(" + monomial.form() + ")", true);
            boolean number = term.getKey().equals(Monomial.ONE);
            product = product.times(
                    number ? Fraction.number(Elementary.exp(term.getValue())) : Fraction.of(atom, term.getValue()));
        }
        return product;
    }

    /**
     * The sine of an angle plus some quarters of a turn. Quarters in the angle itself are taken out; any other phase
     * makes it a sine of an angle with a constant.
     */
    private static Fraction wave(Fraction angle, int quarters) {
        double phase = angle.isPolynomial() ? angle.top().terms().getOrDefault(Monomial.ONE, 0.0) : 0;
        double turns = phase / (Math.PI / 2);
        boolean even = Math.abs(turns - Math.rint(turns)) < PHASE;
        if (!even) {
            return signed(angle.plus(Fraction.number(quarters * Math.PI / 2)), 0);
        }
        return signed(angle.plus(Fraction.number(-phase)), quarters + (long) Math.rint(turns));
    }

    private static Fraction signed(Fraction angle, long quarters) {
        boolean cosine = Math.floorMod(quarters, 2L) == 1;
        boolean flipped = angle.leading() < 0;
        double sign = (Math.floorMod(quarters, 4L) >= 2 ? -1 : 1) * (flipped && !cosine ? -1 : 1);
        if (angle.top().isZero()) {
            return Fraction.number(cosine ? sign : 0);
        }
        String name = (cosine ? UnaryOperator.COS : UnaryOperator.SIN).text();
        return function(name, flipped ? angle.scaled(-1) : angle).scaled(sign);
    }
}
