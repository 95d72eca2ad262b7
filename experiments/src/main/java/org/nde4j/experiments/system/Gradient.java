package org.nde4j.experiments.system;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nde4j.core.adjoint.DifferentiableSolve;
import org.nde4j.core.array.Array;
import org.nde4j.core.equation.Sensitivity;
import org.nde4j.core.solve.PidController;
import org.nde4j.core.solve.SaveAt;
import org.nde4j.core.solve.Solve;
import org.nde4j.core.solve.Tolerance;

/**
 * The derivative of one state at the end.
 *
 * @param state which state
 * @param wrt with respect to what
 * @param mode how it is computed
 */
record Gradient(int state, List<Direction> wrt, SystemFile.Mode mode) {

    /**
     * A number that it is differentiated by.
     *
     * @param name what it is called
     * @param start whether it is the start value of a state, or else a parameter of the field
     * @param index which one
     */
    record Direction(String name, boolean start, int index) {}

    /**
     * The derivatives by name, in the order asked for.
     *
     * @throws org.nde4j.core.solve.SolveFailed if the end is not reached
     */
    Map<String, Double> of(Problem problem) {
        return mode == SystemFile.Mode.DIRECT ? direct(problem) : forward(problem);
    }

    private Map<String, Double> direct(Problem problem) {
        Solve solve = problem.solve().saving(SaveAt.end());
        double[][] inputs = new double[1 + problem.parameters().length][];
        inputs[0] = problem.start();
        System.arraycopy(problem.parameters(), 0, inputs, 1, problem.parameters().length);
        double[] cotangent = new double[problem.start().length];
        cotangent[state] = 1;
        double[][] pulled = DifferentiableSolve.of(solve, problem.equations().field(), 1, problem.from(), problem.to())
                .at(inputs)
                .pull(new double[][] {cotangent});
        Map<String, Double> derivatives = new LinkedHashMap<>();
        for (Direction d : wrt) {
            derivatives.put(d.name(), d.start() ? pulled[0][d.index()] : pulled[1 + d.index()][0]);
        }
        return derivatives;
    }

    private Map<String, Double> forward(Problem problem) {
        int n = problem.start().length;
        List<List<double[]>> directions = new ArrayList<>();
        double[] start = new double[n * (1 + wrt.size())];
        System.arraycopy(problem.start(), 0, start, 0, n);
        for (int k = 0; k < wrt.size(); k++) {
            Direction d = wrt.get(k);
            List<double[]> one = new ArrayList<>(Collections.nCopies(problem.parameters().length, null));
            directions.add(one);
            if (d.start()) {
                start[n * (k + 1) + d.index()] = 1;
            } else {
                one.set(d.index(), new double[] {1});
            }
        }
        double[] end = enlarged(problem.solve())
                .saving(SaveAt.end())
                .run(
                        new Sensitivity(problem.equations().field(), directions),
                        problem.from(),
                        problem.to(),
                        Array.matrix(new double[][] {start}),
                        problem.parameters())
                .orThrow()
                .last();
        Map<String, Double> derivatives = new LinkedHashMap<>();
        for (int k = 0; k < wrt.size(); k++) {
            derivatives.put(wrt.get(k).name(), end[n * (k + 1) + state]);
        }
        return derivatives;
    }

    /** With the tolerances of the states for their sensitivities too. */
    private Solve enlarged(Solve solve) {
        if (!(solve.controller() instanceof PidController pid)
                || pid.tolerance().atol().length == 1) {
            return solve;
        }
        double[] one = pid.tolerance().atol();
        double[] all = new double[one.length * (1 + wrt.size())];
        Arrays.setAll(all, i -> one[i % one.length]);
        PidController control = new PidController(
                Tolerance.of(pid.tolerance().rtol(), all),
                pid.filter(),
                pid.safety(),
                pid.shrink(),
                pid.grow(),
                pid.steadyFrom(),
                pid.steadyTo(),
                pid.limits());
        return Solve.with(solve.method(), control)
                .atMost(solve.maxSteps())
                .jumpingAt(solve.stops().jumps())
                .stoppingAt(solve.stops().at());
    }
}
