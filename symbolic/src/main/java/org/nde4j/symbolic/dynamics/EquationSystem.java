package org.nde4j.symbolic.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
 * @param known of each derivative the term that was known beforehand, with which it begins and whose constants are
 *     exact; zero where nothing was
 * @param exact the constants that are not free, as positions among all constants of all derivatives in order
 */
public record EquationSystem(
        List<String> states, List<Expression> derivatives, List<Expression> known, List<Integer> exact) {
    private static final Expression NOTHING = Expression.constant(0);
    /** Derivatives as text, which is exact: numbers are printed to the bit. */
    public static final Codec<EquationSystem> CODEC = Codec.of(
            (system, out) -> {
                Codec.list(Codec.STRING).write(system.states, out);
                Codec.list(Codec.STRING).write(texts(system.derivatives), out);
                Codec.list(Codec.STRING).write(texts(system.known), out);
                Codec.list(Codec.INT).write(system.exact, out);
            },
            in -> {
                List<String> states = Codec.list(Codec.STRING).read(in);
                List<Expression> derivatives = parsed(Codec.list(Codec.STRING).read(in), states);
                List<Expression> known = parsed(Codec.list(Codec.STRING).read(in), states);
                return new EquationSystem(
                        states, derivatives, known, Codec.list(Codec.INT).read(in));
            });

    private static List<String> texts(List<Expression> expressions) {
        return expressions.stream().map(Expression::text).toList();
    }

    private static List<Expression> parsed(List<String> texts, List<String> states) {
        return texts.stream().map(text -> Expression.parse(text, states)).toList();
    }

    /** Checks that there is a derivative for each state. */
    public EquationSystem {
        states = List.copyOf(states);
        derivatives = List.copyOf(derivatives);
        known = List.copyOf(known);
        exact = List.copyOf(exact);
        if (states.size() != derivatives.size() || states.size() != known.size()) {
            throw new IllegalArgumentException(states.size() + " states but " + derivatives.size() + " derivatives and "
                    + known.size() + " known terms; give one each");
        }
    }

    /** A system all of whose constants, but whole exponents, are free. */
    public static EquationSystem of(List<String> states, List<Expression> derivatives) {
        return of(states, Collections.nCopies(states.size(), NOTHING), derivatives);
    }

    /**
     * A system of terms that are known, whose constants are exact, and of terms that are not.
     *
     * @param states the names of the states
     * @param known for each state what is known of its derivative; zero if nothing is
     * @param others for each state the rest of its derivative; zero if there is none
     */
    public static EquationSystem of(List<String> states, List<Expression> known, List<Expression> others) {
        if (states.size() != known.size() || states.size() != others.size()) {
            throw new IllegalArgumentException(states.size() + " states but " + known.size() + " known terms and "
                    + others.size() + " others; give one each");
        }
        List<Integer> exact = new ArrayList<>();
        List<Expression> derivatives = new ArrayList<>();
        int[] next = {0};
        for (int s = 0; s < states.size(); s++) {
            boolean partly = !isNothing(known.get(s));
            boolean completely = partly && isNothing(others.get(s));
            if (partly) {
                int to = next[0] + known.get(s).constants().length;
                IntStream.range(next[0], to).forEach(exact::add);
                next[0] = to;
            }
            if (!completely) {
                markExponents(others.get(s), next, exact);
            }
            derivatives.add(completely ? known.get(s) : partly ? known.get(s).plus(others.get(s)) : others.get(s));
        }
        return new EquationSystem(states, derivatives, known, exact);
    }

    private static boolean isNothing(Expression e) {
        return e instanceof Constant c && c.value() == 0;
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
        return IntStream.range(0, count).filter(i -> !exact.contains(i)).toArray();
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
        return new EquationSystem(states, changed, known, exact);
    }

    /** The same with a constant set to a value for good. */
    public EquationSystem fixing(int position, double value) {
        double[] values = constants();
        values[position] = value;
        List<Integer> more = new ArrayList<>(exact);
        more.add(position);
        return new EquationSystem(states, withConstants(values).derivatives, known, more);
    }

    /**
     * The same with what was not known written simply. What has the factor zero is dropped, as if what it multiplies were
     * finite everywhere; all else is exact. A constant stays exact if it has the value of one.
     */
    public EquationSystem simplified() {
        double[] constants = constants();
        List<Double> values = exact.stream().map(i -> constants[i]).toList();
        EquationSystem simple = of(
                states,
                known,
                IntStream.range(0, states.size())
                        .mapToObj(s -> Simplifier.simplify(other(s).map(EquationSystem::dropped)))
                        .toList());
        double[] left = simple.constants();
        List<Integer> positions = IntStream.range(0, left.length)
                .filter(i -> simple.exact.contains(i) || values.contains(left[i]))
                .boxed()
                .toList();
        return new EquationSystem(states, simple.derivatives, known, positions);
    }

    private static Expression dropped(Expression e) {
        boolean zero = e instanceof Binary b
                && (b.op() == BinaryOperator.MUL && (isNothing(b.left()) || isNothing(b.right()))
                        || b.op() == BinaryOperator.DIV && isNothing(b.left()) && !isNothing(b.right()));
        return zero ? NOTHING : e;
    }

    /* What is not known of a derivative. */
    private Expression other(int state) {
        Expression all = derivatives.get(state);
        if (isNothing(known.get(state))) {
            return all;
        }
        return all instanceof Binary sum
                        && sum.op() == BinaryOperator.ADD
                        && sum.left().equals(known.get(state))
                ? sum.right()
                : NOTHING;
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

    /** The field with all constants as they stand, without parameters. */
    public Field frozen() {
        double[] values = constants();
        return Field.of(states.size(), List.of(), (t, time, y, p) -> {
            Value[] numbers =
                    Arrays.stream(values).mapToObj(v -> t.fill(v, Shape.of(1))).toArray(Value[]::new);
            return write(t, y, numbers.length == 0 ? null : t.concat(0, numbers));
        });
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

    /** As text, with constants of so many digits. */
    String rounded(int digits) {
        return texts(derivatives.stream().map(e -> e.rounded(digits)).toList()).toString();
    }

    /** One line a state. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int s = 0; s < states.size(); s++) {
            text.append("d")
                    .append(states.get(s))
                    .append("/dt = ")
                    .append(derivatives.get(s).text())
                    .append('\n');
        }
        return text.toString();
    }
}
