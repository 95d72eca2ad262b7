package org.nde4j.core.equation;

import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * A field whose state falls into positions q and momenta (or velocities) v, with dq/dt = g(t, v; p) and
 * dv/dt = a(t, q; p): separable Hamiltonian systems, and second-order equations q'' = a(t, q; p). Symplectic methods
 * step the halves in turn; to all others it is a field of the state (q, v).
 */
public final class Partitioned implements Field {
    private final int half;
    private final List<Shape> parameters;
    private final Body velocity;
    private final Body force;

    private Partitioned(int half, List<Shape> parameters, Body velocity, Body force) {
        this.half = half;
        this.parameters = List.copyOf(parameters);
        this.velocity = velocity;
        this.force = force;
    }

    /**
     * A field in two halves.
     *
     * @param half the number of positions
     * @param parameters the shapes of the parameters
     * @param velocity writes dq/dt from (t, v, p)
     * @param force writes dv/dt from (t, q, p)
     */
    public static Partitioned of(int half, List<Shape> parameters, Body velocity, Body force) {
        return new Partitioned(half, parameters, velocity, force);
    }

    /**
     * A second-order equation q'' = a(t, q; p).
     *
     * @param half the number of positions
     * @param parameters the shapes of the parameters
     * @param force writes a from (t, q, p)
     */
    public static Partitioned secondOrder(int half, List<Shape> parameters, Body force) {
        return new Partitioned(half, parameters, null, force);
    }

    /** The number of positions. */
    public int half() {
        return half;
    }

    /** Whether dq/dt is v itself, so that it is a second-order equation. */
    public boolean isSecondOrder() {
        return velocity == null;
    }

    /** Writes dq/dt from t [B, 1] and v [B, half]. */
    public Value velocity(Trace trace, Value t, Value v, List<Value> values) {
        return velocity == null ? v : velocity.write(trace, t, v, values);
    }

    /** Writes dv/dt from t [B, 1] and q [B, half]. */
    public Value force(Trace trace, Value t, Value q, List<Value> values) {
        return force.write(trace, t, q, values);
    }

    @Override
    public int size() {
        return 2 * half;
    }

    @Override
    public List<Shape> parameters() {
        return parameters;
    }

    @Override
    public Value write(Trace trace, Value t, Value y, List<Value> values) {
        Value q = trace.slice(y, 1, 0, half);
        Value v = trace.slice(y, 1, half, 2 * half);
        return trace.concat(1, velocity(trace, t, v, values), force(trace, t, q, values));
    }
}
