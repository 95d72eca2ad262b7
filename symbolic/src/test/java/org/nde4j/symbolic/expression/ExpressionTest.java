package org.nde4j.symbolic.expression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExpressionTest {
    private static final Expression SAMPLE = Expression.parse("2.5*x^2 - y/(3 + x)");

    @Test
    void parts_areCountedAndNamed() {
        assertEquals(11, SAMPLE.complexity());
        assertEquals(4, SAMPLE.depth());
        assertEquals(new TreeSet<>(List.of("x", "y")), SAMPLE.variables());
        assertArrayEquals(new double[] {2.5, 2, 3}, SAMPLE.constants());
        assertEquals(21, SAMPLE.complexity(new Complexity(2, 3, Map.of(BinaryOperator.DIV, 2))));
    }

    @Test
    void constants_areReplacedInTheOrderOfPrinting() {
        assertEquals(
                "1*x^4 - y/(5 + x)",
                SAMPLE.withConstants(new double[] {1, 4, 5}).text());
        assertThrows(IllegalArgumentException.class, () -> SAMPLE.withConstants(new double[2]));
    }

    @Test
    void variables_areSubstitutedAllAtOnce() {
        Expression swapped =
                Expression.parse("x - y").substitute(Map.of("x", new Variable("y"), "y", new Variable("x")));
        assertEquals("y - x", swapped.text());
    }

    @Test
    void equality_isThatOfTrees() {
        assertEquals(Expression.parse("a+b"), Expression.parse("a + b"));
        assertNotEquals(Expression.parse("a+b"), Expression.parse("b+a"));
        assertNotEquals(new Constant(0.0), new Constant(-0.0));
        assertEquals(new Constant(Double.NaN), new Constant(Double.NaN));
    }

    @Test
    void rounding_keepsSignificantDigits() {
        assertEquals(
                "0.00123*x + 46000",
                Expression.parse("0.00123456*x + 45999.7").rounded(3).text());
    }

    @Test
    void missingVariable_isAnErrorThatNamesIt() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> SAMPLE.evaluate(Map.of("x", 1.0)));
        assertTrue(e.getMessage().contains("\"y\""), e::getMessage);
    }

    @Test
    void outsideItsDomain_everythingIsNan() {
        for (String text : List.of("log(-1)", "sqrt(-1)", "asin(2)", "acos(-2)", "(-1)^0.5", "0/0", "min(1, NaN)")) {
            assertEquals(Double.NaN, Expression.parse(text).evaluate(Map.of()), text);
        }
        assertEquals(Double.POSITIVE_INFINITY, Expression.parse("1/0").evaluate(Map.of()));
    }

    @Test
    void blocks_giveTheBitsOfSinglePoints() {
        RandomExpressions random = new RandomExpressions(2);
        int n = 600; // more than two blocks
        double[][] columns = new double[3][n];
        for (int j = 0; j < n; j++) {
            double[] point = random.point();
            for (int i = 0; i < 3; i++) {
                columns[i][j] = point[i];
            }
        }
        double[] out = new double[n];
        for (int i = 0; i < 200; i++) {
            Evaluator evaluator = random.next(5).evaluator(RandomExpressions.VARIABLES);
            evaluator.over(columns, out);
            for (int j = 0; j < n; j++) {
                double single = evaluator.at(new double[] {columns[0][j], columns[1][j], columns[2][j]});
                assertEquals(Double.doubleToLongBits(single), Double.doubleToLongBits(out[j]));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void derivative_ofAFunctionIsItsSlope(UnaryOperator op) {
        Expression e = new Variable("x").apply(op);
        for (double x : new double[] {0.3, 0.7, -0.4}) {
            checkSlope(e, Map.of("x", x));
        }
    }

    @ParameterizedTest
    @EnumSource
    void derivative_ofAnOperatorIsItsSlopeInBothArguments(BinaryOperator op) {
        checkSlope(new Binary(op, new Variable("x"), new Variable("y")), Map.of("x", 1.3, "y", 0.7));
        checkSlope(new Binary(op, new Variable("y"), new Variable("x")), Map.of("x", 1.3, "y", 0.7));
        checkSlope(
                new Binary(op, new Variable("x"), new Variable("x")).plus(new Variable("y")),
                Map.of("x", 1.3, "y", 2.0));
    }

    @Test
    void derivative_ofComposedFormulasFollowsTheChainRule() {
        checkSlope(Expression.parse("sin(x^3)/(1 + exp(-x*y))"), Map.of("x", 0.8, "y", -0.3));
        checkSlope(Expression.parse("x^y + y^x + x^2.5 + x^-2"), Map.of("x", 1.4, "y", 0.6));
        assertEquals(new Constant(0), Expression.parse("log(y)").derivative("x"));
    }

    /** Central differences with step 1e-5 are accurate to about 1e-10 for these smooth functions of size one. */
    private static void checkSlope(Expression e, Map<String, Double> at) {
        double h = 1e-5;
        double x = at.get("x");
        Expression slope = e.derivative("x");
        double upper = e.substitute(Map.of("x", new Constant(x + h))).evaluate(at);
        double lower = e.substitute(Map.of("x", new Constant(x - h))).evaluate(at);
        if (Double.isNaN(upper)) {
            return; // outside the domain there is no slope
        }
        double expected = isKink(e) ? Double.NaN : (upper - lower) / (2 * h);
        assertEquals(expected, slope.evaluate(at), 1e-7, () -> e + " -> " + slope);
    }

    /** Where both arguments are the same there is no slope to compare with: the derivative is NaN by definition. */
    private static boolean isKink(Expression e) {
        return e.text().contains("min(x, x)") || e.text().contains("max(x, x)");
    }
}
