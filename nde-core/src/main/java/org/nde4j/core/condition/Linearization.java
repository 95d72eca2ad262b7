package org.nde4j.core.condition;

import java.util.ArrayList;
import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.calculus.Calculus;
import org.nde4j.core.kernel.DenseFactorization;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * How systems with J, the derivative of a condition by its unknowns, are solved: it writes the lines that make what is
 * needed of J at a point, and those that solve with it. Both must be differentiable.
 */
public interface Linearization {
    /**
     * Writes what solving needs, such as the entries and the factors of J.
     *
     * @param z the point
     * @param parameters those of the condition
     */
    List<Value> matrices(Trace trace, Value z, List<Value> parameters);

    /**
     * Writes the solution x of J x = b.
     *
     * @param matrices those of some point
     * @param b of the shape of the unknowns
     * @param parameters those of the condition
     * @return x, of the shape of the unknowns; NaN where J is singular
     */
    Value solve(Trace trace, List<Value> matrices, Value b, List<Value> parameters);

    /** All unknowns together, by the factors of a full matrix. */
    static Linearization dense(Condition condition) {
        int n = condition.unknowns().size();
        DenseFactorization kind = new DenseFactorization(n);
        Program jacobian = Calculus.jacobian(condition.residual(), 0, 0);
        return new Linearization() {
            @Override
            public List<Value> matrices(Trace trace, Value z, List<Value> parameters) {
                List<Value> arguments = new ArrayList<>(List.of(z));
                arguments.addAll(parameters);
                Value j = trace.reshape(trace.inline(jacobian, arguments).get(0), Shape.of(1, n * n));
                return List.of(j, trace.factor(kind, j));
            }

            @Override
            public Value solve(Trace trace, List<Value> matrices, Value b, List<Value> parameters) {
                Value row = trace.reshape(b, Shape.of(1, n));
                return trace.reshape(trace.solve(kind, matrices.get(0), matrices.get(1), row), b.shape());
            }
        };
    }
}
