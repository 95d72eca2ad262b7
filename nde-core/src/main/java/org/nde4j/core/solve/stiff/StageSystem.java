package org.nde4j.core.solve.stiff;

import java.util.ArrayList;
import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.condition.Condition;
import org.nde4j.core.condition.Linearization;
import org.nde4j.core.condition.Newton;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * A stage of a diagonally implicit method as a condition on its change Z of the state:
 *
 * <pre>M Z - r - w f(t, y + Z; p) = 0</pre>
 *
 * where w is h gamma and r is what the earlier stages give. The parameters of the condition are t [B, 1], w [B, 1],
 * y [B, n], r [B, n] and p.
 */
final class StageSystem implements Linearization {
    private static final int FIELD = 4; // where the parameters of the field begin

    private final StageMatrix matrix;

    StageSystem(StageMatrix matrix) {
        this.matrix = matrix;
    }

    /** Finds Z. */
    Newton newton(int batch, boolean persistent) {
        return new Newton(condition(batch), this, this, persistent);
    }

    private Condition condition(int batch) {
        Trace trace = new Trace();
        Shape column = Shape.of(batch, 1);
        Shape states = Shape.of(batch, matrix.size());
        Value z = trace.input("z", states);
        Value t = trace.input("t", column);
        Value w = trace.input("w", column);
        Value y = trace.input("y", states);
        Value r = trace.input("r", states);
        Value f = matrix.field().write(trace, t, trace.add(y, z), matrix.field().inputs(trace));
        Value moved = trace.mul(StageMatrix.wide(trace, w, matrix.size()), f);
        return new Condition(trace.program(trace.sub(trace.sub(matrix.massTimes(trace, z), r), moved)));
    }

    @Override
    public List<Value> matrices(Trace trace, Value z, List<Value> p) {
        Value state = trace.add(p.get(2), z);
        Value jacobian = matrix.jacobian(trace, p.get(0), state, p.subList(FIELD, p.size()));
        return matrices(trace, jacobian, p.get(1));
    }

    /** The matrix M - w J and its factors, of a J that may be that of another point. */
    List<Value> matrices(Trace trace, Value jacobian, Value w) {
        Value a = matrix.minus(trace, jacobian, matrix.movable(trace, w));
        return List.of(a, matrix.factor(trace, a));
    }

    @Override
    public Value solve(Trace trace, List<Value> matrices, Value b, List<Value> p) {
        return matrix.solve(trace, matrices.get(0), matrices.get(1), b, p.subList(FIELD, p.size()));
    }

    /** The arguments of the condition in order. */
    static List<Value> arguments(Value t, Value w, Value y, Value r, List<Value> parameters) {
        List<Value> all = new ArrayList<>(List.of(t, w, y, r));
        all.addAll(parameters);
        return all;
    }
}
