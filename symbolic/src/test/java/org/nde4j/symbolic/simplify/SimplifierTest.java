package org.nde4j.symbolic.simplify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nde4j.symbolic.expression.Agreement;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.expression.RandomExpressions;

class SimplifierTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2*x + 3*x                | 5*x",
                "x*x*x                    | x^3",
                "a + -1*b                 | a - b",
                "a - (b - c)              | a - b + c",
                "-(a - b)                 | b - a",
                "x*x*3 - -2*x^2 + 0*y     | 5*x^2",
                "(2*x*y)^2                | 4*x^2*y^2",
                "x^3/x^5                  | 1/x^2",
                "3 + x - 5                | x - 2",
                "1/(3*x)                  | 1/(3*x)",
                "x*(1/3)                  | x/3",
                "inv(square(x))           | 1/x^2",
                "(x + 1)*(1 + x)          | (1 + x)^2",
                "sin(-2*x)*-2             | 2*sin(2*x)",
                "cos(-x) + cos(x)         | 2*cos(x)",
                "sqrt(x)*x                | x^1.5",
                "sqrt(x^2)                | abs(x)",
                "abs(x^2 + 1)             | 1 + x^2",
                "log(exp(x))              | x",
                "max(y, x) - max(x, y)    | 0",
                "x^0                      | 1",
                "2^3*x                    | 8*x",
                "`Sea level`*y*x          | `Sea level`*x*y",
            })
    void formulas_becomeShorter(String text, String simplified) {
        assertEquals(simplified, Simplifier.simplify(Expression.parse(text)).text());
    }

    @ParameterizedTest
    @CsvSource({
        "x/x",
        "1/(1/x)",
        "x/(y/z)",
        "sqrt(x)^2",
        "exp(log(x))",
        "(1/x)^0",
        "log(-1)",
        "(x^2)^0.5/x",
        "sqrt(x)*sqrt(x)",
        "0*log(x)",
        "log(x) - log(x)"
    })
    void domains_areNotEnlarged(String text) {
        Expression e = Expression.parse(text);
        Expression simple = Simplifier.simplify(e);
        assertFalse(Simplifier.total(e));
        assertFalse(Simplifier.total(simple), simple::text);
    }

    /**
     * Where all parts of the original are finite both have the same value, and all parts of the result are finite; where
     * a part of the original is not defined, neither is one of the result. Overflow is left out, as the rules say.
     */
    @Test
    void values_staySame() {
        RandomExpressions random = new RandomExpressions(11);
        int compared = 0;
        int undefined = 0;
        for (int i = 0; i < 10_000; i++) {
            Expression e = random.next(2 + i % 5);
            Expression simple = Simplifier.simplify(e);
            for (int j = 0; j < 10; j++) {
                double[] point = random.point();
                Regularity before = Regularity.of(e, point);
                Regularity after = Regularity.of(simple, point);
                if (before == Regularity.UNCLEAR || after == Regularity.UNCLEAR) {
                    continue;
                }
                assertEquals(before, after, () -> e + " -> " + simple + " at " + Arrays.toString(point));
                undefined += before == Regularity.UNDEFINED ? 1 : 0;
                compared += before == Regularity.REGULAR && sameValue(e, simple, point) ? 1 : 0;
            }
        }
        assertTrue(compared > 50_000, "compared only " + compared);
        assertTrue(undefined > 2_000, "undefined only " + undefined);
    }

    private static boolean sameValue(Expression e, Expression simple, double[] point) {
        double before = e.evaluator(RandomExpressions.VARIABLES).at(point);
        double after = simple.evaluator(RandomExpressions.VARIABLES).at(point);
        return Agreement.check(e.minus(simple).plus(e), RandomExpressions.VARIABLES, point, before, after);
    }

    @Test
    void simplifiedFormulas_stayAsTheyAre() {
        RandomExpressions random = new RandomExpressions(12);
        for (int i = 0; i < 5_000; i++) {
            Expression e = random.next(2 + i % 5);
            Expression simple = Simplifier.simplify(e);
            assertEquals(simple, Simplifier.simplify(simple), e::text);
        }
    }

    @Test
    void folding_onlyPutsNumbersInPlaceOfParts() {
        assertEquals(
                "x + 0 + 6*square(x)",
                Simplifier.fold(Expression.parse("x + 0 + (2*3)*square(x)")).text());
        assertEquals(
                "log(-1) + x", Simplifier.fold(Expression.parse("log(-1) + x")).text());
    }
}
