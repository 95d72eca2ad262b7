package org.nde4j.core.solve.stiff;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.nde4j.core.array.Shape;
import org.nde4j.core.calculus.Calculus;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * A stage matrix that is never written out. What stands for J is where it is taken, (t, y); what stands for A, and for
 * its factors, is (t, y, h gamma).
 */
final class KrylovMatrix extends StageMatrix {
    private final Krylov settings;
    private final Mass mass;
    private final ConcurrentHashMap<Integer, MatrixFreeSolve> solves =
            new ConcurrentHashMap<>(); // by batch; looked up only

    KrylovMatrix(Field field, Krylov settings) {
        super(field);
        this.settings = settings;
        this.mass = Mass.of(field);
    }

    @Override
    public int jacobianWidth() {
        return size() + 1;
    }

    @Override
    public int width() {
        return size() + 2;
    }

    @Override
    public int factors() {
        return width();
    }

    @Override
    public Value jacobian(Trace trace, Value t, Value y, List<Value> parameters) {
        return trace.concat(1, t, y);
    }

    @Override
    public Value minus(Trace trace, Value jacobian, Value hGamma) {
        return trace.concat(1, jacobian, hGamma);
    }

    @Override
    public Value factor(Trace trace, Value a) {
        return a;
    }

    @Override
    public Value solve(Trace trace, Value a, Value f, Value b, List<Value> parameters) {
        List<Value> operands = new ArrayList<>(List.of(a, b));
        operands.addAll(parameters);
        MatrixFreeSolve solve =
                solves.computeIfAbsent(a.shape().dim(0), batch -> new MatrixFreeSolve(product(batch), settings));
        return trace.call(solve, operands.toArray(Value[]::new)).get(0);
    }

    /* From (a, x, parameters) to A x. */
    private Program product(int batch) {
        Trace trace = new Trace();
        Value a = trace.input("a", Shape.of(batch, width()));
        Value x = trace.input("x", Shape.of(batch, size()));
        return trace.program(times(trace, a, x, field().inputs(trace)));
    }

    @Override
    public Value times(Trace trace, Value a, Value x, List<Value> parameters) {
        Value j = trace.slice(a, 1, 0, jacobianWidth());
        Value h = wide(trace, trace.slice(a, 1, jacobianWidth(), width()), size());
        return trace.sub(massTimes(trace, x), trace.mul(h, jacobianTimes(trace, j, x, parameters)));
    }

    @Override
    public Value jacobianTimes(Trace trace, Value jacobian, Value x, List<Value> parameters) {
        Program forward = Calculus.jvp(field().program(x.shape().dim(0)), 1);
        Value t = trace.slice(jacobian, 1, 0, 1);
        Value y = trace.slice(jacobian, 1, 1, jacobianWidth());
        List<Value> all = arguments(t, y, parameters);
        all.add(x);
        return trace.inline(forward, all).get(1);
    }

    @Override
    public Value massTimes(Trace trace, Value x) {
        return mass.times(trace, x);
    }
}
