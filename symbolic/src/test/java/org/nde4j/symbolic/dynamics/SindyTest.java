package org.nde4j.symbolic.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nde4j.core.random.Stream;
import org.nde4j.core.random.Streams;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.simplify.Canonical;

class SindyTest {
    @Test
    void polynomials_areFoundFromExactSlopes() {
        List<String> states = List.of("x", "y");
        Expression truth = Expression.parse("-x - 0.43*y*(x^2 - 1)", states);
        Stream random = Streams.of(1).stream("rows");
        double[][] rows = new double[80][2];
        double[] slopes = new double[80];
        double[] noisy = new double[80];
        for (int i = 0; i < rows.length; i++) {
            random.fillUniform(rows[i], 0, 2, -2, 2);
            slopes[i] = truth.evaluator(states).at(rows[i]);
            noisy[i] = slopes[i] + 0.02 * random.normal();
        }
        Sindy sindy = new Sindy(states, rows, 3);
        Expression exact = sindy.fit(slopes, 0.05);
        assertTrue(Canonical.sameForm(truth, exact), exact.text());
        for (double[] row : rows) {
            // the normal equations lose about half of the digits
            assertEquals(
                    truth.evaluator(states).at(row), exact.evaluator(states).at(row), 1e-8);
        }
        Expression close = sindy.fit(noisy, 0.05);
        assertTrue(Canonical.sameForm(truth, close), close.text());
    }

    @Test
    void everything_isDroppedAtAHighThreshold() {
        double[][] rows = {{1}, {2}, {3}, {4}};
        assertEquals(
                "0",
                new Sindy(List.of("x"), rows, 2)
                        .fit(new double[] {1, 2, 3, 4}, 50)
                        .text());
    }
}
