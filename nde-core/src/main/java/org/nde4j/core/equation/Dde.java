package org.nde4j.core.equation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * A delay differential equation dy/dt = f(t, y(t), y(t - tau_1), y(t - tau_2), ...; p), with y given before the start. A
 * delay may be a number, or depend on time, state and parameters. Solved by {@code MethodOfSteps} over a method for
 * ordinary equations.
 *
 * <pre>{@code
 * // y'(t) = -y(t - 1), y = 1 before the start
 * Dde dde = new Dde(1, List.of(), List.of(Delay.of(1)), (t, time, y, past, p) -> t.neg(past.get(0)),
 *     (t, time, p) -> t.fill(1, time.shape()));
 * }</pre>
 */
public final class Dde implements Field {
    private final int size;
    private final List<Shape> parameters;
    private final List<Delay> delays;
    private final Body body;
    private final History history;
    private final double[] breaks;

    /** A delay equation whose history is smooth. */
    public Dde(int size, List<Shape> parameters, List<Delay> delays, Body body, History history) {
        this(size, parameters, delays, body, history, new double[0]);
    }

    /**
     * A delay equation.
     *
     * @param size the number of states, n
     * @param parameters the shapes of the parameters
     * @param delays tau_1, tau_2, ...
     * @param body writes f
     * @param history writes y before the start
     * @param breaks times up to the start where the history is not smooth
     */
    public Dde(int size, List<Shape> parameters, List<Delay> delays, Body body, History history, double[] breaks) {
        this.size = size;
        this.parameters = List.copyOf(parameters);
        this.delays = List.copyOf(delays);
        this.body = body;
        this.history = history;
        this.breaks = breaks.clone();
    }

    /** What a delay equation writes. */
    @FunctionalInterface
    public interface Body {
        /**
         * Writes the time derivative.
         *
         * @param trace where to write
         * @param t the times, [B, 1]
         * @param y the states, [B, n]
         * @param past the states at t - tau_j, [B, n] each
         * @param parameters the parameters
         * @return [B, n]
         */
        Value write(Trace trace, Value t, Value y, List<Value> past, List<Value> parameters);
    }

    /** What the states were before the start. */
    @FunctionalInterface
    public interface History {
        /**
         * Writes the states at times before the start.
         *
         * @param trace where to write
         * @param t the times, [B, 1]
         * @param parameters the parameters
         * @return [B, n]
         */
        Value write(Trace trace, Value t, List<Value> parameters);
    }

    /** Looks up earlier states. */
    @FunctionalInterface
    public interface Lookup {
        /**
         * Writes the states at some times.
         *
         * @param trace where to write
         * @param times the times, [B, 1]
         * @param before what the history says for those times, [B, n]
         * @return [B, n]
         */
        Value at(Trace trace, Value times, Value before);
    }

    /** The field that it is once earlier states can be looked up. */
    public Field with(Lookup lookup) {
        return Field.of(size, parameters, (trace, t, y, p) -> {
            List<Value> past = new ArrayList<>();
            for (Value time : times(trace, t, y, p)) {
                past.add(lookup.at(trace, time, history.write(trace, time, p)));
            }
            return body.write(trace, t, y, past, p);
        });
    }

    /** Writes the times t - tau_j that are looked up, [B, 1] each. */
    public List<Value> times(Trace trace, Value t, Value y, List<Value> values) {
        return delays.stream()
                .map(d -> trace.sub(t, d.write(trace, t, y, values)))
                .toList();
    }

    /** The delays. */
    public List<Delay> delays() {
        return delays;
    }

    /** Times up to the start where the history is not smooth. */
    public double[] breaks() {
        return breaks.clone();
    }

    /** Whether all delays are numbers. */
    public boolean isConstant() {
        return delays.stream().allMatch(d -> Double.isFinite(d.constant()));
    }

    /** The delays where all are numbers. */
    public double[] constants() {
        return delays.stream().mapToDouble(Delay::constant).toArray();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public List<Shape> parameters() {
        return parameters;
    }

    /** Refuses: what was before is not known here. */
    @Override
    public Value write(Trace trace, Value t, Value y, List<Value> values) {
        throw new IllegalArgumentException("an equation with the delays " + Arrays.toString(constants())
                + " needs to look up earlier states; solve it with MethodOfSteps over a method, such as "
                + "new MethodOfSteps(new Tsit5())");
    }
}
