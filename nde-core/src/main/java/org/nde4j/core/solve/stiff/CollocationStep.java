package org.nde4j.core.solve.stiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.calculus.Simplification;
import org.nde4j.core.condition.Newton;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.solve.Output;
import org.nde4j.core.solve.Step;

/**
 * Writes one step of a collocation method. It carries the polynomial of the step before, by powers of what lies behind
 * its end, and its length: the first guess goes on along that polynomial.
 */
final class CollocationStep {
    private final CollocationMethod method;
    private final CollocationTableau tableau;
    private final CollocationSystem system;
    private final Trace trace = new Trace();
    private final int batch;
    private final int n;
    private final Value t;
    private final Value h;
    private final Value y;
    private final Value carry;
    private final List<Value> parameters;
    private final List<Value> arguments;
    private final List<Value> matrices;

    CollocationStep(CollocationMethod method, Field field, int batch) {
        this.method = method;
        this.tableau = method.tableau();
        this.system = new CollocationSystem(tableau, field, method.algebra());
        this.batch = batch;
        this.n = field.size();
        t = trace.input("t", Shape.of(batch, 1));
        h = trace.input("h", Shape.of(batch, 1));
        y = trace.input("y", Shape.of(batch, n));
        carry = trace.input("carry", Shape.of(batch, method.carry(field)));
        parameters = field.inputs(trace);
        arguments = CollocationSystem.arguments(t, h, y, parameters);
        matrices = system.iteration().matrices(trace, null, arguments);
    }

    Step write(Output output) {
        Newton newton = system.newton(batch, method.stages().persistent());
        List<Value> operands = new ArrayList<>(arguments);
        operands.add(guess());
        operands.add(trace.fill(0, Shape.of(batch, tableau.stages() * n)));
        operands.add(repeated(method.stages().sizes(trace, y)));
        operands.addAll(matrices);
        Value all = trace.call(newton, operands.toArray(Value[]::new)).get(0);
        List<Value> changes = BlockMatrix.blocks(trace, all, tableau.stages());
        Value end = trace.add(y, CollocationSystem.sum(trace, tableau.end(), changes));
        List<Value> outputs = new ArrayList<>(List.of(end, beyond(changes)));
        if (output.error()) {
            outputs.add(error(changes));
        }
        if (output.stiffness()) {
            outputs.add(trace.fill(Double.NaN, h.shape()));
        }
        if (output.dense()) {
            outputs.add(y);
            outputs.addAll(changes);
        }
        return new Step(
                Simplification.of(trace.program(outputs.toArray(Value[]::new))),
                batch,
                n,
                output,
                output.error() ? 1 : 0,
                1);
    }

    private Value repeated(Value v) {
        Value[] copies = new Value[tableau.stages()];
        Arrays.fill(copies, v);
        return trace.concat(1, copies);
    }

    /* Where no step was before, its length is 0, and the guess is that nothing changes. */
    private Value guess() {
        int s = tableau.stages();
        List<Value> powers = BlockMatrix.blocks(trace, trace.slice(carry, 1, 0, s * n), s);
        Value before = trace.slice(carry, 1, s * n, s * n + 1);
        Value ratio = trace.select(before, trace.div(h, before), trace.fill(0, h.shape()));
        Value[] guesses = new Value[s];
        for (int i = 0; i < s; i++) {
            Value x = StageMatrix.wide(trace, trace.scale(ratio, tableau.nodes()[i]), n);
            Value sum = powers.get(s - 1);
            for (int k = s - 2; k >= 0; k--) {
                sum = trace.add(trace.mul(sum, x), powers.get(k));
            }
            guesses[i] = trace.mul(sum, x);
        }
        return trace.concat(1, guesses);
    }

    private Value beyond(List<Value> changes) {
        List<Value> all = new ArrayList<>();
        for (double[] row : tableau.beyond()) {
            all.add(CollocationSystem.sum(trace, row, changes));
        }
        all.add(h);
        return trace.concat(1, all.toArray(Value[]::new));
    }

    /*
     * How far the polynomial misses the field at the start of the step, solved with the real matrix: the difference to the
     * quadrature that takes the slope there too.
     */
    private Value error(List<Value> changes) {
        AssembledMatrix matrix = system.matrix();
        Value slope = matrix.field().write(trace, t, y, parameters);
        Value taken = matrix.massTimes(trace, CollocationSystem.sum(trace, tableau.startSlope(), changes));
        Value missed = trace.sub(trace.mul(StageMatrix.wide(trace, h, n), slope), taken);
        Value right = trace.scale(missed, tableau.real()[0]);
        return matrix.solve(trace, matrices.get(0), matrices.get(1), right, parameters);
    }
}
