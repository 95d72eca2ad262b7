package org.nde4j.experiments.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nde4j.core.train.Trajectory;
import org.nde4j.symbolic.dynamics.EquationSystem;
import org.nde4j.symbolic.expression.Expression;

class OdeProblemTest {
    private static final OdeProblem LOGISTIC = OdeProblem.FIVE.get(0);

    @Test
    void data_followTheLogisticCurve() {
        for (Trajectory trajectory : LOGISTIC.data(50, 0, 1).trajectories()) {
            double start = trajectory.id().equals("1") ? 7.3 : 21;
            for (int i = 0; i < 50; i++) {
                double e = StrictMath.exp(0.79 * trajectory.times()[i]);
                // the solver's tolerance is 1e-9
                assertEquals(
                        74.3 * start * e / (74.3 + start * (e - 1)), trajectory.values()[i][0], 1e-5);
            }
        }
    }

    /** The mean square of 200 relative errors is known to 10 %; five times that. */
    @Test
    void noise_isRelative() {
        double square = 0;
        for (int k = 0; k < 2; k++) {
            double[][] exact = LOGISTIC.data(100, 0, 3).trajectories().get(k).values();
            double[][] noisy = LOGISTIC.data(100, 0.05, 3).trajectories().get(k).values();
            for (int i = 0; i < 100; i++) {
                double relative = noisy[i][0] / exact[i][0] - 1;
                square += relative * relative / 200;
            }
        }
        assertEquals(0.0025, square, 0.00125);
    }

    @Test
    void truth_generalizes() {
        for (OdeProblem problem : OdeProblem.FIVE) {
            assertEquals(1, problem.generalization(problem.truth()), 0, problem.name());
        }
        EquationSystem resting = EquationSystem.of(List.of("x0"), List.of(Expression.constant(0)));
        assertTrue(LOGISTIC.generalization(resting) < 0);
    }
}
