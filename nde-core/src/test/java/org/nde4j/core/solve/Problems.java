package org.nde4j.core.solve;

import java.util.List;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/** Problems with known solutions. */
public final class Problems {
    private Problems() {}

    /** y' = cos(t) y, with y = exp(sin t): not linear with constant coefficients, not autonomous. */
    public static final Field OSCILLATING_GROWTH = Field.of(1, List.of(), (t, time, y, p) -> t.mul(t.cos(time), y));

    /** x' = -v, v' = x: circles. */
    public static final Field CIRCLE =
            Field.of(2, List.of(), (t, time, y, p) -> t.concat(1, t.neg(t.slice(y, 1, 1, 2)), t.slice(y, 1, 0, 1)));

    /** y' = y^2: blows up at t = 1/y0. */
    public static final Field BLOW_UP = Field.of(1, List.of(), (t, time, y, p) -> t.mul(y, y));

    /** Lotka-Volterra: x' = a x - b x y, y' = c x y - d y, one parameter vector (a, b, c, d). */
    public static final Field LOTKA_VOLTERRA =
            Field.of(2, List.of(Shape.of(4)), (t, time, y, p) -> lotkaVolterra(t, y, p.get(0)));

    private static Value lotkaVolterra(Trace t, Value y, Value p) {
        Value x = t.slice(y, 1, 0, 1);
        Value z = t.slice(y, 1, 1, 2);
        Value xz = t.mul(x, z);
        return t.concat(
                1,
                t.sub(t.mul(parameter(t, p, 0, x), x), t.mul(parameter(t, p, 1, x), xz)),
                t.sub(t.mul(parameter(t, p, 2, x), xz), t.mul(parameter(t, p, 3, x), z)));
    }

    private static Value parameter(Trace t, Value p, int i, Value like) {
        return t.like(t.slice(p, 0, i, i + 1), like);
    }
}
