package org.nde4j.core.solve.stiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.calculus.Simplification;
import org.nde4j.core.condition.Newton;
import org.nde4j.core.equation.Field;
import org.nde4j.core.equation.Split;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.Step;

/**
 * Writes one step of a diagonally implicit Runge-Kutta method.
 *
 * <p>The unknowns of the stages are the changes Z of the state, which are small where the solution is smooth, and the
 * slopes h f come out of them without an evaluation: K = (M Z - r) / gamma. So nothing is divided by h or multiplied by a
 * mass matrix that may be singular, and errors of the iteration are not magnified by a stiff field.
 */
final class DiagonallyImplicitStep {
    private final ImplicitTableau tableau;
    private final StageSolver solver;
    private final Field field;
    private final Field explicit; // null where the field is implicit as a whole
    private final StageMatrix matrix;
    private final StageSystem system;
    private final Newton newton;
    private final Trace trace = new Trace();
    private final int batch;
    private final Value t;
    private final Value h;
    private final Value wide; // h, [B, n]
    private final Value y;
    private final Value carry;
    private final List<Value> parameters;
    private final Value jacobian;
    private final Value[] changes; // Z of each stage; null for an explicit one
    private final Value[] slopes; // h f of each stage, times the mass matrix
    private final Value[] explicitSlopes;
    private int evaluations;

    DiagonallyImplicitStep(ImplicitTableau tableau, StageSolver solver, Field field, int batch) {
        boolean splits = splits(tableau, field);
        this.tableau = tableau;
        this.solver = solver;
        this.field = field;
        this.explicit = splits ? ((Split) field).explicit() : null;
        this.matrix = StageMatrix.of(solver.algebra(), splits ? ((Split) field).implicit() : field);
        this.system = new StageSystem(matrix);
        this.newton = system.newton(batch, solver.persistent());
        this.batch = batch;
        int n = field.size();
        t = trace.input("t", Shape.of(batch, 1));
        h = trace.input("h", Shape.of(batch, 1));
        y = trace.input("y", Shape.of(batch, n));
        carry = trace.input("carry", Shape.of(batch, splits ? 2 * n : n));
        parameters = field.inputs(trace);
        wide = StageMatrix.wide(trace, h, n);
        jacobian = matrix.jacobian(trace, t, y, parameters);
        changes = new Value[tableau.stages()];
        slopes = new Value[tableau.stages()];
        explicitSlopes = new Value[tableau.stages()];
    }

    /** Whether the parts of a field are treated differently. */
    static boolean splits(ImplicitTableau tableau, Field field) {
        return tableau.explicit() != null && field instanceof Split;
    }

    /** Writes the carry: the derivative, and where the field is split its explicit part. */
    static Value carry(Trace trace, ImplicitTableau tableau, Field field, Value t, Value y, List<Value> parameters) {
        if (!splits(tableau, field)) {
            return field.write(trace, t, y, parameters);
        }
        Value f = ((Split) field).explicit().write(trace, t, y, parameters);
        Value g = ((Split) field).implicit().write(trace, t, y, parameters);
        return trace.concat(1, trace.add(f, g), f);
    }

    Step write(Output output) {
        for (int i = 0; i < tableau.stages(); i++) {
            stage(i);
        }
        Value end = end();
        Value last = carryAt(end);
        List<Value> outputs = new ArrayList<>(List.of(end, last));
        if (output.error()) {
            outputs.add(error());
        }
        if (output.stiffness()) {
            outputs.add(trace.fill(Double.NaN, h.shape()));
        }
        if (output.dense()) {
            outputs.addAll(List.of(y, end));
            outputs.addAll(within(last));
        }
        return new Step(
                Simplification.of(trace.program(outputs.toArray(Value[]::new))),
                batch,
                field.size(),
                output,
                evaluations,
                1);
    }

    private Value derivative(Value of) {
        return trace.slice(of, 1, 0, field.size());
    }

    private void stage(int i) {
        double gamma = tableau.gamma(i);
        if (gamma == 0) {
            begin(i);
            return;
        }
        double node = tableau.implicit().nodes()[i];
        Value time = node == 0 ? t : node == 1 ? trace.add(t, h) : trace.combine(new double[] {1, node}, t, h);
        Value w = trace.scale(h, gamma);
        Value r = earlier(i);
        List<Value> operands = StageSystem.arguments(time, w, y, r == null ? zero() : r, parameters);
        operands.addAll(List.of(guess(i), zero(), solver.sizes(trace, y)));
        operands.addAll(system.matrices(trace, jacobian, w));
        changes[i] = trace.call(newton, operands.toArray(Value[]::new)).get(0);
        Value moved = matrix.massTimes(trace, changes[i]);
        slopes[i] = trace.scale(r == null ? moved : trace.sub(moved, r), 1 / gamma);
        if (explicit != null) {
            Value f = explicit.write(trace, time, trace.add(y, changes[i]), parameters);
            explicitSlopes[i] = trace.mul(wide, f);
            evaluations++;
        }
    }

