package org.nde4j.experiments.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nde4j.core.random.Stream;
import org.nde4j.core.random.Streams;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.score.Code;
import org.nde4j.symbolic.score.Dataset;
import org.nde4j.symbolic.score.Evaluator;
import org.nde4j.symbolic.score.Loss;

class ShortConstantsTest {

    private static Evaluator bench(double noise) {
        Stream random = Streams.of(3).stream("test");
        double[] x = new double[50];
        double[] y = new double[50];
        for (int i = 0; i < x.length; i++) {
            x[i] = random.uniform(1, 2);
            y[i] = 2 * x[i] + noise * random.normal();
        }
        return new Evaluator(Dataset.of(List.of("x"), new double[][] {x}, y), Loss.squared());
    }

    private static String shortened(Evaluator bench, String text) {
        return new ShortConstants(bench, 1e-28)
                .of(Expression.parse(text))
                .expression()
                .text();
    }

    @Test
    void rounding_of_exact_data_is_undone() {
        assertEquals("2*x", shortened(bench(0), "1.9999999999999991*x"));
        assertEquals("2*x", shortened(bench(0), "2.0000000000000004*x^1.0000000000000002"));
    }

    @Test
    void digits_that_matter_stay() {
        Evaluator exact = bench(0);
        assertEquals("1.2345*x", shortened(scaled(exact, 1.2345), "1.2345*x"));
        Evaluator noisy = bench(0.1);
        double before = noisy.loss(code("1.98765432101234*x"));
        double after = noisy.loss(code(shortened(noisy, "1.98765432101234*x")));
        assertTrue(after <= before * (1 + 0.011 / 50), "a hundredth of a standard error's cost, and rounding");
        assertTrue(shortened(noisy, "1.98765432101234*x").length() < "1.98765432*x".length());
    }

    private static Evaluator scaled(Evaluator bench, double factor) {
        double[] x = new double[50];
        double[] y = new double[50];
        for (int i = 0; i < x.length; i++) {
            x[i] = bench.data().value(0, i);
            y[i] = factor * x[i];
        }
        return new Evaluator(Dataset.of(List.of("x"), new double[][] {x}, y), Loss.squared());
    }

    private static Code code(String text) {
        return Code.of(Expression.parse(text), List.of("x"));
    }
}
