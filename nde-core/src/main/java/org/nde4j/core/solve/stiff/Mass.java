package org.nde4j.core.solve.stiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.nde4j.core.array.Array;
import org.nde4j.core.array.Shape;
import org.nde4j.core.equation.Field;
import org.nde4j.core.kernel.Pattern;
import org.nde4j.core.program.Trace;
import org.nde4j.core.program.Value;

/**
 * The constant mass matrix of a field, as lines of a program.
 *
 * @param pattern where it is not zero
 * @param values its entries there
 */
record Mass(Pattern pattern, List<Double> values) {
    static Mass of(Field field) {
        int n = field.size();
        if (field.mass().isEmpty()) {
            return new Mass(Pattern.diagonal(n), Collections.nCopies(n, 1.0));
        }
        Array matrix = field.mass().get();
        double[] all = matrix.values();
        Pattern pattern = Pattern.of(n, n, all);
        int[] rows = pattern.rows();
        List<Double> values = IntStream.range(0, rows.length)
                .mapToObj(e -> all[rows[e] * n + pattern.column(e)])
                .toList();
        return new Mass(pattern, values);
    }

    private boolean isIdentity() {
        return pattern.equals(Pattern.diagonal(pattern.width()))
                && values.stream().allMatch(v -> v == 1);
    }

    /** Its entries in a pattern that holds its own, in each row: [B, entries]. */
    Value entries(Trace trace, Shape shape, Pattern wide) {
        int[] rows = pattern.rows();
        int[] places = IntStream.range(0, rows.length)
                .map(e -> wide.entry(rows[e], pattern.column(e)))
                .toArray();
        return constants(trace, shape, places);
    }

    /** M x. */
    Value times(Trace trace, Value x) {
        if (isIdentity()) {
            return x;
        }
        int count = pattern.entries();
        if (count == 0) {
            return trace.fill(0, x.shape());
        }
        Shape shape = x.shape().with(1, count);
        return trace.times(
                pattern, constants(trace, shape, IntStream.range(0, count).toArray()), false, x);
    }

    /* Equal numbers are filled in together. */
    private Value constants(Trace trace, Shape shape, int[] places) {
        if (places.length == 0) {
            return trace.fill(0, shape);
        }
        double[] distinct =
                values.stream().mapToDouble(v -> v).sorted().distinct().toArray();
        List<Value> fills = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (double value : distinct) {
            int before = order.size();
            IntStream.range(0, places.length)
                    .filter(i -> values.get(i) == value)
                    .forEach(i -> order.add(places[i]));
            fills.add(trace.fill(value, shape.with(1, order.size() - before)));
        }
        int[] to = order.stream().mapToInt(i -> i).toArray();
        boolean inPlace = Arrays.equals(to, IntStream.range(0, shape.dim(1)).toArray());
        Value all = trace.concat(1, fills.toArray(Value[]::new));
        return inPlace ? all : trace.scatter(all, 1, to, shape.dim(1));
    }
}
