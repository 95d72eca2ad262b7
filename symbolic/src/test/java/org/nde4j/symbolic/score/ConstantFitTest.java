package org.nde4j.symbolic.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nde4j.core.random.Streams;
import org.nde4j.symbolic.expression.Expression;

class ConstantFitTest {
    private static final List<String> XY = List.of("x", "y");
    private static final int ROWS = 300;

    private static Code code(String text) {
        return Code.of(Expression.parse(text, XY), XY);
    }

    private static Dataset data(Code truth) {
        var random = Streams.of(8).stream("fit");
        double[][] columns = new double[2][ROWS];
        for (int i = 0; i < ROWS; i++) {
            columns[0][i] = random.uniform(-2, 2);
            columns[1][i] = random.uniform(0.5, 3);
        }
        Dataset plain = Dataset.of(XY, columns, new double[ROWS]);
        double[] target = new double[ROWS];
        new Evaluator(plain, Loss.squared()).values(truth, target);
        return plain.withTarget(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5",
                "0.3 + 1.2*x",
                "2/(y + 0.4) - x*(0.7 - y)",
                "sin(1.1*x)*cos(0.3 - y) - tan(0.2*y)",
                "exp(0.3*x) + log(y + 1.2) - sqrt(y + 0.1) + tanh(0.5*x)",
                "abs(x*0.9) + square(0.4 - x) - cube(0.3*y) + inv(y + 0.7)",
                "sigmoid(0.6*x) + asin(0.2*x) + acos(0.1*y) + atan(1.3*x) + sinh(0.2*y) - cosh(0.3*x)",
                "(y + 0.1)^1.4 + 1.2^(0.5*y) - min(0.8, x) + max(x, 0.3*y) - neg(0.4*x)"
            })
    void gradient_is_that_of_central_differences(String text) {
        Code code = code(text);
        Evaluator bench = new Evaluator(data(code("sin(x) + y")), Loss.squared());
        bench.tape().assemble(code);
        double[] gradient = bench.tape().gradient();
        for (int i = 0; i < gradient.length; i++) {
            double h = 1e-5;
            double difference = (moved(bench, code, i, h) - moved(bench, code, i, -h)) / (2 * h);
            // Central differences with this step are good to about 1e-10 of the loss over the step.
            assertEquals(difference, 2 * gradient[i], 1e-7 * (1 + Math.abs(difference)), text + ", constant " + i);
        }
    }

    private static double moved(Evaluator bench, Code code, int index, double by) {
        double[] constants = code.constants();
        constants[index] += by;
        return bench.loss(code.with(constants));
    }

    @Test
    void normal_matrix_is_that_of_the_columns() {
        Evaluator bench = new Evaluator(data(code("y")), Loss.squared());
        bench.tape().assemble(code("0.3 + 1.2*x"));
        double mean = 0;
        double square = 0;
        for (int i = 0; i < ROWS; i++) {
            mean += bench.data().value(0, i) / ROWS;
            square += bench.data().value(0, i) * bench.data().value(0, i) / ROWS;
        }
        double[][] normal = bench.tape().normal();
        // Sums of 300 numbers of size one.
        assertEquals(1, normal[0][0], 1e-13);
        assertEquals(mean, normal[1][0], 1e-13);
        assertEquals(square, normal[1][1], 1e-13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.5*x/(y + 1.4)", "1.3*sin(0.8*x + 0.4) - 0.2*y", "0.9*exp(-0.6*y) + 0.1*x", "1.7*y^1.5"})
    void constants_of_the_right_form_are_found(String text) {
        Code truth = code(text);
        Code start = truth.with(java.util.Arrays.stream(truth.constants())
                .map(c -> c * 1.4 + 0.05)
                .toArray());
        Evaluator bench = new Evaluator(data(truth), Loss.squared());
        Fitted fitted = ConstantFit.thorough().fit(start, bench, Streams.of(1).stream("t"));
        // Residuals at rounding level: a loss of (1e-15)^2 with two digits to spare.
        assertTrue(fitted.loss() < 1e-26 * bench.baseline(), () -> text + " left " + fitted);
    }

    @Test
    void fit_never_makes_it_worse() {
        Evaluator bench = new Evaluator(data(code("y")), Loss.squared());
        for (String text : List.of("log(x + 2.5)", "x*0", "1/(x - 0.1)", "0*x + 0", "log(x)*2")) {
            Code code = code(text);
            Fitted fitted = ConstantFit.defaults().fit(code, bench, Streams.of(2).stream(text));
            assertTrue(!(fitted.loss() > bench.loss(code)), text + " became " + fitted);
        }
    }

    @Test
    void huber_loss_is_not_moved_by_an_outlier() {
        Dataset clean = data(code("2*x + 1"));
        double[] target = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            target[i] = clean.target(i) + (i == 17 ? 1000 : 0);
        }
        Evaluator bench = new Evaluator(clean.withTarget(target), Loss.huber(0.01));
        Fitted fitted = new ConstantFit(200, 0, 0.5, 0).fit(code("1.5*x + 0.5"), bench, Streams.of(3).stream("h"));
        // One outlier pulls with at most delta/rows.
        assertArrayEquals(new double[] {2, 1}, fitted.code().constants(), 1e-3);
    }

    @Test
    void sparse_regression_finds_the_planted_terms_both_ways() {
        var random = Streams.of(4).stream("sparse");
        double[][] columns = new double[12][200];
        double[] target = new double[200];
        for (int i = 0; i < 200; i++) {
            for (double[] column : columns) {
                column[i] = random.normal();
            }
            target[i] = 3 * columns[2][i] - 0.5 * columns[7][i] + 0.1 * columns[11][i];
        }
        SparseRegression regression = new SparseRegression(columns, target, null);
        for (SparseRegression.Terms model :
                List.of(regression.forward(5).get(2), regression.backward(3).get(0))) {
            double[] found = new double[12];
            for (int i = 0; i < 3; i++) {
                found[model.columns()[i]] = model.coefficients()[i];
            }
            double[] planted = {0, 0, 3, 0, 0, 0, 0, -0.5, 0, 0, 0, 0.1};
            // Well-conditioned normal equations in double precision.
            assertArrayEquals(planted, found, 1e-9);
        }
    }
}
