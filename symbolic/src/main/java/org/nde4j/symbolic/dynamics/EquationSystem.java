package org.nde4j.symbolic.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Field;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;
import org.nde4j.core.work.Codec;
import org.nde4j.symbolic.expression.Binary;
import org.nde4j.symbolic.expression.BinaryOperator;
import org.nde4j.symbolic.expression.Constant;
import org.nde4j.symbolic.expression.Expression;
import org.nde4j.symbolic.simplify.Simplifier;

/**
 * Ordinary differential equations in closed form: for each state its derivative.
 *
 * <p>Some of the constants are free, that is, still to be fitted; whole exponents never are, and a constant that was
 * recognized as exact is not any more.
 *
 * @param states the names of the states
 * @param derivatives the derivative of each, in terms of the states
 * @param exact the constants that are not free, as positions among all constants of all derivatives in order
 */
public record EquationSystem(List<String> states, List<Expression> derivatives, List<Integer> exact) {
    /** Derivatives as text, which is exact: numbers are printed to the bit. */
    public static final Codec<EquationSystem> CODEC = Codec.of(
            (system, out) -> {
                Codec.list(Codec.STRING).write(system.states, out);
                Codec.list(Codec.STRING)
                        .write(system.derivatives.stream().map(Expression::text).toList(), out);
                Codec.list(Codec.INT).write(system.exact, out);
            },
            in -> {
                List<String> states = Codec.list(Codec.STRING).read(in);
                List<Expression> derivatives = Codec.list(Codec.STRING).read(in).stream()
                        .map(text -> Expression.parse(text, states))
                        .toList();
                return new EquationSystem(states, derivatives, Codec.list(Codec.INT).read(in));
            });

    /** Checks that there is a derivative for each state. */
    public EquationSystem {
        states = List.copyOf(states);
        derivatives = List.copyOf(derivatives);
        exact = List.copyOf(exact);
        if (states.size() != derivatives.size()) {
            throw new IllegalArgumentException(
                    states.size() + " states but " + derivatives.size() + " derivatives; give one each");
        }
    }

    /** A system all of whose constants, but whole exponents, are free. */
    public static EquationSystem of(List<String> states, List<Expression> derivatives) {
        List<Integer> exponents = new ArrayList<>();
        int[] next = {0};
        derivatives.forEach(e -> markExponents(e, next, exponents));
        return new EquationSystem(states, derivatives, exponents);
    }

    private static void markExponents(Expression e, int[] next, List<Integer> exponents) {
        if (e instanceof Constant) {
            next[0]++;
        } else if (e instanceof Binary b && b.op() == BinaryOperator.POW && b.right() instanceof Constant c) {
            markExponents(b.left(), next, exponents);
            if (c.isInteger()) {
                exponents.add(next[0]);
            }
            next[0]++;
        } else {
            e.arguments().forEach(a -> markExponents(a, next, exponents));
        }
    }

    /** All constants, derivative after derivative, in the order in which they are printed. */
    public double[] constants() {
        return derivatives.stream()
                .flatMapToDouble(e -> Arrays.stream(e.constants()))
                .toArray();
    }

    /** The positions of the free constants among all. */
    public int[] free() {
        int count = constants().length;
        return IntStream.range(0, count)
                .filter(i -> !exact.contains(i))
                .toArray();
    }

    /** The same form with other constants. */
    public EquationSystem withConstants(double[] values) {
        List<Expression> changed = new ArrayList<>();
        int from = 0;
        for (Expression e : derivatives) {
            int to = from + e.constants().length;
            changed.add(e.withConstants(Arrays.copyOfRange(values, from, to)));
            from = to;
        }
        return new EquationSystem(states, changed, exact);
    }

    /** The same with a constant set to a value for good. */
    public EquationSystem fixing(int position, double value) {
        double[] values = constants();
        values[position] = value;
        List<Integer> more = new ArrayList<>(exact);
        more.add(position);
        return new EquationSystem(states, withConstants(values).derivatives, more);
    }

    /** The same written as simply as is exact. A constant stays exact if it has the value of one that was. */
    public EquationSystem simplified() {
        double[] constants = constants();
        List<Double> values = exact.stream().map(i -> constants[i]).toList();
        EquationSystem simple =
                of(states, derivatives.stream().map(Simplifier::simplify).toList());
        double[] left = simple.constants();
        List<Integer> positions = IntStream.range(0, left.length)
                .filter(i -> simple.exact.contains(i) || values.contains(left[i]))
                .boxed()
                .toList();
        return new EquationSystem(states, simple.derivatives, positions);
    }

    /** The number of nodes of all derivatives. */
    public int complexity() {
        return derivatives.stream().mapToInt(Expression::complexity).sum();
    }

    /** The field, whose only parameter is the vector of all constants; it has none if there are none. */
    public Field field() {
        int count = constants().length;
        List<Shape> shapes = count == 0 ? List.of() : List.of(Shape.of(count));
        return Field.of(states.size(), shapes, (t, time, y, p) -> write(t, y, count == 0 ? null : p.get(0)));
    }

    /** The parameters of the field, as it stands. */
    public double[][] parameters() {
        double[] constants = constants();
        return constants.length == 0 ? new double[0][] : new double[][] {constants};
    }

    private Value write(Trace t, Value y, Value constants) {
        Map<String, Value> variables = new HashMap<>();
        for (int s = 0; s < states.size(); s++) {
            variables.put(states.get(s), t.column(y, s));
        }
        List<Value> columns = new ArrayList<>();
        int from = 0;
        for (Expression e : derivatives) {
            List<Value> own = new ArrayList<>();
            int to = from + e.constants().length;
            for (; from < to; from++) {
                own.add(t.reshape(t.slice(constants, 0, from, from + 1), Shape.SCALAR));
            }
            columns.add(e.lower(t, variables, own));
        }
        return t.columns(columns);
    }

    /** One line a state. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int s = 0; s < states.size(); s++) {
            text.append("d").append(states.get(s)).append("/dt = ").append(derivatives.get(s).text()).append('\n');
        }
        return text.toString();
    }
}
