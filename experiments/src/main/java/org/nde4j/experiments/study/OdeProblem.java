package org.nde4j.experiments.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nde4j.core.array.Array;
import org.nde4j.core.random.Stream;
import org.nde4j.core.random.Streams;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.SaveAt;
import org.nde4j.core.solve.Solution;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.explicit.Tsit5;
import org.nde4j.core.train.TimeSeries;
import org.nde4j.core.train.Trajectory;
import org.nde4j.symbolic.dynamics.EquationSystem;
import org.nde4j.symbolic.expression.Expression;

/**
 * A system of equations to be found again. Equations, constants and the first two starts are those of ODEBench, S.
 * d'Ascoli et al., <em>ODEFormer: symbolic regression of dynamical systems with transformers</em>, 2023,
 * arXiv:2310.05573; the third start, which no data come from, is ours.
 *
 * @param id its number in the suite
 * @param name what it describes
 * @param derivatives the derivative of each state x0, x1 ...
 * @param starts where the data start
 * @param third another start, between the data
 */
record OdeProblem(int id, String name, List<String> derivatives, double[][] starts, double[] third) {
    private static final double END = 10;

    /** Five systems of one, two and three states. */
    static final List<OdeProblem> FIVE = List.of(
            new OdeProblem(
                    3, "logistic growth", List.of("0.79*x0*(1 - x0/74.3)"), new double[][] {{7.3}, {21}}, new double[] {
                        14
                    }),
            new OdeProblem(
                    23,
                    "driven overdamped pendulum",
                    List.of("0.21 - sin(x0)"),
                    new double[][] {{-2.74}, {1.65}},
                    new double[] {-1.2}),
            new OdeProblem(
                    31,
                    "SIR epidemic",
                    List.of("-0.4*x0*x1", "0.4*x0*x1 - 0.314*x1"),
                    new double[][] {{7.2, 0.98}, {20, 12.4}},
                    new double[] {12, 5}),
            new OdeProblem(
                    37,
                    "van der Pol oscillator",
                    List.of("x1", "-x0 - 0.43*x1*(x0^2 - 1)"),
                    new double[][] {{2.2, 0}, {0.1, 3.2}},
                    new double[] {1, 1}),
            new OdeProblem(
                    57,
                    "Rössler system",
                    List.of("-5*x1 - 5*x2", "5*x0 - x1", "5*x2*(x0 - 5.7) + 1"),
                    new double[][] {{2.3, 1.1, 0.8}, {-0.1, 4.1, -2.1}},
                    new double[] {1, 2, 0.3}));

    /** The names of the states. */
    List<String> states() {
        List<String> names = new ArrayList<>();
        for (int s = 0; s < derivatives.size(); s++) {
            names.add("x" + s);
        }
        return names;
    }

    /** The system itself. */
    EquationSystem truth() {
        return EquationSystem.of(
                states(),
                derivatives.stream()
                        .map(text -> Expression.parse(text, states()))
                        .toList());
    }

    /**
     * Data from the two starts at random times between 0 and 10: each value x is measured as x (1 + noise N) with N
     * normal.
     */
    TimeSeries data(int count, double noise, long seed) {
        List<Trajectory> trajectories = new ArrayList<>();
        for (int k = 0; k < starts.length; k++) {
            Stream random = Streams.of(seed).stream("odebench", id, k);
            double[] times = new double[count];
            random.fillUniform(times, 0, count, 0, END);
            Arrays.sort(times);
            double[][] values = solution(truth(), starts[k], times);
            for (double[] row : values) {
                Arrays.setAll(row, s -> row[s] * (1 + noise * random.normal()));
            }
            trajectories.add(new Trajectory(Integer.toString(k + 1), times, values));
        }
        return new TimeSeries("t", states(), trajectories);
    }

    /**
     * How much of the variance of the true course from the third start a system explains, weighted by the variance of
     * the states; minus infinity if it cannot be solved.
     */
    double generalization(EquationSystem found) {
        double[] times = new double[200];
        Arrays.setAll(times, i -> END * (i + 1) / times.length);
        double[][] right = solution(truth(), third, times);
        double[][] ours = solution(found, third, times);
        double error = 0;
        double total = 0;
        for (int s = 0; s < third.length; s++) {
            int state = s;
            double mean = Arrays.stream(right)
                    .mapToDouble(row -> row[state])
                    .average()
                    .orElseThrow();
            for (int i = 0; i < times.length; i++) {
                error += (ours[i][s] - right[i][s]) * (ours[i][s] - right[i][s]);
                total += (right[i][s] - mean) * (right[i][s] - mean);
            }
        }
        return Double.isNaN(error) ? Double.NEGATIVE_INFINITY : 1 - error / total;
    }

    private static double[][] solution(EquationSystem system, double[] start, double[] times) {
        double[] all = new double[times.length + 1];
        System.arraycopy(times, 0, all, 1, times.length);
        Solution solution = Solve.with(new Tsit5(), PidController.of(1e-9, 1e-9))
                .saving(SaveAt.times(all))
                .atMost(100_000)
                .run(system.field(), 0, END, Array.matrix(new double[][] {start}), system.parameters())
                .solution();
        double[][] states = new double[times.length][start.length];
        for (int i = 0; i < times.length; i++) {
            Arrays.fill(states[i], Double.NaN);
            if (i + 1 < solution.states().length) {
                states[i] = solution.states()[i + 1].clone();
            }
        }
        return states;
    }
}
