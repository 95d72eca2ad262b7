package org.nde4j.symbolic.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nde4j.symbolic.expression.BinaryOperator;
import org.nde4j.symbolic.expression.Expression;

class CodeTest {
    private static final List<String> XY = List.of("x", "y");

    private static Code code(String text) {
        return Code.of(Expression.parse(text, XY), XY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "2.5", "x + y*3", "sin(x - 1)/(y^2 + 0.5)", "min(x, -y) - exp(cos(x))"})
    void expression_survives_the_way_there_and_back(String text) {
        Expression expression = Expression.parse(text, XY);
        assertEquals(expression, Code.of(expression, XY).expression(XY));
    }

    @Test
    void size_and_depth_are_those_of_the_tree() {
        Code code = code("sin(x - 1)/(y^2 + 0.5)");
        assertEquals(10, code.size());
        assertEquals(4, code.depth());
        assertEquals(
                List.of(1.0, 2.0, 0.5),
                java.util.Arrays.stream(code.constants()).boxed().toList());
    }

    @Test
    void subtree_can_be_cut_out_and_replaced() {
        Code code = code("2*x + 3*y");
        assertEquals(code("2*x"), code.subtree(2));
        assertEquals(code("7/y + 3*y"), code.replace(2, code("7/y")));
        assertEquals(code("2*x + 5"), code.replace(5, Code.number(5)));
    }

    @Test
    void constants_are_folded_only_where_no_variable_is_below() {
        assertEquals(code("x + 7*y"), code("x + (3 + 2^2)*y").folded());
        assertEquals(Code.number(6), code("2 + 4").folded());
        assertEquals(code("x - x"), code("x - x").folded());
    }

    @Test
    void tokens_that_are_no_expression_are_refused() {
        int plus = Token.of(BinaryOperator.ADD);
        assertThrows(IllegalArgumentException.class, () -> Code.of(new int[] {Token.variable(0), plus}, new double[0]));
        assertThrows(IllegalArgumentException.class, () -> Code.of(new int[] {Token.CONSTANT}, new double[0]));
        assertThrows(
                IllegalArgumentException.class,
                () -> Code.of(new int[] {Token.variable(0), Token.variable(0)}, new double[0]));
    }

    @Test
    void unknown_variable_is_named() {
        Expression expression = Expression.variable("z");
        var e = assertThrows(IllegalArgumentException.class, () -> Code.of(expression, XY));
        assertTrue(e.getMessage().contains("z") && e.getMessage().contains("[x, y]"), e.getMessage());
    }
}
