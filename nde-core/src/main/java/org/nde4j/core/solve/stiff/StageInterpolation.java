package org.nde4j.core.solve.stiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.solve.Interpolant;

/**
 * A dense output that is made of the implicit stages alone: the state within a step is y plus the sum over the stages of
 * a polynomial times sum_j a_ij h f(Y_j), which is the change of the state at the stage where the field is not split.
 *
 * <p>No slope at the start or at the end is used. In a stiff field those are errors times a great eigenvalue, in a split
 * one they are not even the slopes of stages; with a mass matrix there are none. Stages stay where the solution is,
 * whatever is stiff.
 *
 * @param order its order
 * @param weights row i: the coefficients of theta, theta^2, ... in the weight of stage i, which add up to 1 for the last
 *     stage, the end of the step, and to 0 for all others; empty for a stage that is not used
 */
record StageInterpolation(int order, double[][] weights) {
    /** The stages that it uses, without the last. */
    int[] stages() {
        return IntStream.range(0, weights.length - 1)
                .filter(i -> weights[i].length > 0)
                .toArray();
    }

    /** The interpolant whose pieces are the states at both ends, then the changes at the stages. */
    Interpolant interpolant() {
        double[] last = from(0, weights[weights.length - 1], 1);
        List<double[]> rows = new ArrayList<>(List.of(from(1, weights[weights.length - 1], -1), last));
        Arrays.stream(stages()).forEach(i -> rows.add(from(0, weights[i], 1)));
        return Interpolant.of(rows.toArray(double[][]::new));
    }

    private static double[] from(double constant, double[] coefficients, double sign) {
        double[] all = new double[1 + coefficients.length];
        Arrays.setAll(all, k -> k == 0 ? constant : sign * coefficients[k - 1]);
        return all;
    }
}
