package org.nde4j.core.solve.explicit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.Interpolant;
import org.nde4j.core.solve.Method;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.Solver;
import org.nde4j.core.solve.Step;

/**
 * A Runge-Kutta method whose stages are evaluated one after another: a name and a tableau.
 *
 * <p>Every step carries the derivative at its start, evaluated at the end of the step before; so the cubic Hermite
 * interpolant costs nothing, and a method whose last stage is that derivative saves an evaluation.
 */
public class ExplicitRungeKutta implements Solver {
    private final String name;
    private final Tableau tableau;
    private final Interpolant interpolant;

    ExplicitRungeKutta(Tableau tableau) {
        this(null, tableau);
    }

    private ExplicitRungeKutta(String name, Tableau tableau) {
        this.name = name == null ? getClass().getSimpleName() : name;
        this.tableau = tableau;
        this.interpolant =
                tableau.extension().map(ContinuousExtension::interpolant).orElse(Interpolant.HERMITE);
    }

    /**
     * A method of one's own.
     *
     * @param name what it is called
     * @param tableau its coefficients, to 16 digits
     * @throws IllegalArgumentException if the tableau fails an order condition of the order that it claims for the
     *     solution, the error estimate or the dense output; it names the condition
     */
    public static ExplicitRungeKutta of(String name, Tableau tableau) {
        OrderConditions.check(name, tableau);
        return new ExplicitRungeKutta(name, tableau);
    }

    /** Its coefficients. */
    public Tableau tableau() {
        return tableau;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int order() {
        return tableau.order();
    }

    @Override
    public int denseOrder() {
        return tableau.extension().map(ContinuousExtension::order).orElse(Math.min(3, tableau.order()));
    }

    @Override
    public boolean estimatesError() {
        return tableau.error().length > 0;
    }

    @Override
    public Interpolant interpolant() {
        return interpolant;
    }

    @Override
    public boolean estimatesStiffness() {
        return tableau.neighbor() > 0;
    }

    /**
     * How far along the negative real axis it is stable: the greatest x such that {@code |R(z)| <= 1} for all z in
     * [-x, 0]. A step h on y' = -k y is stable while h k is at most this.
     */
    public double stabilityInterval() {
        return new StabilityFunction(tableau).interval();
    }

    @Override
    public Step step(Field field, int batch, Output output) {
        Method.refuseMass(this, field);
        Trace trace = new Trace();
        Value t = trace.input("t", Shape.of(batch, 1));
        Value h = trace.input("h", Shape.of(batch, 1));
        Shape shape = Shape.of(batch, field.size());
        Value y = trace.input("y", shape);
        Value f = trace.input("f", shape);
        List<Value> parameters = field.inputs(trace);
        Value wide = trace.spread(trace.reshape(h, Shape.of(batch)), shape, 0);
        List<Value> nodes = new ArrayList<>(); // h times the derivative at each
        List<Value> states = new ArrayList<>(List.of(y));
        nodes.add(trace.mul(wide, f));
        for (double[] row : Arrays.asList(tableau.a()).subList(1, tableau.stages())) {
            Value at = trace.add(y, weighted(trace, row, nodes));
            states.add(at);
            nodes.add(trace.mul(wide, field.write(trace, time(trace, t, h, row), at, parameters)));
        }
        Value end = trace.add(y, weighted(trace, tableau.b(), nodes));
        Value slope = field.write(trace, trace.add(t, h), end, parameters);
        nodes.add(trace.mul(wide, slope));
        List<Value> outputs = new ArrayList<>(List.of(end, slope));
        int evaluations = tableau.stages();
        if (output.error()) {
            outputs.add(error(trace, nodes));
        }
        if (output.stiffness()) {
            int i = tableau.neighbor();
            Value at = states.get(i);
            Value near = field.write(trace, trace.add(t, h), at, parameters);
            outputs.add(trace.div(length(trace, trace.sub(slope, near)), length(trace, trace.sub(end, at))));
        }
        if (output.dense() && tableau.extension().isEmpty()) {
            outputs.addAll(List.of(y, end, nodes.get(0), nodes.get(tableau.stages())));
        } else if (output.dense()) {
            ContinuousExtension dense = tableau.extension().orElseThrow();
            for (double[] row : dense.a()) {
                Value at = trace.add(y, weighted(trace, row, nodes));
                nodes.add(trace.mul(wide, field.write(trace, time(trace, t, h, row), at, parameters)));
            }
            outputs.add(y);
            Arrays.stream(dense.nodes()).mapToObj(nodes::get).forEach(outputs::add);
            evaluations += dense.a().length;
        }
        return new Step(trace.program(outputs.toArray(Value[]::new)), batch, field.size(), output, evaluations);
    }

    /* The length of each row, [B, 1]; never zero, so that it can be divided by. */
    private static Value length(Trace trace, Value x) {
        Value square = trace.shift(trace.sum(trace.mul(x, x), 1), Double.MIN_NORMAL);
        return trace.reshape(trace.sqrt(square), Shape.of(x.shape().dim(0), 1));
    }

    private static Value time(Trace trace, Value t, Value h, double[] row) {
        double c = Tableau.c(row);
        return c == 1 ? trace.add(t, h) : trace.combine(new double[] {1, c}, t, h);
    }

    /*
     * Two estimates are blended state by state, not by their norms as in Hairer's code: so a state's estimate does not
     * depend on how the others are scaled, and the norm of the estimates is at least his, since a^2 / (a + b) is convex.
     */
    private Value error(Trace trace, List<Value> nodes) {
        Value fine = weighted(trace, tableau.error(), nodes);
        if (tableau.coarse().length == 0) {
            return fine;
        }
        Value coarse = weighted(trace, tableau.coarse(), nodes);
        Value squares = trace.combine(new double[] {1, 0.01}, trace.mul(fine, fine), trace.mul(coarse, coarse));
        Value size = trace.sqrt(trace.shift(squares, Double.MIN_NORMAL)); // never a division by zero
        return trace.div(trace.mul(fine, trace.abs(fine)), size);
    }

    private static Value weighted(Trace trace, double[] weights, List<Value> nodes) {
        List<Double> c = new ArrayList<>();
        List<Value> v = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0) {
                c.add(weights[i]);
                v.add(nodes.get(i));
            }
        }
        return trace.combine(c, v);
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof ExplicitRungeKutta that && name.equals(that.name) && tableau.equals(that.tableau);
    }

    @Override
    public final int hashCode() {
        return 31 * name.hashCode() + tableau.hashCode();
    }

    @Override
    public String toString() {
        return name();
    }
}
