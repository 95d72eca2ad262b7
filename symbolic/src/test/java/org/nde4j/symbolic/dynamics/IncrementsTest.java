package org.nde4j.symbolic.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nde4j.core.model.Smooth;
import org.nde4j.core.train.TimeSeries;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.simplify.Canonical;

class IncrementsTest {
    private static final List<String> STATES = List.of("s", "i");
    private static final EquationSystem EPIDEMIC = Simulated.system(STATES, "-0.4*s*i", "0.4*s*i - 0.314*i");

    @Test
    void shortSums_areFoundInNoisyData() {
        TimeSeries series =
                Simulated.series(EPIDEMIC, new double[][] {{7, 1}, {3, 0.5}}, Simulated.times(80, 10, 1), 0.05, 1);
        Smooth smooth = Smooth.of(series);
        Increments increments = new Increments(smooth, smooth.noise());
        for (int s = 0; s < 2; s++) {
            Expression truth = EPIDEMIC.derivatives().get(s);
            List<Expression> found = increments.sums(s);
            assertEquals(6, found.size());
            assertTrue(found.stream().anyMatch(e -> Canonical.sameForm(e, truth)), found::toString);
        }
    }

    @Test
    void monomials_haveTheValuesOfTheirSum() {
        Monomials monomials = new Monomials(List.of("x", "y"), 3);
        assertEquals(10, monomials.size());
        double[] coefficients = {1, 0, -2, 0.5, 3, 0, 0.25, 7, -1, 2};
        double[] values = monomials.values(new double[] {1.5, -2});
        double sum = 0;
        for (int j = 0; j < values.length; j++) {
            sum += coefficients[j] * values[j];
        }
        Expression written = monomials.sum(coefficients);
        assertEquals(sum, written.evaluator(List.of("x", "y")).at(new double[] {1.5, -2}), 1e-12); // rounding
    }
}
