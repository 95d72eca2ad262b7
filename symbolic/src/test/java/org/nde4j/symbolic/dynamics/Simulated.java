package org.nde4j.symbolic.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nde4j.core.random.Stream;
import org.nde4j.core.random.Streams;
import org.nde4j.core.train.TimeSeries;
import org.nde4j.core.train.Trajectory;
import org.nde4j.symbolic.expression.Expression;

/** Trajectories of systems that are known. */
final class Simulated {
    private Simulated() {}

    static EquationSystem system(List<String> states, String... derivatives) {
        return EquationSystem.of(
                states,
                Arrays.stream(derivatives)
                        .map(text -> Expression.parse(text, states))
                        .toList());
    }

    /** Increasing random times from 0 to an end. */
    static double[] times(int count, double end, long seed) {
        Stream random = Streams.of(seed).stream("times");
        double[] times = new double[count];
        Arrays.setAll(times, i -> i == 0 ? 0 : random.uniform(0, end));
        Arrays.sort(times);
        return times;
    }

    /** Solved to a tolerance of 1e-10, with errors that are this share of each value. */
    static TimeSeries series(EquationSystem system, double[][] starts, double[] times, double noise, long seed) {
        List<Trajectory> trajectories = new ArrayList<>();
        for (int k = 0; k < starts.length; k++) {
            Stream random = Streams.of(seed).stream("noise", k);
            double[][] values = Forecast.solve(system.field(), system.parameters(), starts[k], times, 1e-10);
            for (double[] row : values) {
                Arrays.setAll(row, s -> row[s] * (1 + noise * random.normal()));
            }
            trajectories.add(new Trajectory("run " + k, times, values));
        }
        return new TimeSeries("t", system.states(), trajectories);
    }
}
