package org.nde4j.symbolic.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-x^2           | -x^2              | -4",
                "(-x)^2         | (-x)^2            | 4",
                "2^3^2          | 2^3^2             | 512",
                "(2^3)^2        | (2^3)^2           | 64",
                "2**-1          | 2^-1              | 0.5",
                "8 - 3 - 2      | 8 - 3 - 2         | 3",
                "8 - (3 - 2)    | 8 - (3 - 2)       | 7",
                "8/4/2          | 8/4/2             | 1",
                "8/(4*2)        | 8/(4*2)           | 1",
                "-2^2           | -2^2              | -4",
                "1.5e1+.5       | 15 + 0.5          | 15.5",
                "x*-x           | x*-x              | -4",
                "+x             | x                 | 2",
                "--x            | -(-x)             | 2",
                "min(x, max(3,x))| min(x, max(3, x)) | 2",
                "((x))          | x                 | 2",
                "`x` + 1        | x + 1             | 3",
            })
    void text_isReadWithTheUsualPrecedence(String text, String printed, double value) {
        Expression e = Expression.parse(text);
        assertEquals(printed, e.text());
        assertEquals(value, e.evaluate(java.util.Map.of("x", 2.0)));
    }

    @Test
    void constantNames_areNumbersUnlessDeclaredOrQuoted() {
        assertEquals(new Constant(Math.PI), Expression.parse("pi"));
        assertEquals(new Constant(Math.E), Expression.parse("e"));
        assertEquals(new Variable("e"), Expression.parse("e", List.of("e")));
        assertEquals(new Variable("pi"), Expression.parse("`pi`"));
        assertEquals(
                "`pi`*`Sea level`*`sin`*θ_1",
                Expression.parse("`pi`*`Sea level`*`sin`*θ_1").text());
    }

    @Test
    void signBeforeANumber_belongsToTheNumberUnlessItIsABase() {
        assertEquals(new Constant(-2), Expression.parse("-2"));
        assertEquals(new Constant(2).negated(), Expression.parse("-(2)"));
        assertEquals(new Constant(2).pow(2).negated(), Expression.parse("-2^2"));
        assertEquals(new Constant(Double.NEGATIVE_INFINITY), Expression.parse("-Infinity"));
    }

    @Test
    void randomExpressions_areReadBackEqualFromTheirText() {
        RandomExpressions random = new RandomExpressions(1);
        for (int i = 0; i < 20_000; i++) {
            Expression e = random.next(2 + i % 7);
            assertEquals(e, Expression.parse(e.text()), e::text);
            assertEquals(e, Expression.parse(e.text(), RandomExpressions.VARIABLES), e::text);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2x        | 1 | write 2*x",
                "sinus(x)  | 0 | did you mean sin",
                "sin       | 0 | it is a function, write sin(...)",
                "(x + 1    | 0 | never closed",
                "x +       | 3 | is missing",
                "a b       | 2 | an operator is expected",
                "x)        | 1 | never opened",
                "tan(1, 2) | 0 | tan takes 1 argument, not 2",
                "min(1)    | 0 | min takes 2 arguments, not 1",
                "`ab       | 0 | second backtick",
                "x + $     | 4 | not \"$\"",
                "1, 2      | 1 | comma",
                "``        | 0 | 1 to 256 characters",
                "x ^       | 3 | is missing",
                "f()       | 0 | there is no function \"f\"",
                "sin()     | 4 | is expected",
            })
    void mistakes_areToldWithPlaceAndAdvice(String text, int position, String advice) {
        ParseException e = assertThrows(ParseException.class, () -> Expression.parse(text));
        assertEquals(position, e.position());
        assertTrue(e.getMessage().contains(advice), e::getMessage);
        String[] lines = e.getMessage().split("\n");
        assertEquals(position, lines[lines.length - 1].indexOf('^'), e::getMessage);
    }

    @Test
    void undeclaredNames_areRefusedWithTheNearestOnes() {
        ParseException e =
                assertThrows(ParseException.class, () -> Expression.parse("2*postion", Set.of("position", "speed")));
        assertTrue(e.getMessage().contains("did you mean position?"), e::getMessage);
        assertThrows(ParseException.class, () -> Expression.parse("`x`", Set.of("y")));
    }

    @Test
    void limits_holdForLengthNodesAndDepth() {
        refused(" ".repeat(70_000) + "x", "65536 characters");
        refused("(".repeat(30_000) + "x" + ")".repeat(30_000), "nested");
        refused("-".repeat(60_000) + "x", "nested");
        refused("x^".repeat(20_000) + "x", "nested");
        refused("sin(".repeat(10_000) + "x" + ")".repeat(10_000), "nested");
        refused("x" + "+x".repeat(20_000), "10000 nodes");
        refused("x" + "+x".repeat(300), "200 levels");
        assertEquals(200, Expression.parse("x" + "+x".repeat(199)).depth());
    }

    private static void refused(String text, String reason) {
        ParseException e = assertThrows(ParseException.class, () -> Expression.parse(text));
        assertTrue(e.getMessage().contains(reason), e::getMessage);
        assertTrue(e.getMessage().length() < 400, "messages stay short");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void hostileText_isRefusedOrRead_neverAnotherError(long seed) {
        Random random = new Random(seed);
        String alphabet = "x1.eE+-*/^()`,'\"\\ \n\u0000sincotanlgp_θ\uD83D\uDE00\uD800$#{}[]<>";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(24); n >= 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            readOrRefused(text.toString());
        }
    }

    @Test
    void damagedFormulas_areRefusedOrRead_neverAnotherError() {
        RandomExpressions random = new RandomExpressions(5);
        for (int i = 0; i < 5_000; i++) {
            String text = random.next(6).text();
            int at = (int) random.uniform(0, text.length());
            readOrRefused(text.substring(0, at));
            readOrRefused(text.substring(at));
            readOrRefused(text.substring(0, at) + ")*(" + text.substring(at));
        }
    }

    private static void readOrRefused(String text) {
        try {
            Expression e = Expression.parse(text);
            assertEquals(e, Expression.parse(e.text()));
        } catch (ParseException refused) {
            assertTrue(refused.position() >= 0 && refused.position() <= text.length(), refused::getMessage);
        }
    }
}
