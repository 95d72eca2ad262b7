package org.nde4j.symbolic.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nde4j.core.random.Streams;
import org.nde4j.symbolic.expression.Expression;

class EvaluatorTest {
    private static final List<String> XY = List.of("x", "y");

    private static Dataset data(int rows) {
        var random = Streams.of(5).stream("rows", rows);
        double[][] columns = new double[2][rows];
        double[] target = new double[rows];
        for (int i = 0; i < rows; i++) {
            columns[0][i] = random.uniform(-2, 2);
            columns[1][i] = random.uniform(0.5, 3);
            target[i] = random.normal();
        }
        return Dataset.of(XY, columns, target);
    }

    private static Code code(String text) {
        return Code.of(Expression.parse(text, XY), XY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "1.5",
                "x + y",
                "2 - x",
                "x - 2",
                "3/y",
                "y/3",
                "neg(x)*abs(x) + square(x) - cube(y)*inv(y)",
                "sqrt(y) + log(y)*exp(x) - tanh(x)/sigmoid(y)",
                "y^x + y^2 + 2^x + min(x, y) - max(x, 0.5)",
                "x/(1.5 + y*y) + (x - 0.2)*(y + (x - (y*(x + (y - x)))))",
                "(2 + 3)*x - sin(4)"
            })
    void values_are_those_of_the_expression(String text) {
        for (int rows : new int[] {1, 7, 512, 513, 1500}) {
            Dataset data = data(rows);
            double[] values = new double[rows];
            new Evaluator(data, Loss.squared()).values(code(text), values);
            var reference = Expression.parse(text, XY).evaluator(XY);
            for (int i = 0; i < rows; i++) {
                double expected = reference.at(new double[] {data.value(0, i), data.value(1, i)});
                // Two orders of the same roundings, fused or not: a few units in the last place.
                assertEquals(expected, values[i], 1e-13 * (1 + Math.abs(expected)), text + " in row " + i);
            }
        }
    }

    @Test
    void loss_is_the_weighted_mean() {
        double[][] columns = {{1, 2, 3}};
        Dataset data = Dataset.of(List.of("x"), columns, new double[] {0, 0, 5}, new double[] {1, 2, 1});
        Code x = Code.variable(0);
        assertEquals((1 + 2 * 4 + 4) / 4.0, new Evaluator(data, Loss.squared()).loss(x));
        assertEquals((1 + 2 * 2 + 2) / 4.0, new Evaluator(data, Loss.absolute()).loss(x));
        assertEquals((0.5 + 2 * 1.5 + 1.5) / 4.0, new Evaluator(data, Loss.huber(1)).loss(x));
    }

    @Test
    void row_that_is_not_finite_makes_the_loss_infinite() {
        Evaluator bench = new Evaluator(data(600), Loss.squared());
        assertEquals(Double.POSITIVE_INFINITY, bench.loss(code("log(x)")));
        assertEquals(Double.POSITIVE_INFINITY, bench.loss(code("x/(x - x)")));
        assertEquals(Double.POSITIVE_INFINITY, bench.loss(code("1/0")));
    }

    @Test
    void evaluation_stops_only_above_the_bound() {
        Evaluator bench = new Evaluator(data(2000), Loss.squared());
        double loss = bench.loss(code("x*y"));
        assertEquals(loss, bench.loss(code("x*y"), loss * (1 + 1e-12)));
        assertEquals(Double.POSITIVE_INFINITY, bench.loss(code("x*y"), loss * (1 - 1e-9)));
    }

    @Test
    void same_code_has_the_same_bits_after_others() {
        Evaluator bench = new Evaluator(data(700), Loss.squared());
        double first = bench.loss(code("sin(x)*y - 1"));
        bench.loss(code("x - (y - (x - (y - (x - (y - (x - (y - (x - (y - x)))))))))"));
        assertEquals(first, bench.loss(code("sin(x)*y - 1")));
    }

    @Test
    void sample_that_cannot_be_is_refused() {
        double[][] one = {{1, 2}};
        double[] target = {1, 2};
        assertThrows(IllegalArgumentException.class, () -> Dataset.of(XY, one, target));
        assertThrows(IllegalArgumentException.class, () -> Dataset.of(List.of("x"), one, new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> Dataset.of(List.of("x"), one, new double[] {1, Double.NaN}));
        assertThrows(IllegalArgumentException.class, () -> Dataset.of(List.of("x"), one, target, new double[] {1, -1}));
        assertThrows(IllegalArgumentException.class, () -> Dataset.of(List.of("x"), one, target, new double[2]));
    }

    @Test
    void inverted_path_gives_what_the_subtree_should_have_been() {
        Dataset data = data(300);
        Code right = code("3/(1 + exp(0.4*y)) - 2*x");
        double[] target = new double[300];
        new Evaluator(data, Loss.squared()).values(right, target);
        Code wrong = code("3/(1 + exp(x - y)) - 2*x");
        Evaluator bench = new Evaluator(data.withTarget(target), Loss.squared());
        double[] wanted = new double[300];
        double[] weights = new double[300];
        int position = 4;
        assertEquals(code("x - y"), wrong.subtree(position));
        bench.backsolve(wrong, position, wanted, weights);
        for (int i = 0; i < 300; i++) {
            // Subtracting 2x and 1 loses up to two digits.
            assertEquals(0.4 * data.value(1, i), wanted[i], 1e-12);
            assertTrue(weights[i] > 0);
        }
    }
}
