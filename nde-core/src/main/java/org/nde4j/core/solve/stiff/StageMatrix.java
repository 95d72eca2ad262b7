package org.nde4j.core.solve.stiff;

import java.util.ArrayList;
import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.calculus.Calculus;
import org.nde4j.core.calculus.Simplification;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Program;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * The matrix A = M - h gamma J of the stages of a stiff method, in each row: M is the mass matrix of the field and J its
 * Jacobian by the state. It writes the lines that make, factor and solve with it.
 *
 * <p>What J, A and the factors of A are is known to the kind of linear algebra alone; they are values [B, some width],
 * which may be carried from a step to the next. Everything written is exact and differentiable, in the parameters too.
 */
public abstract sealed class StageMatrix permits AssembledMatrix, KrylovMatrix {
    private final Field field;

    StageMatrix(Field field) {
        this.field = field;
    }

    /**
     * The stage matrix of a field.
     *
     * @param choice how systems with it are solved
     * @param field the field; of a split one, its implicit part
     */
    public static StageMatrix of(LinearAlgebra choice, Field field) {
        return choice instanceof Krylov k
                ? new KrylovMatrix(field, k)
                : new AssembledMatrix(field, (LinearAlgebra.Kind) choice);
    }

    /** The field. */
    public final Field field() {
        return field;
    }

    /** The number of states, n. */
    public final int size() {
        return field.size();
    }

    /** The width of what stands for J. */
    public abstract int jacobianWidth();

    /** The width of what stands for A. */
    public abstract int width();

    /** The width of what stands for the factors of A. */
    public abstract int factors();

    /**
     * Writes J.
     *
     * @param t the times, [B, 1]
     * @param y the states, [B, n]
     * @param parameters the parameters of the field
     * @return J, [B, {@link #jacobianWidth}]
     */
    public abstract Value jacobian(Trace trace, Value t, Value y, List<Value> parameters);

    /**
     * Writes M - h gamma J.
     *
     * @param jacobian J, [B, {@link #jacobianWidth}]
     * @param hGamma h gamma, [B, 1]
     * @return A, [B, {@link #width}]
     */
    public abstract Value minus(Trace trace, Value jacobian, Value hGamma);

    /** Writes the factors of A, [B, {@link #factors}]; NaN where it is singular. */
    public abstract Value factor(Trace trace, Value a);

    /**
     * Writes the solution x of A x = b.
     *
     * @param a A, [B, {@link #width}]
     * @param f the factors of just this A
     * @param b the right-hand side, [B, n]
     * @param parameters the parameters of the field, as for {@link #jacobian}
     * @return x, [B, n]; NaN where A is singular
     */
    public abstract Value solve(Trace trace, Value a, Value f, Value b, List<Value> parameters);

    /** Writes A x, [B, n]; the arguments are those of {@link #solve}. */
    public abstract Value times(Trace trace, Value a, Value x, List<Value> parameters);

    /** Writes J x, [B, n]; the arguments are those of {@link #minus} and {@link #solve}. */
    public abstract Value jacobianTimes(Trace trace, Value jacobian, Value x, List<Value> parameters);

    /** Writes M x, [B, n]. */
    public abstract Value massTimes(Trace trace, Value x);

    /**
     * Writes df/dt, the derivative of the field by the time alone.
     *
     * @return [B, n]; a {@link org.nde4j.core.program.Fill} of zeros where the field does not depend on time
     */
    public final Value timeDerivative(Trace trace, Value t, Value y, List<Value> parameters) {
        Program forward = Calculus.jvp(field.program(y.shape().dim(0)), 0);
        List<Value> arguments = arguments(t, y, parameters);
        Trace own = new Trace();
        List<Value> inputs = new ArrayList<>();
        for (Value v : arguments) {
            inputs.add(own.input("argument " + inputs.size(), v.shape()));
        }
        List<Value> all = new ArrayList<>(inputs);
        all.add(own.fill(1, t.shape()));
        Program p = Simplification.of(own.program(own.inline(forward, all).get(1)));
        return trace.inline(p, arguments).get(0);
    }

    /**
     * Writes h where it is not 0, for a matrix that can be solved with: with a singular mass matrix, M - 0 J cannot. A row
     * that is not to move has nothing to solve.
     */
    final Value movable(Trace trace, Value h) {
        return field.mass().isPresent() ? trace.select(trace.abs(h), h, trace.fill(1, h.shape())) : h;
    }

    static List<Value> arguments(Value t, Value y, List<Value> parameters) {
        List<Value> all = new ArrayList<>(List.of(t, y));
        all.addAll(parameters);
        return all;
    }

    /* A column [B, 1] repeated to a width. */
    static Value wide(Trace trace, Value column, int width) {
        int batch = column.shape().dim(0);
        return trace.spread(trace.reshape(column, Shape.of(batch)), Shape.of(batch, width), 0);
    }
}
