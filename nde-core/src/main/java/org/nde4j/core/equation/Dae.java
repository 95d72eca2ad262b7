package org.nde4j.core.equation;

import java.util.List;
import java.util.Optional;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * M dy/dt = f(t, y; p) with a constant matrix M. Where M is singular some of the equations are algebraic: a
 * differential-algebraic equation.
 */
public final class Dae implements Field {
    private final Field right;
    private final Array mass;

    /**
     * An equation with a mass matrix.
     *
     * @param right writes f
     * @param mass M, [n, n]
     */
    public Dae(Field right, Array mass) {
        Shape shape = Shape.of(right.size(), right.size());
        if (!mass.shape().equals(shape)) {
            throw new IllegalArgumentException("the mass matrix has shape " + mass.shape() + ", the field has "
                    + right.size() + " states; give " + shape);
        }
        this.right = right;
        this.mass = mass;
    }

    /**
     * An equation with a diagonal mass matrix.
     *
     * @param right writes f
     * @param diagonal 1 for a differential equation, 0 for an algebraic one
     */
    public static Dae diagonal(Field right, double... diagonal) {
        int n = diagonal.length;
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) {
            values[i * n + i] = diagonal[i];
        }
        return new Dae(right, new Array(Shape.of(n, n), values));
    }

    @Override
    public Optional<Array> mass() {
        return Optional.of(mass);
    }

    @Override
    public int size() {
        return right.size();
    }

    @Override
    public List<Shape> parameters() {
        return right.parameters();
    }

    @Override
    public Value write(Trace trace, Value t, Value y, List<Value> parameters) {
        return right.write(trace, t, y, parameters);
    }
}
