package org.nde4j.core.solve.stiff;

import java.util.List;
import org.nde4j.core.calculus.SparseJacobian;
import org.nde4j.core.calculus.Sparsity;
import org.nde4j.core.equation.Field;
import org.nde4j.core.kernel.Factorization;
import org.nde4j.core.kernel.Pattern;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/** A stage matrix that is written out, as the entries of a pattern, and factored. */
final class AssembledMatrix extends StageMatrix {
    private final Factorization kind;
    private final SparseJacobian jacobian;
    private final Mass mass;

    AssembledMatrix(Field field, LinearAlgebra.Kind choice) {
        super(field);
        Pattern sparsity = Sparsity.of(field.program(1), 0, 1);
        this.mass = Mass.of(field);
        this.kind = choice.factorization(sparsity.union(mass.pattern()));
        this.jacobian = new SparseJacobian(sparsity, kind.pattern());
    }

    /** How it is factored. */
    Factorization kind() {
        return kind;
    }

    @Override
    public int jacobianWidth() {
        return kind.pattern().entries();
    }

    @Override
    public int width() {
        return kind.pattern().entries();
    }

    @Override
    public int factors() {
        return kind.factors();
    }

    @Override
    public Value jacobian(Trace trace, Value t, Value y, List<Value> parameters) {
        Program p = jacobian.program(field().program(y.shape().dim(0)), 0, 1);
        return trace.inline(p, arguments(t, y, parameters)).get(0);
    }

    @Override
    public Value minus(Trace trace, Value j, Value hGamma) {
        Value m = mass.entries(trace, j.shape(), kind.pattern());
        return trace.sub(m, trace.mul(wide(trace, hGamma, width()), j));
    }

    @Override
    public Value factor(Trace trace, Value a) {
        return trace.factor(kind, a);
    }

    @Override
    public Value solve(Trace trace, Value a, Value f, Value b, List<Value> parameters) {
        return trace.solve(kind, a, f, b);
    }

    @Override
    public Value times(Trace trace, Value a, Value x, List<Value> parameters) {
        return trace.times(kind.pattern(), a, false, x);
    }

    @Override
    public Value jacobianTimes(Trace trace, Value j, Value x, List<Value> parameters) {
        return trace.times(kind.pattern(), j, false, x);
    }

    @Override
    public Value massTimes(Trace trace, Value x) {
        return mass.times(trace, x);
    }
}
