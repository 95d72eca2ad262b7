package org.nde4j.symbolic.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nde4j.symbolic.expression.Constant;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.RandomExpressions;

class CanonicalTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x/(1.2 + x)                | 3*x/(2 + 0.7*x)",
                "x/(1.2 + x)                | 1/(1 + 1.2/x)",
                "x/(1.2 + x)                | 1 - 1.2/(1.2 + x)",
                "x/(1.2 + x)                | -2*x/(-0.3 - x)",
                "(x^2 - 1)/(x - 1)          | x + 2",
                "(x + 1)^2                  | x^2 + 3*x + 5",
                "(x + 1)*(x - 1)            | 2*x^2 - 7",
                "a/(1 + x) + b/(1 + x)      | 2*(3*a + b)/(5 + x)",
                "1/(1 + x) + 1/(2 + x)      | (4 + 3*x)/(1 + 2*x + 7*x^2)",
                "x - 2*x*y                  | x*(1.1 - 0.4*y)",
                "sin(2*x + 1)               | 3*sin(x + 0.2)",
                "cos(x)                     | sin(x + pi/2)",
                "cos(x + 1)                 | sin(0.7 - x)",
                "tan(x)                     | sin(x)/cos(x)",
                "sin(-x)                    | sin(3*x)",
                "exp(x + 1)                 | 2*exp(0.3*x)",
                "exp(-x)                    | 2^x",
                "exp(x)*exp(y)              | exp(2*x + 3*y)",
                "1/(1 + exp(-x))            | sigmoid(3*x)",
                "sigmoid(x)                 | 1/(1 + exp(2*x))",
                "exp(x^2/(1 + x))           | 5*exp(-x^2/(2 + x))",
                "sqrt(x)*x                  | 3*x^1.7",
                "sqrt(1 + x)                | (2 + 3*x)^0.4",
                "log(2*x)                   | log(x)",
                "x^3                        | 0.1*cube(x)",
                "max(x, 2)                  | max(3, 4*x)",
                "-9.81*sin(th)/2 - 0.1*w    | -sin(th) - w",
                "0*x + y                    | y",
                "x^2*y^-1                   | x/(y/x)",
            })
    void oneForm_inManyDresses(String a, String b) {
        assertTrue(
                Canonical.sameForm(Expression.parse(a), Expression.parse(b)),
                () -> Canonical.form(Expression.parse(a)) + "\n" + Canonical.form(Expression.parse(b)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x/(1.2 + x)      | x/(1.2 + y)",
                "x/(1.2 + x)      | (x + 0.1)/(1.2 + x)",
                "x/(1.2 + x)      | x/(1.2 + x + x^2)",
                "x + y            | x*y",
                "x^2              | x^3",
                "x^2              | x^2.1",
                "sin(x)           | sin(x + 0.3)",
                "sin(x)           | sin(x*y)",
                "tanh(x)          | sigmoid(x)",
                "exp(x)           | exp(x) + 1",
                "exp(x)           | exp(x^2)",
                "exp(x) + exp(2*x) | exp(x)",
                "x                | x + 1",
                "2                | x",
                "0*x              | 2",
                "min(x, 2)        | max(x, 2)",
            })
    void differentForms_areToldApart(String a, String b) {
        assertNotEquals(Canonical.form(Expression.parse(a)), Canonical.form(Expression.parse(b)));
    }

    @Test
    void otherConstants_keepTheForm() {
        RandomExpressions random = new RandomExpressions(21);
        int compared = 0;
        for (int i = 0; i < 2_000; i++) {
            Expression e = withGenericConstants(Simplifier.fold(random.next(4)), random);
            Expression other = withGenericConstants(e, random);
            if (!Canonical.form(e).startsWith("too large")) {
                assertEquals(Canonical.form(e), Canonical.form(other), () -> e + " and " + other);
                compared++;
            }
        }
        assertTrue(compared > 1_800, "compared only " + compared);
    }

    /** Positive numbers without relations, so that nothing cancels; whole exponents belong to the form and stay. */
    private static Expression withGenericConstants(Expression e, RandomExpressions random) {
        double[] constants = e.constants();
        int i = 0;
        for (Expression leaf : e.leaves()) {
            if (leaf instanceof Constant) {
                constants[i] = isWholeExponent(e, i) ? constants[i] : random.uniform(0.3, 0.9);
                i++;
            }
        }
        return e.withConstants(constants);
    }

    private static boolean isWholeExponent(Expression e, int constant) {
        double marked = 12345.678;
        double[] constants = e.constants();
        constants[constant] = marked;
        return e.withConstants(constants).text().contains("^" + marked);
    }

    @Test
    void simplifying_keepsTheForm() {
        RandomExpressions random = new RandomExpressions(22);
        for (int i = 0; i < 2_000; i++) {
            Expression e = random.next(4);
            assertEquals(Canonical.form(e), Canonical.form(Simplifier.simplify(e)), e::text);
        }
    }

    @Test
    void largePolynomials_areComparedWithoutExpansion() {
        Expression large = Expression.parse("(a + b + c + d + f)^16");
        assertTrue(Canonical.sameForm(large, Expression.parse("(b + a + c + f + d)^16")));
        assertNotEquals(Canonical.form(large), Canonical.form(Expression.parse("(a + b + c + d + f)^15")));
    }
}