    /* The explicit first stage: what the last step carried here. */
    private void begin(int i) {
        Value all = derivative(carry);
        if (explicit != null) {
            Value f = trace.slice(carry, 1, field.size(), 2 * field.size());
            explicitSlopes[i] = trace.mul(wide, f);
            all = trace.sub(all, f);
        }
        slopes[i] = trace.mul(wide, all);
    }

    private Value zero() {
        return trace.fill(0, y.shape());
    }

    /* What the stages before give to stage i; null if nothing. */
    private Value earlier(int i) {
        double[] implicit = Arrays.copyOf(tableau.implicit().a()[i], i);
        return sum(
                implicit, explicit == null ? new double[0] : tableau.explicit().a()[i], null);
    }

    /* The weighted slopes, and a value that may be missing; null if there is nothing. */
    private Value sum(double[] implicit, double[] byExplicit, Value rest) {
        List<Double> c = new ArrayList<>();
        List<Value> v = new ArrayList<>();
        add(implicit, slopes, c, v);
        add(byExplicit, explicitSlopes, c, v);
        if (rest != null) {
            c.add(1.0);
            v.add(rest);
        }
        return v.isEmpty() ? null : trace.combine(c, v);
    }

    private static void add(double[] weights, Value[] terms, List<Double> c, List<Value> v) {
        for (int j = 0; j < weights.length; j++) {
            if (weights[j] != 0) {
                c.add(weights[j]);
                v.add(terms[j]);
            }
        }
    }

    private Value guess(int i) {
        Value guess = extrapolated(tableau.moments(i), i, carry);
        return guess == null ? zero() : guess;
    }

    /* What the changes of the first stages tell of a quantity with these moments, and the slope at the start too. */
    private Value extrapolated(double[] moments, int stages, Value start) {
        List<double[]> known = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        if (start != null && field.mass().isEmpty()) {
            known.add(new double[] {1, 0, 0});
            values.add(trace.mul(wide, derivative(start)));
        }
        for (int j = 0; j < stages; j++) {
            if (changes[j] != null) {
                known.add(tableau.moments(j));
                values.add(changes[j]);
            }
        }
        return known.isEmpty() ? null : trace.combine(boxed(Extrapolation.weights(known, moments)), values);
    }

    private static List<Double> boxed(double[] x) {
        return Arrays.stream(x).boxed().toList();
    }

    private Value end() {
        int last = tableau.stages() - 1;
        if (!tableau.isStifflyAccurate()) {
            List<Double> c = new ArrayList<>(boxed(tableau.stageWeights()));
            List<Value> v = new ArrayList<>(Arrays.asList(changes));
            c.add(1.0);
            v.add(y);
            return trace.combine(c, v);
        }
        Value stage = trace.add(y, changes[last]);
        if (explicit == null) {
            return stage;
        }
        double[] rest = new double[last + 1];
        Arrays.setAll(rest, j -> tableau.explicit().b()[j] - tableau.explicit().a(last, j));
        return sum(new double[0], rest, stage);
    }

    /* In a row that does not move it stays, too. */
    private Value carryAt(Value end) {
        if (explicit != null || !tableau.isStifflyAccurate()) {
            evaluations++;
            return carry(trace, tableau, field, trace.add(t, h), end, parameters);
        }
        Value moves = trace.abs(wide);
        Value length = trace.select(moves, wide, trace.fill(1, wide.shape()));
        return trace.select(moves, trace.div(slopes[tableau.stages() - 1], length), carry);
    }

    /* The embedded difference, damped where the field is stiff: as large as it should be, and finite. */
    private Value error() {
        double[] byExplicit =
                explicit == null ? new double[0] : tableau.explicit().error();
        Value difference = sum(tableau.implicit().error(), byExplicit, null);
        Value w = trace.scale(h, tableau.gamma(tableau.stages() - 1));
        List<Value> matrices = system.matrices(trace, jacobian, w);
        return matrix.solve(trace, matrices.get(0), matrices.get(1), difference, parameters);
    }

    /* The dense pieces besides both ends. */
    private List<Value> within(Value last) {
        StageInterpolation dense = tableau.dense();
        return dense == null
                ? List.of(slope(0, carry), slope(1, last))
                : Arrays.stream(dense.stages()).mapToObj(this::moved).toList();
    }

    /* The change at a stage by the weights of the implicit method in both parts. */
    private Value moved(int i) {
        if (explicit == null) {
            return changes[i];
        }
        double[] rest = new double[i + 1];
        Arrays.setAll(rest, j -> tableau.implicit().a(i, j) - tableau.explicit().a(i, j));
        return sum(new double[0], rest, changes[i]);
    }

    /* h y' at a place of the step. With a mass matrix it is known from the stages only. */
    private Value slope(double theta, Value carried) {
        if (field.mass().isEmpty()) {
            return trace.mul(wide, derivative(carried));
        }
        double[] moments = {1, 2 * theta, 3 * theta * theta};
        return extrapolated(moments, tableau.stages(), null);
    }
}
