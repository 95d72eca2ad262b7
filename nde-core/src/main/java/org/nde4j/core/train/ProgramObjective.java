package org.nde4j.core.train;

import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.calculus.Calculus;
import org.nde4j.core.network.Parameters;
import org.nde4j.core.program.Input;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Workspace;

/**
 * The objective that a loss program states: its first inputs are the parameters, in order, the others are data.
 *
 * <pre>{@code
 * Weights w = Weights.inputs(t, start);
 * Value x = t.input("x", Shape.of(32, 2)), y = t.input("y", Shape.of(32, 1));
 * Program loss = t.program(Loss.MSE.write(t, net.apply(t, w, x), y));
 * Objective objective = ProgramObjective.of(loss, start, xs, ys);
 * }</pre>
 */
public final class ProgramObjective implements Objective {
    private final int parameters;
    private final Workspace gradient;
    private final Feed feed;
    private final double[][] data;
    private final Workspace validation; // null if nothing is held out

    private ProgramObjective(int parameters, Workspace gradient, Feed feed, Workspace validation) {
        this.parameters = parameters;
        this.gradient = gradient;
        this.feed = feed;
        this.validation = validation;
        this.data = data(gradient, parameters);
    }

    /**
     * With data that change from step to step.
     *
     * @param loss a program with a single number as its only output
     * @param p the parameters, whose names and shapes the first inputs must have
     * @param feed fills the other inputs
     * @throws IllegalArgumentException if the first inputs are not the parameters
     */
    public static ProgramObjective of(Program loss, Parameters p, Feed feed) {
        check(loss, p);
        int n = p.names().size();
        Program gradient = Calculus.gradient(loss, IntStream.range(0, n).toArray());
        return new ProgramObjective(n, new Workspace(gradient), feed, null);
    }

    /** With the same data at every step, one array for each other input. */
    public static ProgramObjective of(Program loss, Parameters p, Array... arrays) {
        check(loss, p);
        checkData(loss, p.names().size(), List.of(arrays));
        return of(loss, p, Feed.fixed(arrays));
    }

    /**
     * This objective, validated by another loss program with the same parameters.
     *
     * @param loss its first inputs are the parameters
     * @param arrays the held-out data, one array for each other input
     */
    public ProgramObjective validatedBy(Program loss, Array... arrays) {
        Program own = gradient.program();
        List<Shape> mine = shapes(own).subList(0, parameters);
        if (loss.inputs().size() < parameters
                || !shapes(loss).subList(0, parameters).equals(mine)) {
            throw new IllegalArgumentException("the parameters have shapes " + mine + ", the validation has inputs "
                    + shapes(loss) + "; it must begin with the same parameters");
        }
        checkData(loss, parameters, List.of(arrays));
        Workspace bench = new Workspace(loss);
        Feed.fixed(arrays).fill(0, data(bench, parameters));
        return new ProgramObjective(parameters, gradient, feed, bench);
    }

    @Override
    public double gradient(long step, double[][] values, double[][] gradients) {
        feed.fill(step, data);
        run(gradient, values);
        for (int i = 0; i < parameters; i++) {
            System.arraycopy(gradient.output(i + 1), 0, gradients[i], 0, gradients[i].length);
        }
        return gradient.output(0)[0];
    }

    @Override
    public double validate(double[][] values) {
        if (validation == null) {
            return Double.NaN;
        }
        run(validation, values);
        double loss = validation.output(0)[0];
        return Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
    }

    private void run(Workspace bench, double[][] values) {
        for (int i = 0; i < parameters; i++) {
            bench.bind(i, values[i]);
        }
        bench.run();
    }

    private static double[][] data(Workspace bench, int from) {
        return IntStream.range(from, bench.program().inputs().size())
                .mapToObj(bench::input)
                .toArray(double[][]::new);
    }

    private static List<Shape> shapes(Program p) {
        return p.inputs().stream().map(in -> in.value().shape()).toList();
    }

    private static void check(Program loss, Parameters p) {
        int n = p.names().size();
        List<String> names = loss.inputs().stream().limit(n).map(Input::name).toList();
        List<Shape> shapes = shapes(loss).stream().limit(n).toList();
        if (!names.equals(p.names()) || !shapes.equals(p.shapes())) {
            throw new IllegalArgumentException("the loss begins with inputs " + names + " of shapes " + shapes
                    + ", the parameters are " + p + "; declare them first, by Weights.inputs");
        }
    }

    private static void checkData(Program loss, int from, List<Array> arrays) {
        List<Shape> needed = shapes(loss).subList(from, loss.inputs().size());
        List<Shape> given = arrays.stream().map(Array::shape).toList();
        if (!needed.equals(given)) {
            throw new IllegalArgumentException("the loss needs data of shapes " + needed + ", got " + given);
        }
    }
}
